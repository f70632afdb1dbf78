"""What has changed since the last working period, as short lines."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from butler_desktop.domain.changes import CREATE, Change
from butler_desktop.domain.today import ChangeKind, ChangeLine
from butler_desktop.domain.transition import Action
from butler_desktop.storage.today import Act
from butler_desktop.words import Words

KINDS = {
    f"filing.advance:{Action.APPROVE}": ChangeKind.APPROVED,
    f"filing.advance:{Action.REJECT}": ChangeKind.REJECTED,
    f"filing.advance:{Action.RETURN_FOR_MODIFICATION}": ChangeKind.RETURNED,
    f"filing.advance:{Action.CONFIRM}": ChangeKind.CONFIRMED,
    f"filing.due:{Action.AUTO_CONFIRM}": ChangeKind.AUTO_CONFIRMED,
    f"filing.due:{Action.RECORD_SMS_EXPIRED}": ChangeKind.SMS_EXPIRED,
    f"filing.advance:{Action.RECORD_SMS_EXPIRED}": ChangeKind.SMS_EXPIRED,
}
"""What is told whoever did it."""

HANDED_OVER = ("order.hand_over", "filing.hand_over")

KIND_WORDS = {
    ChangeKind.APPROVED: Words("管局通过", "Approved"),
    ChangeKind.REJECTED: Words("管局退回", "Rejected by the authority"),
    ChangeKind.RETURNED: Words("客户退回", "Returned by the customer"),
    ChangeKind.CONFIRMED: Words("客户确认", "Confirmed by the customer"),
    ChangeKind.AUTO_CONFIRMED: Words("到期自动确认", "Confirmed at the deadline"),
    ChangeKind.SMS_EXPIRED: Words("短信核验超时", "SMS verification lapsed"),
    ChangeKind.HANDED_OVER: Words("转交", "Handed over"),
    ChangeKind.COLLEAGUE: Words("同事改动", "Changed by a colleague"),
}

SHOWN = 24
"""Characters of a reason."""


def change_lines(acts: Iterable[Act], actor: str) -> tuple[ChangeLine, ...]:
    """The lines of acts, newest first; what one colleague did to one filing is one line."""
    lines: list[ChangeLine] = []
    by_colleague: dict[tuple[str, str | None], tuple[int, int]] = {}
    for act in acts:
        filing_id = _filing_of(act.changes)
        kind = _kind(act, actor)
        if kind is None:
            continue
        if kind is ChangeKind.COLLEAGUE:
            key = (act.actor, filing_id or act.order_id)
            place, count = by_colleague.get(key, (len(lines), 0))
            count += _count(act.changes)
            by_colleague[key] = (place, count)
            detail = Words(f"{act.actor} 改了 {count} 处", f"{act.actor}: {count} places")
            if place < len(lines):
                old = lines[place]
                lines[place] = _line(kind, old.at, act, detail, filing_id)
                continue
            lines.append(_line(kind, act.at, act, detail, filing_id))
            continue
        lines.append(_line(kind, act.at, act, _detail(kind, act), filing_id))
    return tuple(lines)


def _line(
    kind: ChangeKind, at: datetime, act: Act, detail: Words, filing_id: str | None
) -> ChangeLine:
    return ChangeLine(kind, at, KIND_WORDS[kind], act.customer, detail, act.order_id, filing_id)


def _kind(act: Act, actor: str) -> ChangeKind | None:
    """What is told of an act; nothing of what was only looked at, or begun by oneself."""
    if act.act in KINDS:
        return KINDS[act.act]
    if act.actor == actor or not any(change.fields for change in act.changes):
        return None
    return ChangeKind.HANDED_OVER if act.act in HANDED_OVER else ChangeKind.COLLEAGUE


def _detail(kind: ChangeKind, act: Act) -> Words:
    found = dict(_values(act.changes))
    match kind:
        case ChangeKind.APPROVED:
            return _plain(found.get("service_number") or found.get("subject_number") or "")
        case ChangeKind.REJECTED:
            return _plain(_short(found.get("rejection_reasons") or ""))
        case ChangeKind.RETURNED:
            count = len(found.get("corrections") or ())
            return Words(f"{count} 处要改", f"{count} to correct")
        case ChangeKind.CONFIRMED | ChangeKind.AUTO_CONFIRMED:
            version = found.get("confirmed_version")
            return _plain(f"v{version}" if version else "")
        case ChangeKind.HANDED_OVER:
            to = found.get("butler") or ""
            return Words(f"{act.actor} 转给 {to}", f"{act.actor} to {to}")
        case _:
            return _plain("")


def _values(changes: Iterable[Change]) -> Iterator[tuple[str, Any]]:
    for change in changes:
        if change.kind in ("filing", "order"):
            for path, (_, new) in change.fields.items():
                yield path, new


def _filing_of(changes: Iterable[Change]) -> str | None:
    """The one filing that an act was about; none where it was about several, or the order."""
    found = set()
    for change in changes:
        if change.kind == "filing":
            found.add(change.id)
        elif (of := change.fields.get("filing_id")) is not None and of[1]:
            found.add(of[1])
    return found.pop() if len(found) == 1 else None


def _count(changes: Iterable[Change]) -> int:
    """How many places an act changed; something new is one."""
    return sum(1 if change.op == CREATE else len(change.fields) for change in changes)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else line[:SHOWN] + "…"


def _plain(text: str) -> Words:
    return Words(text, text)
