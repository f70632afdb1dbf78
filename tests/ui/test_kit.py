"""The whole kit: each widget has a name for readers, paints in every theme, and clips nothing."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGraphicsView, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from butler_desktop.domain.stage import Stage
from butler_desktop.ui import theme as themes
from butler_desktop.ui.kit import announce
from butler_desktop.ui.kit.buttons import Button, Kind, Size
from butler_desktop.ui.kit.check_box import CheckBox, RadioButton
from butler_desktop.ui.kit.chips import Chip, StageChip
from butler_desktop.ui.kit.choices_field import ChoicesField
from butler_desktop.ui.kit.combo_field import ComboField
from butler_desktop.ui.kit.count_tiles import CountTiles, Tile
from butler_desktop.ui.kit.date_field import DateField
from butler_desktop.ui.kit.due import DueCase, DueLabel, DueText
from butler_desktop.ui.kit.empty_state import EmptyState
from butler_desktop.ui.kit.field import Field, FieldFinding
from butler_desktop.ui.kit.filter_chip import FilterChip, FilterState
from butler_desktop.ui.kit.hint import Hint
from butler_desktop.ui.kit.icon_button import IconButton
from butler_desktop.ui.kit.key_cap import KeyCap
from butler_desktop.ui.kit.line_field import LineField
from butler_desktop.ui.kit.marked_text import MarkedText
from butler_desktop.ui.kit.masked_field import MaskedField
from butler_desktop.ui.kit.message_strip import MessageStrip
from butler_desktop.ui.kit.nav_button import NavEntry
from butler_desktop.ui.kit.navigation import Navigation
from butler_desktop.ui.kit.next_action import NextAction
from butler_desktop.ui.kit.progress import Meter
from butler_desktop.ui.kit.search_box import SearchBox
from butler_desktop.ui.kit.section_header import SectionHeader
from butler_desktop.ui.kit.segments import Segments
from butler_desktop.ui.kit.stars import Stars
from butler_desktop.ui.kit.status_bar import StatusBar, StatusItem
from butler_desktop.ui.kit.stepper import Stepper
from butler_desktop.ui.kit.surface import Card, Surface
from butler_desktop.ui.kit.sync_pill import SyncPill, SyncState
from butler_desktop.ui.kit.tab_bar import TabBar
from butler_desktop.ui.kit.text import Link, Text
from butler_desktop.ui.kit.text_field import TextField
from butler_desktop.ui.kit.top_bar import TopBar
from butler_desktop.ui.kit.user_button import UserButton
from butler_desktop.ui.look import Look

WORDS = "初审通过，生成确认包"


def told(widget: Any, *calls: Callable[[Any], object]) -> Any:
    """The widget after it has been told what to show."""
    for call in calls:
        call(widget)
    return widget


def wrong(field: Field) -> Field:
    field.set_finding(FieldFinding("red", "手机号只有 8 位", (("fix", "去修正"),)))
    field.set_origin("取自营业执照")
    field.set_note("周启明 10:40 改过")
    return field


MAKERS: dict[str, Callable[[], QWidget]] = {
    "filled": lambda: Button(WORDS, Kind.FILLED, shortcut="Ctrl+Return", icon="check"),
    "plain": lambda: Button(WORDS, icon="plus", size=Size.HEAD),
    "danger": lambda: Button(WORDS, Kind.DANGER, size=Size.SMALL),
    "flat": lambda: Button(WORDS, Kind.FLAT, size=Size.SMALL),
    "icon": lambda: told(IconButton("bell", "通知"), lambda w: w.set_mark(True)),
    "check": lambda: told(CheckBox(WORDS), lambda w: w.setChecked(True)),
    "radio": lambda: told(RadioButton(WORDS), lambda w: w.setChecked(True)),
    "chip": lambda: Chip("已过期", "red", "calendar-x-2"),
    "stage": lambda: StageChip(Stage.CONFIRMATION, bold=True),
    "filter": lambda: FilterChip("到期：3 天内", FilterState.SET),
    "empty filter": lambda: FilterChip("省份"),
    "segments": lambda: Segments(["只看我的", "全组"], "范围", ticked=True),
    "due": lambda: DueLabel(DueText(DueCase.OVERDUE, "超 4 分")),
    "hint": lambda: Hint("circle-check", "12/12 已填"),
    "key": lambda: KeyCap("Ctrl K"),
    "marked": lambda: told(MarkedText(), lambda w: w.show_words("info", WORDS * 9, lead="一。")),
    "text": lambda: Text(WORDS, wrap=True),
    "link": lambda: Link(WORDS, icon="landmark"),
    "line": lambda: wrong(told(LineField("网站名称"), lambda w: w.set_unit("法定代表人"))),
    "combo": lambda: wrong(ComboField("性质", [("a", "企业")])),
    "date": lambda: wrong(DateField("有效期至")),
    "lines": lambda: wrong(told(TextField("沟通内容"), lambda w: w.set_value(WORDS * 20))),
    "choices": lambda: wrong(ChoicesField("服务", [("a", "网站"), ("b", "移动应用")])),
    "masked": lambda: wrong(told(MaskedField("身份证"), lambda w: w.set_masked("33****34"))),
    "section": lambda: told(
        SectionHeader("主办者"), lambda w: w.show_status("12/12 已填", "check")
    ),
    "stepper": lambda: told(Stepper(), lambda w: w.show_stage(Stage.RETURNED_BY_CUSTOMER)),
    "next": lambda: told(
        NextAction(),
        lambda w: w.show_words("初审", WORDS, DueText(DueCase.OVERDUE, "超 4 分")),
        lambda w: w.show_buttons(WORDS, second="退回补材料"),
    ),
    "tabs": lambda: told(TabBar(["备案信息", "材料"]), lambda w: w.set_count(1, "7/9")),
    "tiles": lambda: told(CountTiles(), lambda w: w.show_tiles([Tile("a", "已购", "6")])),
    "stars": lambda: Stars("响应速度", 4, editable=True),
    "meter": lambda: told(Meter(8), lambda w: w.show_part(0.4)),
    "strip": lambda: told(
        MessageStrip(), lambda w: w.show_message("amber", WORDS, (("a", "重试"),), closable=True)
    ),
    "nothing": lambda: EmptyState("没有待客户确认的备案。", "清除筛选"),
    "search": SearchBox,
    "sync": lambda: told(SyncPill(), lambda w: w.show_state(SyncState.OFFLINE, "离线 · 3 项")),
    "user": lambda: told(UserButton(), lambda w: w.show_name("林晓雯")),
    "top": lambda: told(TopBar(), lambda w: w.user.show_name("林晓雯"), lambda w: w.sync.hide()),
    "status": lambda: told(StatusBar(), lambda w: w.show_left([StatusItem("导出", "check", "x")])),
    "navigation": lambda: told(
        Navigation(),
        lambda w: w.set_entries([NavEntry("a", "今日", "sun"), NavEntry("b", "设置", "settings")]),
        lambda w: w.set_counts({"a": (16, 1)}),
        lambda w: w.select("a"),
    ),
    "surface": lambda: Surface("window", "ltrb"),
    "card": lambda: Card(accent=True),
}
EACH = pytest.mark.parametrize("name", list(MAKERS))


@pytest.fixture
def widget(name: str, qtbot: QtBot) -> QWidget:
    made = MAKERS[name]()
    qtbot.addWidget(made)
    return made


@EACH
def test_all_that_takes_the_keyboard_has_a_name(widget: QWidget, qtbot: QtBot) -> None:
    widget.show()
    qtbot.waitExposed(widget)
    nameless = [
        type(part).__name__
        for part in (widget, *widget.findChildren(QWidget))
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and part.isVisible()
        and part.focusProxy() is None
        and not isinstance(part, QScrollArea | QGraphicsView)
        and not part.accessibleName()
    ]
    assert nameless == []


@EACH
@pytest.mark.parametrize("zoom", [1.0, 1.25, 2.0])
def test_its_least_size_is_no_larger_than_its_wish(
    widget: QWidget, zoom: float, worn: Look
) -> None:
    worn.set_zoom(zoom)
    assert widget.minimumSizeHint().width() <= max(widget.sizeHint().width(), widget.width())


@EACH
def test_it_grows_with_the_zoom(widget: QWidget, worn: Look) -> None:
    before = widget.sizeHint()
    worn.set_zoom(2.0)
    assert widget.sizeHint().height() >= before.height() * 1.4 or before.height() <= 0


@EACH
@pytest.mark.parametrize("dress", ["light", "dark", "system"])
def test_it_paints_in_every_theme(
    widget: QWidget, dress: str, worn: Look, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    system = themes.from_palette(qapp.palette())
    themes_of = {"light": themes.LIGHT, "dark": themes.DARK, "system": system}
    monkeypatch.setattr(worn, "theme", themes_of[dress])
    widget.resize(max(widget.sizeHint().width(), 40), max(widget.sizeHint().height(), 20))
    assert not widget.grab().isNull()


def test_something_can_be_announced(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    announce.announce(page, "1 条超时")
