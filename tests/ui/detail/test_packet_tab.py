"""The packet: its deadline, its versions, its pages; exported and printed as it was made."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.transition import Action
from butler_desktop.services.filings import act, edit_form
from butler_desktop.services.packets import make_packet, packet_pdf
from butler_desktop.services.scan_inbox import take_in
from butler_desktop.services.verification import verify_paper
from butler_desktop.ui.detail.detail_tabs import Tab
from butler_desktop.ui.detail.packet_pages import page_picture
from butler_desktop.ui.detail.packet_tab import PacketTab
from butler_desktop.ui.detail.returned_sheet import ReturnedSheetDialog
from butler_desktop.ui.detail.seen_dialog import SeenDialog
from butler_desktop.ui.pdf_page import page_sizes
from tests.services.scenario import do, reached
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


def test_a_filing_without_a_packet_says_so(desk: Desk) -> None:
    tab = shown(desk, desk.filing())
    assert tab.empty.isVisible()
    assert not tab.preview.isVisible()
    assert tab.chosen is None


def test_versions_stand_newest_first_with_their_fate(desk: Desk, filing: str) -> None:
    tab = shown(desk, filing)
    rows = tab.versions.rows
    assert [row.packet.version for row in rows] == [2, 1]
    assert rows[0].isChecked()
    assert "v2" in rows[0].accessibleName()
    assert "v2" in rows[1].accessibleName()  # by which it was replaced
    assert desk.pane.tabs.bar._counts[Tab.PACKET] == "v2"


def test_the_pages_are_drawn_and_walked(desk: Desk, filing: str) -> None:
    tab = shown(desk, filing)
    desk.settle()
    count = len(tab.preview.pages.sizes)
    assert count == desk.saved(filing).packets[0].page_count
    view = tab.preview.view
    view.setFocus()
    desk.qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.current == 1
    assert tab.preview.page_edit.text() == "2"
    desk.qtbot.keyClick(view, Qt.Key.Key_End)
    assert tab.preview.page_edit.text() == str(count)
    tab.preview.page_edit.selectAll()
    desk.qtbot.keyClicks(tab.preview.page_edit, "3")
    desk.qtbot.keyClick(tab.preview.page_edit, Qt.Key.Key_Return)
    assert view.current == 2
    desk.qtbot.keyClick(tab.preview.strip, Qt.Key.Key_Up)
    assert view.current == 1
    desk.settle()


def test_the_zoom_fits_the_page_until_it_is_chosen(desk: Desk, filing: str) -> None:
    tab = shown(desk, filing)
    view = tab.preview.view
    whole = view.zoom
    tab.preview.in_button.click()
    assert view.zoom > whole
    tab.preview.out_button.click()
    tab.preview.out_button.click()
    assert view.zoom <= whole
    tab.preview.fit_button.click()
    assert view.zoom == pytest.approx(whole)
    desk.settle()


def test_an_older_version_can_be_looked_at(desk: Desk, filing: str) -> None:
    tab = shown(desk, filing)
    newest = tab.preview.pages.pdf
    rows = tab.versions.rows
    desk.qtbot.mouseClick(rows[1], Qt.MouseButton.LeftButton)
    desk.settle()
    assert tab.chosen is not None
    assert tab.chosen.version == 1
    assert tab.preview.pages.pdf != newest
    desk.pane.reload()
    desk.settle()
    assert tab.chosen.version == 1


def test_the_time_left_and_the_conditions_are_told(desk: Desk, filing: str) -> None:
    tab = shown(desk, filing)
    assert tab.has_deadline
    assert "31" in tab.deadline._left.text() or "1" in tab.deadline._left.text()
    marks = [row.mark._icon for row in tab.conditions.rows]
    assert marks == ["circle-dashed", "circle-dashed", "check", "check"]
    assert not tab.conditions.reminded.way.isVisible()
    with desk.workspace.editing() as work:
        act(work, filing, Action.RECORD_DELIVERY, {"how": "email"})
    desk.pane.reload()
    desk.settle()
    assert not tab.conditions.delivered.way.isVisible()
    tab.conditions.reminded.way.clicked.emit()
    card = desk.pane.desk.card
    assert card is not None
    assert card.row.action is Action.RECORD_REMINDER
    with desk.workspace.editing() as work:
        act(work, filing, Action.RECORD_REMINDER, {"how": "phone"})
    desk.pane.reload()
    desk.settle()
    assert [row.mark._icon for row in tab.conditions.rows] == ["check"] * 4
    assert "电话" in tab.conditions.reminded.evidence.text()


def test_the_proof_of_a_confirmed_version_is_exported(desk: Desk, tmp_path: Path) -> None:
    filing = reached(desk.workspace, S.READY_TO_SUBMIT)
    tab = shown(desk, filing)
    assert tab.papers.proof_button.isVisible()
    with desk.qtbot.waitSignal(tab.output.exported):
        tab.output.export_proof(filing, 1, tmp_path / "proof.pdf")
    verdict = verify_paper(tmp_path / "proof.pdf")
    assert (verdict.is_proof, verdict.whole) == (True, True)
    assert tab.strip.isVisible()
    desk.settle()


def test_what_is_not_confirmed_has_no_proof(desk: Desk, filing: str) -> None:
    assert not shown(desk, filing).papers.proof_button.isVisible()
    desk.settle()


def test_in_focus_the_card_has_the_buttons_and_the_panel_makes_room(
    desk: Desk, filing: str
) -> None:
    tab = shown(desk, filing)
    assert not tab.deadline.confirm_button.isVisible()
    desk.pane.resize(1000, 800)
    desk.pane.set_focused(on=True)
    assert tab.deadline.confirm_button.isVisible()
    assert not desk.pane.panel.isVisible()
    tab.deadline.return_button.click()
    card = desk.pane.desk.card
    assert card is not None
    assert card.row.action is Action.RETURN_FOR_MODIFICATION
    assert not tab.deadline.confirm_button.isVisible()
    desk.settle()


def test_the_customers_confirmation_is_recorded(desk: Desk, filing: str) -> None:
    shown(desk, filing)
    desk.qtbot.keyClick(desk.pane, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    card = desk.pane.desk.card
    assert card is not None
    card.fields["how"].set_value("paper")
    desk.qtbot.keyClick(desk.pane, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    view = desk.saved(filing)
    assert view.filing.confirmed_version == 2
    assert view.packets[0].confirmed_how == "paper"


def test_a_version_can_be_made_before_the_review_is_passed(desk: Desk) -> None:
    tab = shown(desk, desk.filing(S.INTERNAL_REVIEW))
    assert tab.make_button.isVisible()
    tab.make_button.click()
    desk.settle()
    assert [row.packet.version for row in tab.versions.rows] == [1]
    assert tab.preview.isVisible()


def test_the_file_is_exported_byte_for_byte(desk: Desk, filing: str, tmp_path: Path) -> None:
    tab = shown(desk, filing)
    desk.qtbot.keyClick(desk.pane, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = tab.findChildren(QFileDialog)
    assert dialog.selectedFiles()[0].endswith("v2.pdf")
    target = tmp_path / "确认书.pdf"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    desk.settle()
    packet = desk.saved(filing).packets[0]
    with desk.workspace.reading() as work:
        assert target.read_bytes() == packet_pdf(work, filing, packet.id)
    assert str(target) in tab.strip.text()


def test_a_place_that_cannot_be_written_is_told(desk: Desk, filing: str, tmp_path: Path) -> None:
    tab = shown(desk, filing)
    packet = desk.saved(filing).packets[0]
    tab.output.export(filing, packet.id, tmp_path / "gone" / "x.pdf")
    desk.settle()
    assert tab.strip.isVisible()
    assert "x.pdf" in tab.strip.text()


def test_a_page_is_drawn_at_the_width_asked_for(desk: Desk, filing: str) -> None:
    packet = desk.saved(filing).packets[0]
    with desk.workspace.reading() as work:
        pdf = packet_pdf(work, filing, packet.id)
    sizes = page_sizes(pdf)
    page = page_picture(pdf, 0, 54)
    assert isinstance(page, QImage)
    assert page.width() == 54
    assert page.height() == round(54 * sizes[0].height() / sizes[0].width())
    assert page_picture(pdf, 0, 54) == page


def test_the_answer_tells_who_gave_it_and_shows_what_came_back(desk: Desk, tmp_path: Path) -> None:
    filing = reached(desk.workspace, S.AWAITING_CONFIRMATION)
    tab = shown(desk, filing)
    assert not tab.evidence.isVisible()
    with desk.workspace.reading() as work:
        (packet,) = work.dossier_of(filing).packets_of(filing)
        copy = packet_pdf(work, filing, packet.id)
    (tmp_path / "back.pdf").write_bytes(copy)
    take_in(desk.workspace, [tmp_path / "back.pdf"])
    given = {"how": "phone", "who": "沈先生", "evidence": "录音 0318-07"}
    with desk.workspace.editing() as work:
        act(work, filing, Action.CONFIRM, given)
    desk.pane.reload()
    desk.settle()
    told = tab.evidence.answer.text()
    assert "电话 ・ 沈先生" in told
    assert "录音 0318-07" in told
    (link,) = tab.evidence.links
    link.clicked.emit()
    desk.settle()
    dialog = tab.window().findChild(ReturnedSheetDialog)
    assert dialog is not None
    assert dialog.canvas.sheet is not None
    dialog.reject()


def test_a_change_after_the_confirmation_offers_to_show_it_alone(desk: Desk) -> None:
    filing = reached(desk.workspace, S.READY_TO_SUBMIT)
    with desk.workspace.editing() as work:
        edit_form(work, filing, {"service.service_name": "云杉智造"})
    tab = shown(desk, filing)
    assert "网站名称" in desk.pane.panel._sentence.text()
    assert "网站名称" in tab.changed.text()
    tab.delta_button.click()
    desk.settle()
    assert tab.chosen is not None
    assert tab.chosen.content["delta"]["version"] == 1
    desk.pane.desk.press()
    card = desk.pane.desk.card
    assert card is not None
    assert card.fields["scope"].value() == "whole"
    assert "网站名称" in card.fields["scope"]._note.text()


def test_one_key_shows_what_the_customer_saw(desk: Desk) -> None:
    filing = reached(desk.workspace, S.READY_TO_SUBMIT)
    with desk.workspace.editing() as work:
        edit_form(work, filing, {"service.service_name": "云杉智造"})
    shown(desk, filing)
    desk.pane.acts["seen"].trigger()
    desk.settle()
    dialog = desk.pane.window().findChild(SeenDialog)
    assert dialog is not None
    first = dialog.values[0]
    assert (first.label, first.now, first.differs) == ("网站名称", "云杉智造", True)
    assert "differs now in 1" in dialog.sentence.text()
    assert not dialog.moments.isVisible()
    dialog.paper_button.click()
    desk.settle()
    packet = desk.saved(filing).packets[0]
    with desk.workspace.reading() as work:
        assert dialog.pages.pdf == work.blobs.read(packet.pdf_sha256)
    assert dialog.paper.isVisible()
    dialog.paper_button.click()
    assert dialog.list.isVisible()
    dialog.reject()


def test_what_was_submitted_and_what_was_confirmed_since_can_both_be_seen(desk: Desk) -> None:
    filing = reached(desk.workspace, S.REWORK)
    with desk.workspace.editing() as work:
        edit_form(work, filing, {"service.service_name": "云杉智造"})
    for action, given in (
        (Action.SEND_TO_REVIEW, {}),
        (Action.ISSUE_PACKET, {"scope": "delta"}),
        (Action.CONFIRM, {"who": "沈经理"}),
    ):
        do(desk.workspace, filing, action, **given)
    shown(desk, filing)
    desk.pane.acts["seen"].trigger()
    desk.settle()
    dialog = desk.pane.window().findChild(SeenDialog)
    assert dialog is not None
    assert dialog.moments.isVisible()
    assert dialog.moments.index() == 0
    assert sum(it.differs for it in dialog.values) == 1
    dialog.moments.chosen.emit(1)
    desk.settle()
    assert sum(it.differs for it in dialog.values) == 0
    assert {it.version for it in dialog.values} == {1, 2}
    dialog.reject()


def test_the_files_that_were_submitted_are_exported(desk: Desk, tmp_path: Path) -> None:
    filing = reached(desk.workspace, S.SUBMITTED)
    tab = shown(desk, filing)
    assert tab.papers.submission_button.isVisible()
    tab.papers.submission_button.click()
    (dialog,) = tab.findChildren(QFileDialog)
    dialog.reject()
    with desk.qtbot.waitSignal(tab.output.exported):
        tab.output.export_submission(
            filing, desk.saved(filing).submissions[0].at, tmp_path / "a.zip"
        )
    assert (tmp_path / "a.zip").read_bytes().startswith(b"PK")
    assert "a.zip" in tab.strip.text()
    desk.settle()
