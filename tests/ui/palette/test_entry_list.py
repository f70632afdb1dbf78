"""The palette's lines: what each says and looks like, and which of them can be chosen."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from butler_desktop.domain.stage import STAGE_WORDS, Stage
from butler_desktop.ui.kit.due import DueCase, DueText
from butler_desktop.ui.kit.found_text import FoundText
from butler_desktop.ui.look import Look
from butler_desktop.ui.palette.entry import Entry, Heading, cap
from butler_desktop.ui.palette.entry_list import EntryList
from tests.ui.palette.conftest import LINES, an_entry

RECORD = Entry(
    "filing",
    (FoundText("佛山南悦陶艺工作室", ((2, 4),)),),
    lambda: None,
    (FoundText("BA-2603-0430"), FoundText("nanyue-clay.example"), FoundText("广东")),
    stage=Stage.COLLECTING,
    due=DueText(DueCase.OVERDUE, "超 4 分"),
)


@pytest.fixture
def view(qtbot: QtBot) -> EntryList:
    made = EntryList()
    qtbot.addWidget(made)
    made.resize(720, 400)
    made.show()
    return made


def colours(view: EntryList) -> set[str]:
    image = view.viewport().grab().toImage()
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
    }


def test_a_record_says_all_that_it_shows() -> None:
    told = RECORD.told
    for words in (
        "佛山南悦陶艺工作室",
        "BA-2603-0430",
        STAGE_WORDS[Stage.COLLECTING].zh,
        "超 4 分",
    ):
        assert words in told


@pytest.mark.parametrize(
    ("keys", "shown"), [("Ctrl+Return", "Ctrl ↵"), ("Ctrl+Shift+N", "Ctrl Shift N"), ("", "")]
)
def test_a_shortcut_stands_on_its_cap(keys: str, shown: str) -> None:
    assert cap(keys) == shown


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_found_part_and_the_overdue_time_are_coloured(
    view: EntryList, worn: Look, scheme: str
) -> None:
    worn.choose(scheme)
    view.show_lines([Heading("备案"), RECORD, *LINES])
    seen, theme = colours(view), worn.theme
    assert {theme.accent_text, theme.red.text, theme.selected, theme.blue.ground} <= seen


def test_headings_are_not_chosen(view: EntryList) -> None:
    view.show_lines(LINES)
    flags = [view.model().flags(view.model().index(n, 0)) for n in range(len(LINES))]
    assert [bool(flag & Qt.ItemFlag.ItemIsSelectable) for flag in flags] == [
        not isinstance(line, Heading) for line in LINES
    ]
    assert view.current.id == "a"


def test_lines_that_stay_keep_what_is_in_sight(view: EntryList) -> None:
    many = [an_entry(str(n)) for n in range(60)]
    view.show_lines(many)
    view.choose("50")
    top = view.verticalScrollBar().value()
    assert top > 0
    view.show_lines([*many, an_entry("more")], "50")
    assert view.verticalScrollBar().value() == top
    view.show_lines(many, "gone")
    assert view.verticalScrollBar().value() == 0


def test_nothing_can_be_chosen_of_nothing(view: EntryList) -> None:
    view.show_lines(())
    view.step(1)
    assert view.current is None
    assert not view.choose("a")
