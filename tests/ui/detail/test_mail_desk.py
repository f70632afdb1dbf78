"""Writing to the customer from the window: the words, the way out, and what needs the butler."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from butler_desktop.app import Program
from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.mail import MailState
from butler_desktop.domain.telling import Occasion
from butler_desktop.domain.transition import Action as A
from butler_desktop.services.filing_view import FilingView, filing_view
from butler_desktop.services.mails import mail_draft, queue_mail
from butler_desktop.settings import Settings
from butler_desktop.storage.work import Workspace
from butler_desktop.ui.detail.detail_tabs import Tab
from butler_desktop.ui.detail.mail_dialog import MailDialog
from butler_desktop.ui.detail.told_list import ToldList
from tests.services.scenario import do, reached
from tests.smtp import NEVER, TAKES_AND_CUTS, USER, PostOffice, a_post_office
from tests.ui.opened import Opened


class Writing(Opened):
    """The program at a desk that writes through a real mail server."""

    office: PostOffice

    def begin(self) -> ToldList:
        """Starts it; what is told to the customer."""
        given = Settings(
            butler="林晓雯",
            scheme="light",
            station="test",
            mail_server=f"127.0.0.1:{self.office.port}",
            mail_security="none",
            mail_sender=USER,
        )
        program = Program(given, str(self.folder / "butler.db"), clock=self.clock)
        self.programs.append(program)
        program.window.resize(1440, 900)
        with self.qtbot.waitActive(program.window):
            program.show()
            program.window.activateWindow()
        self.qtbot.waitUntil(lambda: program.workplace is not None)
        self.qtbot.waitUntil(lambda: self.place.mail is not None)
        self.settle()
        return self.place.queue.detail.tabs.contacts.told

    def show(self, filing_id: str) -> None:
        self.place.open_mail(filing_id)
        self.settle()

    def write(self, told: ToldList, occasion: Occasion) -> MailDialog:
        told.links[occasion, "mail"].clicked.emit()
        self.settle()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, MailDialog)
        return dialog

    def view(self, desk: Workspace, filing_id: str) -> FilingView:
        with desk.reading() as work:
            return filing_view(work, filing_id)


@pytest.fixture
def writing(qtbot: QtBot, tmp_path: object) -> Iterator[Writing]:
    with a_post_office() as office:
        made = Writing(qtbot, tmp_path)  # type: ignore[arg-type]
        made.office = office
        yield made
        made.end()


def test_the_packet_goes_out_and_its_delivery_is_on_record(writing: Writing) -> None:
    desk = writing.colleague()
    filing = reached(desk, S.INTERNAL_REVIEW)
    do(desk, filing, A.ISSUE_PACKET)
    told = writing.begin()
    writing.show(filing)
    dialog = writing.write(told, Occasion.CONFIRM)
    dialog.text.lines.appendPlainText("另：周五前请回复。")
    dialog.act_button.click()
    writing.settle()
    assert QApplication.activeModalWidget() is None
    (letter,) = writing.office.letters
    body = letter.get_body()
    assert body is not None
    assert "周五前请回复" in body.get_content()
    assert letter["From"] == f"林晓雯 <{USER}>"
    packet = writing.view(desk, filing).packets[0]
    assert packet.delivered_how == "email"
    assert (Occasion.CONFIRM, "mail") not in told.links
    desk.close()


def test_without_an_address_nothing_can_be_sent(writing: Writing) -> None:
    desk = writing.colleague()
    filing = reached(desk, S.SMS_PENDING)
    told = writing.begin()
    writing.show(filing)
    dialog = writing.write(told, Occasion.SMS)
    for typed, is_good in (("", False), ("沈先生", False), ("shen@yunshan.example", True)):
        dialog.recipient.edit.setText(typed)
        dialog.recipient.edited.emit()
        assert dialog.act_button.isEnabled() == is_good
    dialog.reject()
    assert writing.office.letters == []
    desk.close()


def test_what_nobody_knows_is_asked_where_the_butler_sees_it(writing: Writing) -> None:
    desk = writing.colleague()
    filing = reached(desk, S.SMS_PENDING)
    told = writing.begin()
    writing.show(filing)
    writing.office.orders.append(TAKES_AND_CUTS)
    writing.write(told, Occasion.SMS).act_button.click()
    writing.settle()
    strip = writing.place.window.failures
    assert strip.isVisible()
    assert "不确定是否已发出" in strip.text()
    assert "请先问客户" in told.mail_lines[Occasion.SMS].accessibleName()
    told.mail_lines[Occasion.SMS].link_clicked.emit("received")
    writing.settle()
    assert not strip.isVisible()
    assert told.mail_lines == {}
    assert len(writing.office.letters) == 1
    assert writing.view(desk, filing).told[-1].telling is not None
    desk.close()


def test_what_was_refused_is_said_at_the_next_start_and_sent_again(writing: Writing) -> None:
    desk = replace(writing.colleague(), mail=writing.office.account())
    filing = reached(desk, S.SMS_PENDING)
    with desk.editing() as work:
        draft = mail_draft(work, filing, Occasion.SMS)
        values = (draft.recipient, draft.subject, draft.body)
        queue_mail(work, filing, Occasion.SMS, *values)
    writing.office.orders.append(NEVER)
    told = writing.begin()
    assert writing.view(desk, filing).mails[0].state is MailState.FAILED
    strip = writing.place.window.failures
    (link,) = strip.cures()
    link.click()
    writing.settle()
    assert writing.place.queue.detail.tabs.tab is Tab.CONTACTS
    assert "no such mailbox" in told.mail_lines[Occasion.SMS].accessibleName()
    told.mail_lines[Occasion.SMS].link_clicked.emit("again")
    writing.settle()
    assert len(writing.office.letters) == 1
    desk.close()


def test_without_an_account_no_mail_is_offered(writing: Writing) -> None:
    desk = writing.colleague()
    filing = reached(desk, S.SMS_PENDING)
    writing.start()
    writing.show(filing)
    told = writing.place.queue.detail.tabs.contacts.told
    assert (Occasion.SMS, "copy") in told.links
    assert (Occasion.SMS, "mail") not in told.links
    desk.close()
