"""Card shelf: the open form of an act, and the collapsed ones with what was typed into them."""

from PySide6.QtCore import QObject

from butler_desktop.domain.transition import Action, Transition
from butler_desktop.domain.workflow import transition
from butler_desktop.services.filing_view import FilingView
from butler_desktop.ui.detail.act_card import ActCard
from butler_desktop.ui.detail.first_contact_card import FirstContactCard

Key = tuple[str, Action]


class CardShelf(QObject):
    """One card a filing and act. A collapsed card keeps what was typed until the act is done."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: dict[Key, ActCard] = {}
        self._open: dict[str, Key] = {}

    def card(self, row: Transition, view: FilingView) -> ActCard:
        """The card of an act on a filing; as it was left, or a new one."""
        key = (view.filing.id, row.action)
        known = self._cards.get(key)
        if known is not None:
            known.view = view
            return known
        kind = FirstContactCard if row.action is Action.CONTACT_CUSTOMER else ActCard
        self._cards[key] = kind(row, view)
        return self._cards[key]

    def open(self, card: ActCard) -> None:
        """Remember that this card is open in its filing."""
        self._open[card.view.filing.id] = (card.view.filing.id, card.row.action)

    def close(self, filing_id: str) -> None:
        """The filing's card is collapsed."""
        self._open.pop(filing_id, None)

    def opened(self, view: FilingView) -> ActCard | None:
        """The open card of a filing, if the act is still the same there."""
        key = self._open.get(view.filing.id)
        card = self._cards.get(key) if key else None
        if card is None:
            return None
        if transition(view.filing.state, card.row.action) is None:
            self.drop(view.filing.id, card.row.action)
            return None
        card.view = view
        return card

    def drop(self, filing_id: str, action: Action) -> None:
        """The act is done or gone: so is its card."""
        card = self._cards.pop((filing_id, action), None)
        if self._open.get(filing_id) == (filing_id, action):
            self._open.pop(filing_id)
        if card is not None:
            card.hide()
            card.deleteLater()

    def find(self, filing_id: str, action: Action) -> ActCard | None:
        """The card of an act, open or collapsed."""
        return self._cards.get((filing_id, action))
