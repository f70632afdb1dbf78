"""The first contact: reached, it settles everything; not reached, it stays on record."""

import pytest
from PySide6.QtCore import Qt

from butler_desktop.domain.contact import Outcome
from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.errors import Refused
from butler_desktop.services.filings import edit_form
from butler_desktop.storage import journal
from butler_desktop.storage.journal import Entry
from butler_desktop.storage.work import Work
from butler_desktop.ui.detail.contact_row import ContactRow
from butler_desktop.ui.detail.detail_tabs import Tab
from butler_desktop.ui.detail.first_contact_card import FirstContactCard
from butler_desktop.ui.kit.text_field import TextField
from butler_desktop.words import Words
from tests.ui.detail.desk import Desk, commit


def opened(desk: Desk) -> FirstContactCard:
    desk.pane.desk.press()
    card = desk.pane.desk.card
    assert isinstance(card, FirstContactCard)
    return card


def choose(card: FirstContactCard, path: str, key: str) -> None:
    card.learnt[path].set_value(key)
    card.learnt[path].edited.emit()


def fill(card: FirstContactCard) -> None:
    choose(card, "province", "440000")
    choose(card, "subject.sponsor_kind", "enterprise")


def journal_of(desk: Desk, filing: str) -> tuple[Entry, ...]:
    with desk.workspace.reading() as work:
        return journal.entries(work.connection, work.dossier_of(filing).order.id)


def test_reached_it_starts_collecting_in_one_go(desk: Desk) -> None:
    filing = desk.filing(S.REQUESTED, form="")
    desk.show(filing)
    card = opened(desk)
    assert desk.pane.tab is Tab.CONTACTS
    note = card.fields["note"]
    assert isinstance(note, TextField)
    assert note.lines.hasFocus()
    commit(note.lines, "跨境电商展示站，不在线销售。")
    fill(card)
    assert "15" in card._after.text()  # bought a quarter of an hour ago
    card.promise.tick.setChecked(True)
    commit(card.promise.at, "3月20日 10:00")
    commit(card.promise.note, "讲人脸核验步骤")
    desk.qtbot.keyClick(desk.pane, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    view = desk.saved(filing)
    assert view.filing.state is S.COLLECTING
    assert view.order.first_contact_at is not None
    (contact,) = view.contacts
    assert contact.note == "跨境电商展示站，不在线销售。"
    assert contact.promise_note == "讲人脸核验步骤"
    assert contact.promise_at is not None
    assert desk.pane.desk.card is None


def test_what_is_not_known_yet_keeps_it_at_contacted(desk: Desk) -> None:
    filing = desk.filing(S.REQUESTED, form="")
    desk.show(filing)
    card = opened(desk)
    assert not card.only_log.isVisible()
    card.filled.click()
    desk.settle()
    assert desk.saved(filing).filing.state is S.CONTACTED


def test_it_can_be_logged_without_starting(desk: Desk) -> None:
    filing = desk.filing(S.REQUESTED, form="")
    desk.show(filing)
    card = opened(desk)
    fill(card)
    assert card.only_log.isVisible()
    card.only_log.click()
    desk.settle()
    view = desk.saved(filing)
    assert view.filing.state is S.CONTACTED
    assert view.filing.particulars.province == "440000"


def test_a_missed_call_stays_on_record_and_the_clock_runs_on(desk: Desk) -> None:
    filing = desk.filing(S.REQUESTED, form="", remark="白天在仓库")
    desk.show(filing)
    card = opened(desk)
    segments = card.outcome.segments
    segments.setFocus()
    desk.qtbot.keyClick(segments, Qt.Key.Key_Right)
    assert not card.only_log.isVisible()
    card.filled.click()
    desk.settle()
    view = desk.saved(filing)
    assert view.filing.state is S.REQUESTED
    assert [c.outcome for c in view.contacts] == [Outcome.NO_ANSWER]
    contacts = desk.pane.tabs.contacts
    desk.qtbot.waitUntil(
        lambda: sum(row.isVisible() for row in contacts.findChildren(ContactRow)) == 2
    )


def test_the_number_to_call_is_masked(desk: Desk) -> None:
    from butler_desktop.ui.detail.customer_line import CustomerLine

    filing = desk.filing(S.REQUESTED, form="")
    desk.show(filing)
    (line,) = opened(desk).findChildren(CustomerLine)
    assert line._words.text() == "沈先生 138****1234"
    line._link.clicked.emit()
    desk.settle()
    assert line._words.text() == "沈先生 13800001234"
    assert journal_of(desk, filing)[-1].act == "order.reveal:contact_phone"
    line._clock.timeout.emit()
    assert line.is_masked


def test_the_number_stays_masked_where_its_event_cannot_be_written(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.show(desk.filing(S.REQUESTED, form=""))
    card = opened(desk)

    def refused(*_args: object) -> None:
        raise Refused(Words("您的权限不允许这一步。", "Your role does not allow this."))

    monkeypatch.setattr(Work, "note", refused)
    card.customer._link.clicked.emit()
    desk.settle()
    assert card.customer.is_masked
    assert "不允许" in card.strip.text()


def test_what_a_colleague_learnt_meanwhile_is_not_written_over_unseen(desk: Desk) -> None:
    filing = desk.filing(S.REQUESTED, form="")
    desk.show(filing)
    card = opened(desk)
    choose(card, "province", "420000")
    choose(card, "subject.sponsor_kind", "enterprise")
    desk.colleague(edit_form, filing, {"province": "330000", "subject.sponsor_name": "云杉"})
    desk.pane.reload()
    desk.settle()
    card.filled.click()
    desk.settle()
    assert desk.saved(filing).filing.state is S.REQUESTED
    assert "浙江" in card.learnt["province"]._finding._words.text()
    assert "周启明" in card.strip.text()
    card.filled.click()
    desk.settle()
    assert desk.saved(filing).filing.state is S.COLLECTING
    assert desk.value(filing, "province") == "420000"
    assert desk.value(filing, "subject.sponsor_name") == "云杉"


def test_what_was_not_touched_in_the_card_is_not_sent(desk: Desk) -> None:
    filing = desk.filing(S.REQUESTED, form="")
    desk.show(filing)
    card = opened(desk)
    desk.colleague(edit_form, filing, {"province": "330000"})
    desk.pane.reload()
    desk.settle()
    card.filled.click()
    desk.settle()
    assert desk.saved(filing).filing.state is S.CONTACTED
    assert desk.value(filing, "province") == "330000"


def test_a_time_that_is_none_is_refused_at_its_field(desk: Desk) -> None:
    filing = desk.filing(S.REQUESTED, form="")
    desk.show(filing)
    card = opened(desk)
    at = card.fields["at"].focusProxy()
    at.selectAll()
    desk.qtbot.keyClicks(at, "25:99")
    card.filled.click()
    desk.settle()
    assert card.fields["at"]._finding.isVisible()
    assert desk.saved(filing).filing.state is S.REQUESTED


def test_ctrl_l_logs_a_contact_whatever_the_state(desk: Desk) -> None:
    desk.show(desk.filing(S.REQUESTED, form=""))
    desk.qtbot.keyClick(desk.pane, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(desk.pane.desk.card, FirstContactCard)
    desk.show(desk.filing(S.COLLECTING))
    desk.qtbot.keyClick(desk.pane, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    card = desk.pane.desk.card
    assert card is not None
    assert set(card.fields) == {"outcome", "at", "note"}
