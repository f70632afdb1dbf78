"""Authority list: what is known of the authority's doings, and the acts at hand."""

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.transition import Action as A
from butler_desktop.services.filings import edit_form
from tests.services.scenario import WAYS, attach_all, do, reached, requested
from tests.ui.detail.desk import Desk


def with_two_numbers(desk: Desk) -> str:
    filing = requested(desk.workspace)
    with desk.workspace.editing() as work:
        edit_form(work, filing, {"service_pic.mobile": "13900002222"})
    for action in WAYS[S.SMS_PENDING]:
        if action is A.COMPLETE_CONTENT:
            attach_all(desk.workspace, filing)
        do(desk.workspace, filing, action)
    return filing


def test_each_number_is_shown_masked_and_verified_from_its_row(desk: Desk) -> None:
    filing = with_two_numbers(desk)
    for _ in range(4):
        do(desk.workspace, filing, A.RECORD_SMS_WRONG, person="service_pic")
    desk.show(filing)
    rows = desk.pane.authority
    assert rows.isVisible()
    first, second = rows.lines
    assert "139****2222" in second.words
    assert "13900002222" not in second.words
    assert (first.ink, second.ink) == ("amber", "red")
    rows.links[1, A.RECORD_SMS_VERIFIED].clicked.emit()
    card = desk.pane.desk.card
    assert card is not None
    assert card.fields["person"].value() == "service_pic"
    card.filled.click()
    desk.settle()
    assert [it.ink for it in rows.lines] == ["amber", "green"]
    rows.links[0, A.RECORD_SMS_VERIFIED].clicked.emit()
    card = desk.pane.desk.card
    assert card is not None
    assert "person" not in card.fields  # the only one who is waited for
    card.filled.click()
    desk.settle()
    assert desk.saved(filing).filing.state is S.AUTHORITY_REVIEW


def test_the_alarm_of_the_reviewers_call_is_settled_from_its_strip(desk: Desk) -> None:
    filing = reached(desk.workspace, S.AUTHORITY_REVIEW)
    do(desk.workspace, filing, A.EXPECT_CALL, until="2026-03-18 10:00")
    desk.show(filing)
    strip = desk.pane.authority.strip
    assert strip.isVisible()
    assert "10:00" in strip.text()
    strip.cures()[0].click()
    card = desk.pane.desk.card
    assert card is not None
    card.fields["outcome"].set_value("answered")
    card.filled.click()
    desk.settle()
    assert not strip.isVisible()


def test_what_is_late_after_the_approval_is_red_until_it_is_ticked(desk: Desk) -> None:
    filing = reached(desk.workspace, S.APPROVED)
    desk.show(filing)
    rows = desk.pane.authority
    assert [it.ink for it in rows.lines] == ["amber"] * 4
    rows.links[1, A.FINISH_DUTY].clicked.emit()
    card = desk.pane.desk.card
    assert card is not None
    assert card.fields["duty"].value() == "access"
    card.filled.click()
    desk.settle()
    assert [it.ink for it in rows.lines] == ["amber", "green", "amber", "amber"]


def test_a_status_is_recorded_from_its_row(desk: Desk) -> None:
    filing = reached(desk.workspace, S.AUTHORITY_REVIEW)
    desk.show(filing)
    rows = desk.pane.authority
    rows.links[0, A.RECORD_STATUS].clicked.emit()
    card = desk.pane.desk.card
    assert card is not None
    card.fields["status"].set_value("authority_review")
    card.fields["source"].set_value("provider")
    card.filled.click()
    desk.settle()
    (line,) = rows.lines
    assert "管局审核中" in line.words
    assert "接入商系统" in line.told


def test_a_filing_without_anything_to_say_has_no_rows(desk: Desk) -> None:
    desk.show(reached(desk.workspace, S.COLLECTING))
    assert not desk.pane.authority.isVisible()
