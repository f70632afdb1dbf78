"""Told list: of which key states the customer was told, how and when, or not yet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from butler_desktop.domain.call_script import SCRIPTED, call_script
from butler_desktop.domain.mail import OPEN_MAIL, Mail
from butler_desktop.domain.message import ToldLine, message_text
from butler_desktop.domain.role import may_write
from butler_desktop.domain.telling import OCCASION_WORDS, Occasion
from butler_desktop.domain.time_words import near_moment_text
from butler_desktop.domain.transition import Action
from butler_desktop.domain.workflow import transition
from butler_desktop.domain.workflow_inputs import CHANNEL_WORDS
from butler_desktop.services.filing_view import FilingView
from butler_desktop.ui.detail.mail_line import mail_line
from butler_desktop.ui.detail.script_dialog import ScriptDialog
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button, Size
from butler_desktop.ui.kit.finding_line import FindingLine
from butler_desktop.ui.kit.hint import Hint
from butler_desktop.ui.kit.section_header import SectionHeader
from butler_desktop.ui.kit.text import Link, Text

DOT = " ・ "


class ToldList(QWidget):
    """A row a key state: what of, whether, the text to copy, and the tick that it was told."""

    copied = Signal(str)
    """The text that lies on the clipboard now is of this occasion, in words."""
    sheet_wanted = Signal()
    """The customer's progress sheet."""
    mail_wanted = Signal(str)
    """The customer is to be written to of this occasion."""
    mail_settled = Signal(str, str)
    """What the butler says of mail that waits: its id, and the key of the link."""
    tick_wanted = Signal(str, dict)
    """The act by which it is recorded that the customer was told, and what is known of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] = ()
        self._view: FilingView | None = None
        self.links: dict[tuple[Occasion, str], Link] = {}
        self.mail_lines: dict[Occasion, FindingLine] = {}
        self._head = SectionHeader(self.tr("Told to the customer"))
        words = self.tr("Progress sheet")
        self.sheet_button = Button(words, icon="file-output", size=Size.SMALL)
        self.sheet_button.clicked.connect(self.sheet_wanted)
        self._head.add_right(self.sheet_button)
        self._list = QWidget()
        self._rows = VBox(self._list, gap=6)
        stack = VBox(self, gap=8)
        stack.addWidget(self._head)
        stack.addWidget(self._list)

    def show_view(self, view: FilingView) -> None:
        """List the key states that the filing has reached."""
        self._view = view
        facts = (view.told, view.mails, view.can_mail, view.role, view.now.date())
        shown = (view.filing.id, view.filing.state, *facts)
        self.sheet_button.setVisible(may_write(view.role))
        if shown == self._shown:
            return
        self._shown = shown
        only = Qt.FindChildOption.FindDirectChildrenOnly
        for old in self._list.findChildren(QWidget, options=only):
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.links, self.mail_lines = {}, {}
        for line in reversed(view.told):
            self._rows.addWidget(self._row(line, view))
            mail = open_mail(view, line.occasion)
            if mail is not None and may_write(view.role):
                self._rows.addWidget(self._mail(mail, view))
        waiting = sum(it.telling is None for it in view.told)
        words = self.tr("%1 not told yet").replace("%1", str(waiting))
        self._head.show_status(words if waiting else "", "circle-dashed" if waiting else "")

    def copy(self, occasion: Occasion) -> None:
        """Put the text for the customer on the clipboard."""
        view = self._view
        if view is not None:
            packet = view.packets[0] if view.packets else None
            text = message_text(occasion, view.filing, view.order, packet)
            QApplication.clipboard().setText(text)
            self.copied.emit(said(OCCASION_WORDS[occasion]))

    def show_script(self, occasion: Occasion) -> None:
        """Show what is talked through on the telephone."""
        view = self._view
        if view is None:
            return
        hours = view.rulebook.face_verification_hours
        steps = call_script(occasion, view.filing, view.sms, hours)
        title = f"{said(OCCASION_WORDS[occasion])} ・ {self.tr('Call script')}"
        dialog = ScriptDialog(title, steps, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _row(self, line: ToldLine, view: FilingView) -> QWidget:
        row = QWidget()
        told = line.telling
        icon, ink = ("circle-check", "green") if told else ("circle-dashed", "amber")
        when = self.tr("not told yet")
        if told is not None:
            channel = CHANNEL_WORDS.get(told.how)
            parts = (said(near_moment_text(told.at, view.now)), said(channel) if channel else "")
            when = DOT.join(it for it in (*parts, told.by) if it)
        words = said(OCCASION_WORDS[line.occasion])
        row.setAccessibleName(f"{words} {when}")
        inside = HBox(row, gap=8)
        inside.addWidget(Hint(icon, "", ink, size=16))
        inside.addWidget(Text(words, Role.BODY))
        inside.addStretch(1)
        inside.addWidget(Text(when, Role.META, "text_3" if told else "amber"))
        if line.occasion in SCRIPTED:
            script = Link(self.tr("Call script"))
            script.clicked.connect(lambda: self.show_script(line.occasion))
            self.links[line.occasion, "script"] = script
            inside.addWidget(script)
        copy = Link(self.tr("Copy the text"))
        copy.clicked.connect(lambda: self.copy(line.occasion))
        self.links[line.occasion, "copy"] = copy
        inside.addWidget(copy)
        if told is None and view.can_mail and open_mail(view, line.occasion) is None:
            write = Link(self.tr("Send by e-mail"))
            write.clicked.connect(lambda: self.mail_wanted.emit(str(line.occasion)))
            self.links[line.occasion, "mail"] = write
            inside.addWidget(write)
        act, given = Action.TELL_CUSTOMER, {"message": str(line.occasion)}
        if line.occasion is Occasion.REMINDER:
            act, given = Action.RECORD_REMINDER, {}
        can_tick = transition(view.filing.state, act) is not None
        if told is None and can_tick and may_write(view.role):
            tick = Link(self.tr("Tick as told"))
            tick.clicked.connect(lambda: self.tick_wanted.emit(act, given))
            self.links[line.occasion, "tick"] = tick
            inside.addWidget(tick)
        return row

    def _mail(self, mail: Mail, view: FilingView) -> QWidget:
        row = QWidget()
        line = mail_line(mail, view)
        line.link_clicked.connect(lambda key: self.mail_settled.emit(mail.id, key))
        HBox(row, sides=(24, 0, 0, 0)).addWidget(line)
        self.mail_lines[mail.occasion] = line
        return row


def open_mail(view: FilingView, occasion: Occasion) -> Mail | None:
    """The mail of an occasion that is not settled, if there is any."""
    waits = (it for it in view.mails if it.occasion is occasion and it.state in OPEN_MAIL)
    return next(waits, None)
