"""Advice: the button of the risk card asks where, and what is written is told."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from butler_desktop.ui.detail.detail_tabs import Tab
from tests.ui.detail.desk import Desk


def test_the_button_asks_where_and_the_page_is_written(desk: Desk, tmp_path: Path) -> None:
    filing = desk.filing()
    desk.show(filing)
    desk.pane.tabs.go_to(Tab.FINDINGS)
    desk.settle()
    desk.qtbot.mouseClick(desk.pane.tabs.findings.risk.advise, Qt.MouseButton.LeftButton)
    (dialog,) = desk.pane.tabs.findChildren(QFileDialog)
    target = tmp_path / "advice.pdf"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    desk.settle()
    assert target.read_bytes().startswith(b"%PDF")
    assert str(target) in desk.pane.tabs.strip.text()
