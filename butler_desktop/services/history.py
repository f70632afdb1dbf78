"""History: the journal of an order as people read it."""

from dataclasses import dataclass
from datetime import datetime

from butler_desktop.domain.changes import ABSENT, CREATE, Change
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing_states import STATES, FilingState
from butler_desktop.domain.form import field_at
from butler_desktop.domain.transition import Action
from butler_desktop.domain.workflow import TRANSITIONS
from butler_desktop.errors import Refused
from butler_desktop.storage import journal
from butler_desktop.storage.integrity import JournalFault, verify_journal
from butler_desktop.storage.work import Work
from butler_desktop.words import Words, joined

_TOLD = {row.action: row.told for row in TRANSITIONS}

ACT_WORDS = {
    "order.enter": Words("登记订单", "Order entered"),
    "order.import": Words("导入订单", "Order imported"),
    "order.contact": Words("登记沟通", "Contact logged"),
    "filing.request": Words("发起备案", "Filing started"),
    "filing.edit": Words("修改备案信息", "Form edited"),
    "material.attach": Words("添加材料", "Material attached"),
    "material.withdraw": Words("移除材料", "Material removed"),
    "packet.make": Words("生成确认包", "Packet made"),
}

FORM = "particulars."
"""The journal's paths of the form start with this."""

SHOWN_FIELDS = 3
"""An edit names this many fields; more are counted."""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One line of a timeline. Times UTC; ``revision`` counts within the order."""

    revision: int
    at: datetime
    actor: str
    act: str
    words: Words
    detail: Words
    state: FilingState | None = None
    """The state that the act led a filing to, if it did."""


def history(work: Work, order_id: str, filing_id: str | None = None) -> tuple[HistoryLine, ...]:
    """The acts on an order, or those that touched one filing; newest first."""
    lines = []
    owned = _ids_of(work, order_id, filing_id) if filing_id else None
    for entry in journal.entries(work.connection, order_id):
        changes = [c for c in entry.changes if owned is None or c.id in owned]
        if changes:
            lines.append(
                HistoryLine(
                    entry.revision,
                    entry.at,
                    entry.actor,
                    entry.act,
                    act_words(entry.act),
                    _detail(changes),
                    _reached(changes),
                )
            )
    return tuple(reversed(lines))


def act_words(act: str) -> Words:
    """What the timeline says for an act's name."""
    name, _, action = act.partition(":")
    if name == "filing.advance":
        return _TOLD[Action(action)]
    return ACT_WORDS[name]


def last_move(work: Work, dossier: Dossier, filing_id: str) -> tuple[str, datetime]:
    """Who moved the filing to its present state, and when (UTC)."""
    for entry in reversed(journal.entries(work.connection, dossier.order.id)):
        if any(c.id == filing_id and "state" in c.fields for c in entry.changes):
            return entry.actor, entry.at
    raise AssertionError("a filing without a journal")


def verify(work: Work, order_id: str) -> tuple[JournalFault, ...]:
    """What is wrong with the order's journal; nothing when it is whole."""
    return verify_journal(work.connection, order_id, work.rulebook)


def _ids_of(work: Work, order_id: str, filing_id: str) -> set[str]:
    dossier = work.dossier(order_id)
    places = (dossier.materials, dossier.packets, dossier.contacts, dossier.ratings)
    return {filing_id} | {v.id for place in places for v in place if v.filing_id == filing_id}


def _reached(changes: list[Change]) -> FilingState | None:
    states = [c.fields["state"][1] for c in changes if c.kind == "filing" and "state" in c.fields]
    return FilingState(states[-1]) if states else None


def _detail(changes: list[Change]) -> Words:
    for change in changes:
        state = change.fields.get("state")
        if change.kind == "filing" and state and change.op != CREATE:
            old, new = (STATES[FilingState(side)].words for side in state)
            return Words(f"{old.zh} → {new.zh}", f"{old.en} → {new.en}")
    fields = [
        _field_words(path.removeprefix(FORM))
        for change in changes
        if change.kind == "filing" and change.op != CREATE
        for path in change.fields
        if path.startswith(FORM)
    ]
    if fields:
        told = joined(fields[:SHOWN_FIELDS])
        more = len(fields) - SHOWN_FIELDS
        return told + Words(f" 等 {len(fields)} 项", f" and {more} more") if more > 0 else told
    for change in changes:
        for path in ("file_name", "note", "version"):
            _, new = change.fields.get(path, (ABSENT, ABSENT))
            if new is not ABSENT and new:
                text = f"v{new}" if path == "version" else str(new)
                return Words(text, text)
    return Words("", "")


def _field_words(path: str) -> Words:
    """The field's name; its path where a newer version knows a field that this one does not."""
    try:
        return field_at(path).words
    except Refused:
        return Words(path, path)
