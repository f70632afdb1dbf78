"""Card drafts: what is typed into the form of an act, kept until the act is done or given up.

They lie with the drafts of the filing form, under places of their own. An act
that somebody else has done meanwhile leaves its words behind, to be copied.
"""

from functools import partial

from butler_desktop.domain.transition import Action, Transition
from butler_desktop.domain.workflow import transition
from butler_desktop.services.drafts import Draft, Key
from butler_desktop.services.filing_view import FilingView
from butler_desktop.ui.detail.act_card import ActCard
from butler_desktop.ui.detail.drafts import Drafts
from butler_desktop.ui.detail.field_widgets import is_text
from butler_desktop.ui.kit.field import Field

PREFIX = "act:"


class CardDrafts:
    """Joins the cards of acts to the drafts."""

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts

    def join(self, card: ActCard) -> None:
        """Put in what was typed into this card before, and keep what is typed from now on."""
        for name, field in card.fields.items():
            if is_text(field):
                key = card.view.filing.id, f"{PREFIX}{card.row.action}:{name}"
                draft = self._drafts.find(key)
                if draft is not None:
                    field.set_value(draft.typed)
                    self._drafts.put(key, draft)
                field.edited.connect(partial(self._typed, key, field))

    def forget(self, filing_id: str, action: Action) -> None:
        """The act is done."""
        for path in self._drafts.of(filing_id):
            if path.startswith(f"{PREFIX}{action}:"):
                self._drafts.drop((filing_id, path))

    def restored(self, view: FilingView) -> Transition | None:
        """An act that can be done, whose form was being filled when the program ended."""
        for path in self._drafts.of(view.filing.id):
            row = _row(view, path)
            if row is not None and self._drafts.is_restored((view.filing.id, path)):
                return row
        return None

    def stranded(self, view: FilingView) -> dict[str, str]:
        """What was typed for acts that can be done no more, by place."""
        return {
            path: str(draft.typed)
            for path, draft in self._drafts.of(view.filing.id).items()
            if path.startswith(PREFIX) and _row(view, path) is None
        }

    def discard(self, filing_id: str, paths: list[str]) -> None:
        """Give up what was typed."""
        for path in paths:
            self._drafts.drop((filing_id, path))

    def _typed(self, key: Key, field: Field) -> None:
        text = str(field.value())
        if text.strip():
            self._drafts.put(key, Draft(text, "", self._drafts.now()))
        else:
            self._drafts.drop(key)


def _row(view: FilingView, path: str) -> Transition | None:
    """The act that a place belongs to, as the filing's state has it."""
    name = path.removeprefix(PREFIX).partition(":")[0]
    if not path.startswith(PREFIX) or name not in set(Action):
        return None
    return transition(view.filing.state, Action(name))
