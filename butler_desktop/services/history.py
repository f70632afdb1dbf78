"""History: the journal of an order as people read it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from butler_desktop.domain.authority_note_words import note_words
from butler_desktop.domain.changes import ABSENT, CREATE, Change
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing_states import STATES, FilingState
from butler_desktop.domain.form import field_at
from butler_desktop.domain.form_sections import section_of
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.telling import OCCASION_WORDS
from butler_desktop.domain.time_words import moment_text
from butler_desktop.domain.transition import Action
from butler_desktop.domain.workflow import TRANSITIONS
from butler_desktop.domain.workflow_inputs import CHANNEL_WORDS
from butler_desktop.errors import Refused
from butler_desktop.services.history_findings import finding_words
from butler_desktop.services.history_papers import paper_names, papers_words
from butler_desktop.storage import journal
from butler_desktop.storage.integrity import JournalFault, verify_journal
from butler_desktop.storage.work import Work
from butler_desktop.words import Words, joined

_TOLD = {row.action: row.told for row in TRANSITIONS}

ACT_WORDS = {
    "order.enter": Words("登记订单", "Order entered"),
    "order.place": Words("登记订单，客户已同意服务协议", "Order entered, the terms agreed to"),
    "order.pay": Words("登记付款", "Payment recorded"),
    "order.cancel": Words("取消订单", "Order cancelled"),
    "order.take_back": Words("撤销刚才的登记", "Last entry undone"),
    "order.import": Words("导入订单", "Order imported"),
    "order.rate": Words("客户已评价退订的网站", "Refunded sites rated by the customer"),
    "order.contact": Words("登记沟通", "Contact logged"),
    "promise.keep": Words("约定已兑现", "Promise kept"),
    "promise.drop": Words("约定已取消", "Promise called off"),
    "promise.renew": Words("约定恢复", "Promise stands again"),
    "promise.move": Words("改约", "Promise moved"),
    "refund.ask": Words("申请退订", "Refund asked for"),
    "refund.approve": Words("退订已核准", "Refund approved"),
    "refund.decline": Words("退订未准", "Refund declined"),
    "refund.export": Words("导出退订说明", "Reasoning of the refund exported"),
    "order.claim": Words("认领订单", "Order claimed"),
    "order.hand_over": Words("转交订单", "Order handed over"),
    "filing.claim": Words("认领备案", "Filing claimed"),
    "filing.hand_over": Words("转交备案", "Filing handed over"),
    "filing.request": Words("发起备案", "Filing started"),
    "filing.edit": Words("修改备案信息", "Form edited"),
    "filing.accept": Words("采纳扫描件上的内容", "Value taken from a scan"),
    "material.attach": Words("添加材料", "Material attached"),
    "material.withdraw": Words("移除材料", "Material removed"),
    "packet.make": Words("生成确认包", "Packet made"),
    "packet.export": Words("导出确认包", "Packet exported"),
    "packet.mail": Words("邮件发出确认包", "Packet sent by e-mail"),
    "packet.sign": Words("导出签名的确认包", "Signed packet exported"),
    "proof.export": Words("导出确认凭证", "Proof of the confirmation exported"),
    "submission.export": Words("导出提交材料包", "Submitted files exported"),
    "progress.export": Words("导出进度单", "Progress sheet exported"),
    "advice.export": Words("导出申请意见", "Advice exported"),
    "intake.export": Words("导出信息采集表", "Intake workbook exported"),
    "letter.export": Words("生成文书", "Letter drafted"),
    "picture.export": Words("导出提交图片", "Submission pictures exported"),
    "packet.print": Words("打印确认包", "Packet printed"),
    "page.file": Words("收到回传页", "Returned pages filed"),
    "page.withdraw": Words("取消回传页归档", "Returned page taken back"),
    "order.reveal": Words("查看了联系人", "Looked at the contact's "),
    "filing.reveal": Words("查看了", "Looked at "),
}

BY_SYSTEM = Words("系统：", "System: ")
"""Stands before an act that was due: nobody chose it."""

ORDER_FIELDS = {"contact_phone": Words("手机号码", "telephone")}
"""The personal values of an order itself."""

FORM = "particulars."
"""The journal's paths of the form start with this."""

TAKEN = "filing.accept:"
"""The act of taking a value from a scan; the kind of the paper follows."""

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


