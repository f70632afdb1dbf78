"""Findings desk: what the buttons at a finding do, and the way back from it."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from butler_desktop.domain.checks import Finding
from butler_desktop.domain.form_shape import Leaf
from butler_desktop.domain.transition import Action
from butler_desktop.errors import ButlerError
from butler_desktop.services.filing_view import FilingView
from butler_desktop.services.filings import act, edit_form
from butler_desktop.ui.background import Background
from butler_desktop.ui.detail.finding_looks import AGREE, FIX, GO, KEEP, WITHDRAW
from butler_desktop.ui.detail.keep_dialog import KeepDialog
from butler_desktop.ui.i18n import language
from butler_desktop.ui.kit.message_strip import MessageStrip
from butler_desktop.ui.kit.undo_strip import UndoStrip

Back = Callable[[], None]


class FindingsDesk(QObject):
    """Joins the rows to the services; a refusal is said in ``strip``, undo lies over ``page``."""

    def __init__(
        self,
        background: Background,
        strip: MessageStrip,
        go_to: Callable[[str], None],
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._background, self._strip, self._go_to, self._page = background, strip, go_to, page
        self._view: FilingView | None = None
        self.dialog: KeepDialog | None = None
        self.undo = UndoStrip(page)

    def show_view(self, view: FilingView) -> None:
        """Act on this filing from now on."""
        self._view = view

    def do(self, finding: Finding, key: str) -> None:
        """Do what a button or a link at a finding says."""
        named = {"rule": finding.rule, "place": finding.place}
        if key == GO:
            self._go_to(self._mended_at(finding))
        elif key == FIX:
            self._fix(finding)
        elif key == KEEP:
            self._ask(finding, Action.WAIVE_FINDING, named)
        elif key == AGREE:
            if self._view is not None and self._view.is_signed_in:
                self._act(Action.AGREE_WAIVER, named, self.tr("Agreed"))
            else:
                self._ask(finding, Action.AGREE_WAIVER, named)
        elif key == WITHDRAW:
            self._withdraw(finding, named)

    def answer(self, places: tuple[str, ...], answer: str, day: str) -> None:
        """Note what was looked up."""
        given = {"question": ",".join(places), "answer": answer}
        back = partial(self._act, Action.TAKE_BACK_FACT, {"question": given["question"]}, "")
        told = self.tr("Noted: %1 looked up").replace("%1", str(len(places)))
        self._act(Action.NOTE_FACT, given | ({"day": day} if day else {}), told, back)

    def take_back(self, place: str) -> None:
        """What was looked up is to be looked up again."""
        self._act(Action.TAKE_BACK_FACT, {"question": place}, "")

    def _mended_at(self, finding: Finding) -> str:
        """Where one goes: of a bad answer to what it is about."""
        asked = self._view.questions if self._view else ()
        found = (it.look_at for it in asked if it.place == finding.place)
        return next(found, finding.place)

    def _fix(self, finding: Finding) -> None:
        view, fix = self._view, finding.fix
        if view is None or fix is None:
            return
        before = view.filing.particulars.get(fix.path)
        told, filing_id = self.tr("Changed"), view.filing.id
        back = partial(self._write, filing_id, fix.path, before, fix.value, "")
        self._write(filing_id, fix.path, fix.value, before, told, back)

    def _write(
        self,
        filing_id: str,
        path: str,
        value: Leaf,
        seen: Leaf,
        told: str,
        back: Back | None = None,
    ) -> None:
        self._background.do(
            self,
            edit_form,
            filing_id,
            {path: value},
            {path: seen},
            then=lambda _: self._done(told, back),
            failed=self._refused,
        )

    def _ask(self, finding: Finding, action: Action, named: dict[str, str]) -> None:
        view = self._view
        if view is None:
            return
        dialog = KeepDialog(
            finding,
            is_signed_in=view.is_signed_in,
            is_agreeing=action is Action.AGREE_WAIVER,
            parent=self._page.window(),
        )
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        is_asked = action is Action.WAIVE_FINDING and finding.needs_second
        told = self.tr("Let pass")
        back = partial(self._act, Action.WITHDRAW_WAIVER, named, "")

        def send() -> None:
            given = named | dialog.given()
            said = (
                self.tr("Waits for a second person")
                if is_asked and not given.get("second")
                else told
            )
            self._act(action, given, said, back, dialog)

        dialog.acted.connect(send)
        dialog.open()

    def _withdraw(self, finding: Finding, named: dict[str, str]) -> None:
        given = finding.waiver or finding.requested
        back: Back | None = None
        if given is not None and not finding.needs_second:  # a second one agrees anew
            again = named | {"reason": given.reason}
            back = partial(self._act, Action.WAIVE_FINDING, again, "")
        self._act(Action.WITHDRAW_WAIVER, named, self.tr("Let pass no longer"), back)

    def _act(
        self,
        action: Action,
        given: dict[str, str],
        told: str,
        back: Back | None = None,
        dialog: KeepDialog | None = None,
    ) -> None:
        if self._view is None:
            return
        failed: Callable[[ButlerError], Any] = self._refused
        if dialog is not None:
            failed = partial(self._refused_in, dialog)
        self._background.do(
            self,
            act,
            self._view.filing.id,
            action,
            given,
            then=lambda _: self._done(told, back, dialog),
            failed=failed,
        )

    def _done(self, told: str, back: Back | None, dialog: KeepDialog | None = None) -> None:
        if dialog is not None:
            dialog.accept()
        if told:
            self.undo.show_act(told, back)

    def _refused_in(self, dialog: KeepDialog, error: ButlerError) -> None:
        """What was typed stays."""
        dialog.strip.show_message("red", error.said(language()))

    def _refused(self, error: ButlerError) -> None:
        self._strip.show_message("red", error.said(language()), closable=True)
