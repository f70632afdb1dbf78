"""The list of shortcuts (F1): every key of the window, by what it is for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said, translate
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.dialog import Dialog
from butler_desktop.ui.kit.key_cap import KeyCap
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.measure import px
from butler_desktop.words import Words

Keys = tuple[tuple[str, Words], ...]

PLACES: Keys = (
    ("Ctrl+K", Words("查找与命令", "Find or do")),
    ("Ctrl+1", Words("今日", "Today")),
    ("Ctrl+2", Words("订单", "Orders")),
    ("Ctrl+3", Words("备案队列", "Queue")),
    ("Ctrl+4", Words("回传件", "Returned papers")),
    ("Ctrl+5", Words("统计", "Statistics")),
    ("Ctrl+6", Words("政策与知识", "Policy")),
    ("Ctrl+,", Words("设置", "Settings")),
    ("Alt+Left", Words("后退", "Back")),
    ("Alt+Right", Words("前进", "Forward")),
    ("F6", Words("下一区域", "Next area")),
    ("Ctrl+\\", Words("折叠导航", "Collapse the navigation")),
    ("Ctrl+=", Words("放大", "Zoom in")),
    ("Ctrl+-", Words("缩小", "Zoom out")),
    ("Ctrl+0", Words("原大", "100 %")),
)
LIST: Keys = (
    ("Ctrl+F", Words("筛选此列表", "Filter this list")),
    ("K / J", Words("上一行 / 下一行", "Previous / next row")),
    ("Enter", Words("进入详情", "Go into the detail")),
    ("Esc", Words("返回列表", "Back to the list")),
    ("Ctrl+Up", Words("上一条", "Previous, from anywhere")),
    ("Ctrl+Down", Words("下一条", "Next, from anywhere")),
    ("Space", Words("勾选行", "Check the row")),
    ("F9", Words("分栏 / 表格", "Split / table")),
    ("F11", Words("专注", "Focus")),
)
DETAIL: Keys = (
    ("Ctrl+Return", Words("做下一步", "Do the next step")),
    ("Ctrl+N", Words("新建备案", "New filing")),
    ("Ctrl+Shift+N", Words("登记订单", "Enter an order")),
    ("Ctrl+L", Words("登记沟通", "Log a contact")),
    ("Ctrl+Shift+A", Words("转给其他管家", "Hand over")),
    ("Ctrl+Tab", Words("下一个标签", "Next tab")),
    ("F8", Words("下一处要改的", "Next to mend")),
    ("F7", Words("客户看到的", "What the customer saw")),
    ("Ctrl+S", Words("立即保存", "Save now")),
    ("Ctrl+E", Words("导出列表 / 确认包", "Export the list / the packet")),
    ("Ctrl+P", Words("打印确认包", "Print the packet")),
    ("F5", Words("立即同步", "Sync now")),
    ("F1", Words("快捷键", "Shortcuts")),
)
SHOWN = {"Return": "Enter", "Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}


class ShortcutList(Dialog):
    """Three columns of keys; Esc closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        title = translate("ShortcutList", "Shortcuts")
        close = translate("ShortcutList", "Close")
        super().__init__(title, cancel=close, width=840, parent=parent)
        columns = HBox(gap=28)
        for name, keys in (
            (translate("ShortcutList", "Places"), PLACES),
            (translate("ShortcutList", "Lists"), LIST),
            (translate("ShortcutList", "Filing"), DETAIL),
        ):
            columns.addLayout(_column(name, keys), 1)
        self.body.addLayout(columns)


def _column(name: str, keys: Keys) -> VBox:
    column = VBox(gap=8)
    column.addWidget(Text(name, Role.CARD_TITLE))
    grid = QGridLayout()
    grid.setVerticalSpacing(px(6))
    grid.setHorizontalSpacing(px(12))
    for row, (key, words) in enumerate(keys):
        grid.addWidget(Text(said(words), Role.BODY, "text_2"), row, 0)
        grid.addWidget(KeyCap(_shown(key)), row, 1, Qt.AlignmentFlag.AlignRight)
    grid.setColumnStretch(0, 1)
    column.addLayout(grid)
    column.addStretch(1)
    return column


def _shown(key: str) -> str:
    """A key as it stands on its cap: ``Ctrl ↑``."""
    return " ".join(SHOWN.get(part, part) for part in key.split("+"))
