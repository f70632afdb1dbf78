"""Act desk: what the buttons of the detail do: acts, their cards, refusals and their cures."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from butler_desktop.domain.contact import Outcome
from butler_desktop.domain.transition import Action, Transition
from butler_desktop.domain.workflow import transition
from butler_desktop.errors import ButlerError, Overtaken, Refused
from butler_desktop.services.filing_view import FilingView, Offer
from butler_desktop.ui import i18n
from butler_desktop.ui.background import Background
from butler_desktop.ui.detail.act_card import ActCard
from butler_desktop.ui.detail.advice_output import AdviceOutput
from butler_desktop.ui.detail.card_drafts import CardDrafts
from butler_desktop.ui.detail.card_shelf import CardShelf
from butler_desktop.ui.detail.detail_tabs import DetailTabs, Tab, tab_of
from butler_desktop.ui.detail.filing_acts import FilingActs
from butler_desktop.ui.detail.findings_desk import FindingsDesk
from butler_desktop.ui.detail.first_contact_card import FirstContactCard
from butler_desktop.ui.detail.mail_desk import MailDesk
from butler_desktop.ui.detail.next_step import next_step
from butler_desktop.ui.detail.progress_output import ProgressOutput
from butler_desktop.ui.detail.stranded_words import StrandedWords
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.announce import announce
from butler_desktop.ui.kit.dialog import Dialog
from butler_desktop.ui.kit.next_action import NextAction
from butler_desktop.ui.promises.promise_desk import PromiseDesk

LOOK = "look"


class ActDesk(QObject):
    """Joins the panel, the tabs and the acts of the filing that is shown."""

    filing_wanted = Signal(str)
    """The number of another filing that stands in the way."""

    reload_wanted = Signal()
    """What is shown is out of date."""

    card_changed = Signal()
    """A card was opened or put aside."""

    def __init__(
        self, background: Background, panel: NextAction, tabs: DetailTabs, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._panel, self._tabs = panel, tabs
        self._view: FilingView | None = None
        self._shelf = CardShelf(self)
        self._drafts = CardDrafts(tabs.saving.drafts)
        self._stranded = StrandedWords(self._drafts, tabs.strip, self)
        tabs.saving.drafts.restored.connect(self._restore)
        self._card: ActCard | None = None
        self._cures: tuple[str, ...] = ()
        self._walked, self._walked_to = -1, ""
        self._acts = FilingActs(background, self)
        self._acts.done.connect(self._done)
        self._acts.refused.connect(self._refused)
        panel.acted.connect(self.press)
        panel.second_acted.connect(self.press_second)
        tabs.strip.acted.connect(self._cure)
        tabs.findings.chosen.connect(self.go_to)
        self.findings = FindingsDesk(background, tabs.strip, self.go_to, tabs)
        tabs.findings.acted.connect(self.findings.do)
        tabs.findings.answered.connect(self.findings.answer)
        tabs.findings.taken_back.connect(self.findings.take_back)
        tabs.form.finding_acted.connect(self.findings.do)
        tabs.contacts.log_wanted.connect(self.log_contact)
        tabs.contacts.promise_acted.connect(self._act_on_promise)
        tabs.contacts.told.tick_wanted.connect(
            lambda act, given: self.start_action(Action(act), given)
        )
        tabs.contacts.told.copied.connect(self._copied)
        self.sheets = ProgressOutput(background, tabs.strip, tabs)
        tabs.contacts.told.sheet_wanted.connect(self._ask_sheet)
        self.advice = AdviceOutput(background, tabs.strip, tabs)
        tabs.findings.risk.advice_wanted.connect(self.advice.ask_where)
        self.promises = PromiseDesk(background, tabs.strip, self._now, tabs)
        self.mail = MailDesk(background, tabs.strip, tabs)
        tabs.contacts.told.mail_wanted.connect(self._write_mail)
        tabs.contacts.told.mail_settled.connect(self.mail.settle)
        tabs.packet.act_wanted.connect(self.start_action)
        tabs.packet.make_wanted.connect(self._make_packet)
        tabs.materials.chase_wanted.connect(self._chase)

    @property
    def acts(self) -> FilingActs:
        """What sends the acts."""
        return self._acts

    @property
    def card(self) -> ActCard | None:
        """The open form of an act."""
        return self._card

    def show_view(self, view: FilingView) -> None:
        """Say what comes next for this filing, with the card that is open on it."""
        before, self._view = self._view, view
        self.findings.show_view(view)
        if before is not None and before.filing.id != view.filing.id:
            self._shelf.close(before.filing.id)
            self._tabs.strip.clear()
            self._walked, self._walked_to = -1, ""
        self._restore()
        card = self._shelf.opened(view)
        if card is not self._card:
            self._hold(card)
        self._tell()

    def press(self) -> None:
        """Do what the one filled button says."""
        if self._card is not None:
            self._card.filled.click()
        elif self._view is not None and self._view.primary is not None:
            self.offer(self._view.primary)

    def press_second(self) -> None:
        """The quiet button: another act, or collapse the open card."""
        if self._card is not None:
            self.collapse()
        elif self._view is not None and self._view.secondary is not None:
            self.offer(self._view.secondary)

    def offer(self, offer: Offer) -> None:
        """Do an act, or go to the first thing that it lacks."""
        if offer.lacks:
            announce(self._tabs, said(offer.lacks[0].words))
            self.go_to(offer.lacks[0].place)
        else:
            self.start(offer.row)

    def start_action(self, action: Action, given: Mapping[str, str] | None = None) -> None:
        """Start an act by its name, if the filing's state has it; ``given`` fills its form."""
        row = transition(self._view.filing.state, action) if self._view else None
        if row is not None:
            self.start(row)
            if self._card is not None and given:
                self._card.fill(given)

    def start(self, row: Transition) -> None:
        """Open the form of an act, ask where it cannot be undone, or do it at once."""
        if self._view is None:
            return
        self._tabs.strip.clear()
        if row.inputs:
            self._open(self._shelf.card(row, self._view))
        elif row.irreversible:
            self._ask(row)
        else:
            self._acts.act(self._view, row.action, {})

    def collapse(self) -> None:
        """Put the open card aside; what was typed stays in it."""
        if self._view is not None and self._card is not None:
            self._shelf.close(self._view.filing.id)
            self._hold(None)
            self._tell()
            self._panel.filled_button.setFocus()

    def log_contact(self) -> None:
        """Open the form that logs a contact; before the first one, that of the first contact."""
        if self._view is None:
            return
        state = self._view.filing.state
        first = transition(state, Action.CONTACT_CUSTOMER)
        self.start_action(Action.CONTACT_CUSTOMER if first else Action.LOG_CONTACT)

    def walk(self, step: int) -> None:
        """Go to the next or previous thing to mend; what was mended has left its number free."""
        places = self._places()
        if not places:
            return
        if self._walked_to in places:
            number = places.index(self._walked_to) + step
        elif self._walked >= 0:
            number = self._walked if step > 0 else self._walked - 1
        else:
            number = 0 if step > 0 else -1
        self._walked = number % len(places)
        self._walked_to = places[self._walked]
        self.go_to(self._walked_to)

    def go_to(self, place: str) -> None:
        """Bring a place to the eye and the keyboard into it; see ``Lack.place``."""
        kind, _, name = place.partition(":")
        if kind == "form":
            self._tabs.go_to(Tab.FORM)
            self._tabs.form.go_to(name)
        elif kind == "material":
            self._tabs.go_to(Tab.MATERIALS)
            self._tabs.materials.tab.go_to(name)
        elif kind == "fact":
            self._tabs.go_to(Tab.FINDINGS)
            self._tabs.findings.go_to(place)
        elif kind == "packet":
            self._tabs.go_to(Tab.PACKET)
        elif kind == "face":
            self.start_action(Action.RECORD_FACE_VERIFICATION)
        elif kind == "filing":
            self.filing_wanted.emit(name)

    def _ask_sheet(self) -> None:
        if self._view is not None:
            self.sheets.ask_where(self._view)

    def _write_mail(self, occasion: str) -> None:
        if self._view is not None:
            self.mail.write(self._view.filing.id, occasion)

    def _copied(self, of_what: str) -> None:
        told = self.tr("Copied: %1. Paste it to the customer, then tick it as told.")
        self._tabs.strip.show_message("green", told.replace("%1", of_what), closable=True)

    def _places(self) -> list[str]:
        """What F8 walks through: marks, findings in the form's order, then what is missing."""
        if self._view is None:
            return []
        marks = [mark.place for mark in self._view.corrections if not mark.is_done]
        found = [finding.place for finding in self._view.findings if finding.is_open]
        offers = (self._view.primary, self._view.secondary)
        lacks = [lack.place for offer in offers if offer for lack in offer.lacks if lack.place]
        return list(dict.fromkeys((*marks, *found, *lacks)))

    def _tell(self) -> None:
        if self._view is None:
            return
        step = next_step(self._view)
        self._panel.show_words(step.title, step.sentence, step.due)
        if self._card is not None:
            self._panel.show_buttons(second=self.tr("Collapse"), second_shortcut="Esc")
        else:
            self._panel.show_buttons(step.act, second=step.second)

    def _restore(self) -> None:
        """Open the card that was being filled, and show words that no card takes any more."""
        view = self._view
        if view is None:
            return
        row = self._drafts.restored(view)
        if row is not None and self._shelf.opened(view) is None:
            card = self._shelf.card(row, view)
            self._shelf.open(card)
            self._hold(card)
            self._tell()
        self._stranded.show(view)

    def _open(self, card: ActCard) -> None:
        self._shelf.open(card)
        self._hold(card)
        self._tell()
        card.first_field().setFocus()

    def _hold(self, card: ActCard | None) -> None:
        """Put a card into its tab, in the place of another."""
        if self._card is not None and self._card is not card:
            self._tabs.take_card(tab_of(self._card.row.action), None)
        self._card = card
        if card is not None:
            tab = tab_of(card.row.action)
            self._tabs.take_card(tab, card)
            self._tabs.go_to(tab)
            if not card.is_joined:
                card.is_joined = True
                self._drafts.join(card)
                card.acted.connect(lambda given, card=card: self._act(card, given))
                card.reveal_wanted.connect(lambda card=card: self._acts.reveal_contact(card))
        self.card_changed.emit()

    def _act(self, card: ActCard, given: dict[str, str]) -> None:
        if isinstance(card, FirstContactCard):
            learnt, shown = card.learnt_values(), card.shown_values()
            if card.reached:
                start = card.starts_collecting
                self._acts.first_contact(card.view, given, learnt, shown, start=start)
            else:
                outcome = Outcome(str(card.outcome.value()))
                self._acts.log_attempt(card.view, outcome, given, learnt, shown)
        else:
            self._acts.act(card.view, card.row.action, given)

    def _ask(self, row: Transition) -> None:
        """What leaves the house is asked about first."""
        view = self._view
        if view is None:
            return
        sentence = self.tr("This leaves the house and cannot be undone: %1, %2.")
        sentence = sentence.replace("%1", view.filing.number)
        sentence = sentence.replace("%2", view.filing.particulars.subject.sponsor_name or "")
        words = said(row.words)
        dialog = Dialog(words, words, sentence=sentence, width=440, parent=self._tabs.window())
        dialog.acted.connect(dialog.accept)
        dialog.accepted.connect(lambda: self._acts.act(view, row.action, {}))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _make_packet(self, delta: bool) -> None:
        if self._view is not None:
            self._acts.make_packet(self._view, delta=delta)

    def _chase(self, paper: str) -> None:
        """Ask the customer for a paper again: a contact with the words begun."""
        if self._view is None:
            return
        chase = transition(self._view.filing.state, Action.CHASE_MATERIALS)
        self.start_action(Action.CHASE_MATERIALS if chase else Action.LOG_CONTACT)
        if self._card is not None and "note" in self._card.fields:
            note = self.tr("Please photograph again: %1").replace("%1", paper)
            self._card.fields["note"].set_value(note)

    def _done(self, filing_id: str, action: Action) -> None:
        self._drafts.forget(filing_id, action)
        card = self._shelf.find(filing_id, action)
        if card is not None:
            if card is self._card:
                self._hold(None)
            self._shelf.drop(filing_id, action)
            self._tell()

    def _refused(self, filing_id: str, action: Action, error: ButlerError) -> None:
        if isinstance(error, Overtaken):
            self.reload_wanted.emit()
        card = self._shelf.find(filing_id, action)
        if card is not None:
            card.refuse(error)
        if self._view is None or self._view.filing.id != filing_id:
            return
        lacks = error.findings if isinstance(error, Refused) else ()
        self._cures = tuple(lack.place for lack in lacks if lack.place)
        cure = ((LOOK, self.tr("Go there")),) if self._cures and card is None else ()
        if card is None or isinstance(error, Overtaken):
            told = error.said(i18n.language())
            self._tabs.strip.show_message("red", told, cure, closable=True)
            announce(self._tabs, told)

    def _now(self) -> datetime:
        """When what is shown was read; nothing is promised where nothing is shown."""
        if self._view is None:
            raise AssertionError("an act on nothing")
        return self._view.now

    def _act_on_promise(self, contact_id: str, key: str) -> None:
        if self._view is not None:
            contact = next(it for it in self._view.contacts if it.id == contact_id)
            self.promises.act(contact, key)

    def _cure(self, key: str) -> None:
        if key == LOOK and self._cures:
            self._tabs.strip.clear()
            self.go_to(self._cures[0])