@dataclass(frozen=True, slots=True)
class AgreedDeadline:
    """A deadline, the one before, and why; None where the reason stayed as it was. Times UTC."""

    before: datetime | None
    until: datetime
    reason: str | None


@dataclass(frozen=True, slots=True)
class Writer:
    """Who wrote a value last, and when (UTC). ``paper`` is the kind of scan it was taken from."""

    actor: str
    at: datetime
    paper: str = ""


def history(work: Work, order_id: str, filing_id: str | None = None) -> tuple[HistoryLine, ...]:
    """The acts on an order, or those that touched one filing; newest first."""
    dossier = work.dossier(order_id)
    owned = ids_of(dossier, filing_id) if filing_id else None
    papers = paper_names(dossier, work.rulebook)
    entries = journal.entries(work.connection, order_id)
    return lines_of(entries, papers, work.rulebook, owned)


def lines_of(
    entries: Iterable[journal.Entry],
    papers: Mapping[str, Words],
    rulebook: Rulebook,
    owned: set[str] | None = None,
) -> tuple[HistoryLine, ...]:
    """The acts as lines, those that touched one of the values ``owned``; newest first.

    ``papers`` names the order's papers by id.
    """
    lines = []
    for entry in entries:
        changes = [c for c in entry.changes if owned is None or c.id in owned]
        if changes:
            lines.append(
                HistoryLine(
                    entry.revision,
                    entry.at,
                    entry.actor,
                    entry.act,
                    act_words(entry.act),
                    finding_words(changes, rulebook) or _told_of(entry.act, changes, papers),
                    _reached(changes),
                )
            )
    return tuple(reversed(lines))


def ids_of(dossier: Dossier, filing_id: str) -> set[str]:
    """A filing's id, and those of all that hangs on it."""
    places = (
        dossier.materials,
        dossier.packets,
        dossier.returned_pages,
        dossier.contacts,
        dossier.ratings,
    )
    return {filing_id} | {v.id for place in places for v in place if v.filing_id == filing_id}


def act_words(act: str) -> Words:
    """What the timeline says for an act's name."""
    name, _, what = act.partition(":")
    if name == "filing.advance":
        return _TOLD[Action(what)]
    if name == "filing.due":
        return BY_SYSTEM + _TOLD[Action(what)]
    if name == "filing.reveal":
        section = section_of(what).words if "." in what else Words("", "")
        told = _field_words(what)
        english = f"{section.en}: {told.en}" if section.en else told.en
        return ACT_WORDS[name] + Words(f"{section.zh}{told.zh}", english)
    if name == "order.reveal":
        return ACT_WORDS[name] + ORDER_FIELDS.get(what, Words(what, what))
    return ACT_WORDS.get(name, Words(name, name))  # a newer version may know more acts


def writers(entries: Iterable[journal.Entry], filing_id: str) -> dict[str, Writer]:
    """Who wrote each field of a filing last, by the journal's path.

    ``state`` is one, ``particulars.subject.sponsor_name`` another.
    """
    found: dict[str, Writer] = {}
    for entry in entries:
        paper = entry.act.removeprefix(TAKEN) if entry.act.startswith(TAKEN) else ""
        for change in entry.changes:
            if change.id == filing_id:
                found |= dict.fromkeys(change.fields, Writer(entry.actor, entry.at, paper))
    return found


def writer_of(written: Mapping[str, Writer], path: str) -> Writer | None:
    """Who wrote the value at a path of the form last.

    Of a detail of records, who wrote the list of the records: the journal has it whole.
    """
    place = FORM + path
    while place not in written and "." in place:
        place = place.rpartition(".")[0]
    return written.get(place)


def last_writer(work: Work, dossier: Dossier, filing_id: str, field: str) -> Writer:
    """Who wrote a field of the filing last: ``state``, ``confirmation_deadline``."""
    written = writers(journal.entries(work.connection, dossier.order.id), filing_id)
    if field not in written:
        raise AssertionError("a filing without a journal")
    return written[field]


def verify(work: Work, order_id: str) -> tuple[JournalFault, ...]:
    """What is wrong with the order's journal; nothing when it is whole."""
    return verify_journal(work.connection, order_id, work.rulebook)


def _reached(changes: list[Change]) -> FilingState | None:
    states = [c.fields["state"][1] for c in changes if c.kind == "filing" and "state" in c.fields]
    return FilingState(states[-1]) if states else None


