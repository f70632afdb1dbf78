"""The first contact: reached, it settles everything; not reached, it stays on record."""

from PySide6.QtCore import Qt

from butler_desktop.domain.contact import Outcome
from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.ui.detail.contact_row import ContactRow
from butler_desktop.ui.detail.detail_tabs import Tab
from butler_desktop.ui.detail.first_contact_card import FirstContactCard
from butler_desktop.ui.kit.text_field import TextField
from tests.ui.detail.desk import Desk, commit


def opened(desk: Desk) -> FirstContactCard:
    desk.pane.desk.press()
    card = desk.pane.desk.card
    assert isinstance(card, FirstContactCard)
    return card


def fill(card: FirstContactCard) -> None:
    for path, key in (("province", "440000"), ("subject.sponsor_kind", "enterprise")):
        card.learnt[path].set_value(key)
        card.learnt[path].edited.emit()


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

    desk.show(desk.filing(S.REQUESTED, form=""))
    (line,) = opened(desk).findChildren(CustomerLine)
    assert line._words.text() == "沈先生 138****1234"
    line._link.clicked.emit()
    assert line._words.text() == "沈先生 13800001234"
    line._clock.timeout.emit()
    assert line.is_masked


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
