"""A packet goes to the printer page by page, whole or not at all, and is then on record."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.services.filings import edit_form
from butler_desktop.services.packets import make_packet
from butler_desktop.ui.detail.detail_tabs import Tab
from butler_desktop.ui.detail.packet_tab import PacketTab
from butler_desktop.ui.detail.page_bands import MOST
from butler_desktop.ui.detail.print_job import FINENESS
from butler_desktop.ui.pdf_page import page_sizes
from tests.ui.detail.desk import Desk


@pytest.fixture
def filing(desk: Desk) -> str:
    """A filing with two versions, the second awaiting the customer."""
    made = desk.filing(S.INTERNAL_REVIEW)
    make_packet(desk.workspace, made)
    with desk.workspace.editing() as work:
        edit_form(work, made, {"service.service_name": "云杉智造"})
    make_packet(desk.workspace, made)
    _await(desk, made)
    return made


def _await(desk: Desk, filing_id: str) -> None:
    from dataclasses import replace
    from datetime import timedelta

    from tests.builders import NOW

    with desk.workspace.editing() as work:
        before = work.dossier_of(filing_id)
        waiting = replace(
            before.filing(filing_id),
            state=S.AWAITING_CONFIRMATION,
            confirmation_deadline=NOW + timedelta(days=1, hours=7, minutes=18),
        )
        work.save(before, before.with_filing(waiting), "filing.advance:issue_packet")


def shown(desk: Desk, filing_id: str) -> PacketTab:
    desk.show(filing_id)
    desk.pane.tabs.go_to(Tab.PACKET)
    desk.settle()
    return desk.pane.tabs.packet


def test_our_own_pages_are_put_on_paper(desk: Desk, filing: str, tmp_path: Path) -> None:
    tab = shown(desk, filing)
    paper = tmp_path / "paper.pdf"
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(paper))
    printer.setFullPage(True)
    printer.setFromTo(2, 3)
    with desk.qtbot.waitSignal(tab.output.printed) as printed:
        pdf, sizes = tab.preview.pages.pdf, tab.preview.pages.sizes
        version = filing, desk.saved(filing).packets[0].id
        tab.output.print_version(printer, pdf, len(sizes), version)
    assert printed.args == [2]
    assert desk.saved(filing).history[0].act.startswith("packet.print:")
    assert len(page_sizes(paper.read_bytes())) == 2
    desk.settle()


def test_the_printer_is_asked_for(desk: Desk, filing: str) -> None:
    tab = shown(desk, filing)
    desk.settle()
    desk.qtbot.keyClick(desk.pane, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = tab.findChildren(QPrintDialog)
    assert dialog.maxPage() == len(tab.preview.pages.sizes)
    dialog.reject()


def a_paper_printer(paper: Path) -> QPrinter:
    """A printer whose paper is a file."""
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(paper))
    printer.setFullPage(True)
    return printer


def test_a_cancelled_job_leaves_no_paper_and_is_not_on_record(
    desk: Desk, filing: str, tmp_path: Path
) -> None:
    tab = shown(desk, filing)
    before = len(desk.saved(filing).history)
    pages = len(tab.preview.pages.sizes)
    tab.output.printing.connect(lambda done, _of: tab.output.cancel_printing() if done else None)
    printer, version = a_paper_printer(tmp_path / "paper.pdf"), (filing, tab.chosen.id)
    with desk.qtbot.waitSignal(tab.output.cancelled):
        tab.output.print_version(printer, tab.preview.pages.pdf, pages, version)
    desk.settle()
    assert not (tmp_path / "paper.pdf").exists()
    assert len(desk.saved(filing).history) == before
    assert tab.output.job is None
    assert "Cancelled" in tab.strip.text()


def test_copies_that_the_printer_cannot_make_are_printed_one_after_the_other(
    desk: Desk, filing: str, tmp_path: Path
) -> None:
    tab = shown(desk, filing)
    printer = a_paper_printer(tmp_path / "paper.pdf")
    printer.setCopyCount(2)
    printer.setFromTo(6, 7)
    with desk.qtbot.waitSignal(tab.output.printed) as printed:
        tab.output.print_version(printer, tab.preview.pages.pdf, 7, (filing, tab.chosen.id))
    assert printed.args == [4]
    assert len(page_sizes((tmp_path / "paper.pdf").read_bytes())) == 4


def test_the_window_gets_its_turn_between_the_bands_of_a_page(
    desk: Desk, filing: str, tmp_path: Path
) -> None:
    tab = shown(desk, filing)
    printer = a_paper_printer(tmp_path / "paper.pdf")
    printer.setFromTo(2, 2)
    turns: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: turns.append(1))
    timer.start(0)
    with desk.qtbot.waitSignal(tab.output.printed):
        tab.output.print_version(printer, tab.preview.pages.pdf, 7, (filing, tab.chosen.id))
    timer.stop()
    assert len(turns) >= FINENESS.height() // MOST
    assert len(page_sizes((tmp_path / "paper.pdf").read_bytes())) == 1