def _copy(act: str) -> Words:
    """Which version was taken along, by an act that changed nothing."""
    name, _, version = act.partition(":")
    text = f"v{version}" if name.startswith(("packet.", "proof.", "submission.")) else ""
    return Words(text, text)


def _told_of(act: str, changes: list[Change], papers: Mapping[str, Words]) -> Words:
    if not any(change.fields for change in changes):
        return _copy(act)
    for change in changes:
        state = change.fields.get("state")
        if change.kind == "filing" and state and change.op != CREATE:
            old, new = (STATES[FilingState(side)].words for side in state)
            move = Words(f"{old.zh} → {new.zh}", f"{old.en} → {new.en}")
            why = _changed_fields(changes) or papers_words(changes, papers) or _noted(changes)
            return move + Words("：", ": ") + why if why else move
    told = _deadline(changes) or _reminder(changes) or _telling(changes) or _noted(changes)
    told = told or _promise(changes)
    told = told or _changed_fields(changes) or papers_words(changes, papers)
    if told is not None:
        return told
    for change in changes:
        for path in ("file_name", "note", "version"):
            _, new = change.fields.get(path, (ABSENT, ABSENT))
            if new is not ABSENT and new:
                text = f"v{new}" if path == "version" else str(new)
                return Words(text, text)
    return Words("", "")


def _changed_fields(changes: list[Change]) -> Words | None:
    """The fields of the form that were changed; many are counted."""
    fields = [
        _field_words(path.removeprefix(FORM))
        for change in changes
        if change.kind == "filing" and change.op != CREATE
        for path in change.fields
        if path.startswith(FORM)
    ]
    if not fields:
        return None
    told = joined(fields[:SHOWN_FIELDS])
    more = len(fields) - SHOWN_FIELDS
    return told + Words(f" 等 {len(fields)} 项", f" and {more} more") if more > 0 else told


def agreed_deadlines(changes: Iterable[Change]) -> Iterator[AgreedDeadline]:
    """The deadlines that an act agreed with the customer."""
    for change in changes:
        old, new = change.fields.get("confirmation_deadline", (None, None))
        if change.kind == "filing" and change.op != CREATE and new:
            _, reason = change.fields.get("deadline_reason", (None, None))
            before = datetime.fromisoformat(old) if old else None
            yield AgreedDeadline(before, datetime.fromisoformat(new), reason)


def _deadline(changes: list[Change]) -> Words | None:
    """From when to when, and why."""
    for each in agreed_deadlines(changes):
        if each.before is not None:
            told = moment_text(each.before) + Words(" → ", " → ") + moment_text(each.until)
            why = Words(f"：{each.reason}", f": {each.reason}")
            return told + why if each.reason else told
    return None


def _telling(changes: list[Change]) -> Words | None:
    """Of what the customer was told, and how."""
    for change in changes:
        _, new = change.fields.get("tellings", (None, None))
        if change.op != CREATE and new:
            last = new[-1]
            of_what = OCCASION_WORDS.get(last["occasion"], Words("", ""))
            return of_what + Words(" ・ ", " ・ ") + CHANNEL_WORDS.get(last["how"], Words("", ""))
    return None


def _noted(changes: list[Change]) -> Words | None:
    """What was noted of the authority: the persons, never their numbers."""
    for change in changes:
        old, new = change.fields.get("authority_notes", (None, None))
        if change.op != CREATE and new:
            known = {it["id"] for it in old or ()}
            return joined([note_words(it) for it in new if it["id"] not in known])
    return None


def _promise(changes: list[Change]) -> Words | None:
    """From when to when a promise was moved."""
    for change in changes:
        old, new = change.fields.get("promise_at", (None, None))
        if change.kind == "contact" and change.op != CREATE and old and new:
            before, after = (moment_text(datetime.fromisoformat(it)) for it in (old, new))
            return before + Words(" → ", " → ") + after
    return None


def _reminder(changes: list[Change]) -> Words | None:
    """How the customer was reminded."""
    for change in changes:
        _, new = change.fields.get("reminders", (None, None))
        if change.op != CREATE and new:
            return CHANNEL_WORDS.get(new[-1]["how"], Words("", ""))
    return None


def _field_words(path: str) -> Words:
    """The field's name; its path where a newer version knows a field that this one does not."""
    try:
        return field_at(path).words
    except Refused:
        return Words(path, path)
