"""``show``: everything on one filing."""

import argparse
from typing import Any

from butler_desktop.cli.command import DONE, JSON, Command, Desk, argument, print_json
from butler_desktop.cli.show_findings import print_found, told_finding, told_question
from butler_desktop.cli.show_outside import print_outside, told_outside
from butler_desktop.domain.correction import places
from butler_desktop.domain.local_time import iso_local
from butler_desktop.domain.vocabulary import PARTY_WORDS
from butler_desktop.services.filing_view import FilingView, Offer, filing_view
from butler_desktop.services.packet_changes import WhatTheySaw, what_they_saw
from butler_desktop.words import Words


def run_show(desk: Desk, given: argparse.Namespace) -> int:
    """Form, materials, findings, packets, contacts, clocks, allowed acts, timeline."""
    with desk.workspace.reading() as work:
        filing_id = work.filing_id(given.filing)
        view, saw = filing_view(work, filing_id), what_they_saw(work, filing_id)
    if given.json:
        print_json(told(view, desk.language) | {"confirmed": _confirmed(saw)})
    else:
        _print(view, desk)
    return DONE


def told(view: FilingView, language: str) -> dict[str, Any]:
    """The filing as one JSON document."""
    filing, since = view.filing, view.changed_since
    return {
        "number": filing.number,
        "order": view.order.number,
        "state": filing.state.value,
        "state_since": iso_local(filing.state_since),
        "next_actor": view.state.next_actor.value,
        "next_action": view.state.next_step.said(language),
        "primary": view.primary.row.action.value if view.primary else None,
        "butler": filing.butler,
        "form": filing.particulars.to_document(),
        "materials": [
            {
                "material": m.material_kind,
                "file": m.file_name,
                "sha256": m.sha256,
                "pages": m.page_count,
                "flags": list(m.flags),
                "attached_at": iso_local(m.attached_at),
            }
            for m in view.materials
        ],
        "checklist": [
            {
                "material": item.kind,
                "name": item.words.said(language),
                "needed": str(item.needed),
                "attached": item.attached,
                "reason": item.reason.said(language),
            }
            for item in view.checklist
        ],
        "findings": [told_finding(it, language) for it in view.findings],
        "questions": [told_question(it, language) for it in view.questions],
        "packets": [
            {
                "version": p.version,
                "digest": p.digest,
                "pages": p.page_count,
                "made_at": iso_local(p.made_at),
                "delivered_at": iso_local(p.delivered_at),
                "reminders": [
                    {"at": iso_local(r.at), "how": r.how, "deadline": iso_local(r.deadline)}
                    for r in p.reminders
                ],
                "confirmed_at": iso_local(p.confirmed_at),
                "confirmed_how": p.confirmed_how,
                "returned_at": iso_local(p.returned_at),
                "returned_how": p.returned_how,
                "answered_by": p.answered_by,
                "evidence": p.evidence,
                "returned_pages": [
                    {
                        "page": it.page,
                        "file": it.file_name,
                        "sheet": it.sheet,
                        "sha256": it.sha256,
                        "received_at": iso_local(it.received_at),
                    }
                    for it in view.returned_pages
                    if it.packet_id == p.id
                ],
                "submitted_at": [
                    iso_local(it.at) for it in view.submissions if it.version == p.version
                ],
                "voided_at": iso_local(p.voided_at),
                "changed_since": list(since.labels) if since and since.version == p.version else [],
            }
            for p in view.packets
        ],
        "contacts": [
            {
                "at": iso_local(c.at),
                "outcome": c.outcome.value,
                "by": c.by,
                "note": c.note,
                "promise_at": iso_local(c.promise_at),
                "promise_note": c.promise_note,
                "promise_end": c.promise_end.value if c.promise_end else None,
            }
            for c in view.contacts
        ],
        "clocks": [
            {
                "clock": str(due.clock),
                "started": iso_local(due.started_at),
                "paused": iso_local(due.paused_at),
                "due": iso_local(due.at),
                "reason": due.reason.said(language),
                "provisional": due.is_provisional,
            }
            for due in view.clocks
        ],
        "deadline": iso_local(filing.confirmation_deadline),
        "corrections": [
            {
                "place": it.place,
                "done": it.is_done,
                "error": it.error,
                "suggestion": it.suggestion,
            }
            for it in view.corrections
        ],
        "told": [
            {
                "message": str(it.occasion),
                "since": iso_local(it.since),
                "at": iso_local(it.telling.at) if it.telling else None,
                "by": it.telling.by if it.telling else "",
                "how": it.telling.how if it.telling else "",
            }
            for it in view.told
        ],
        **told_outside(view, language),
        "numbers": {"subject": filing.subject_number, "service": filing.service_number},
        "rating": {
            "response_speed": view.rating.response_speed,
            "service_quality": view.rating.service_quality,
            "comment": view.rating.comment,
        }
        if view.rating
        else None,
        "allowed": [_offer(offer, language) for offer in offers(view)],
        "timeline": [
            {
                "revision": line.revision,
                "at": iso_local(line.at),
                "actor": line.actor,
                "act": line.act,
                "told": line.words.said(language),
                "detail": line.detail.said(language),
            }
            for line in view.history
        ],
    }


def _confirmed(saw: WhatTheySaw | None) -> list[dict[str, Any]]:
    """Each field and paper with the version and the answer by which it is confirmed."""
    if saw is None:
        return []
    return [
        {
            "place": it.place,
            "name": it.label,
            "version": it.version,
            "how": saw.answers[it.version].how,
            "who": saw.answers[it.version].who,
            "at": iso_local(saw.answers[it.version].at),
            "present": not it.differs,
        }
        for it in saw.values
        if it.version in saw.answers
    ]


def offers(view: FilingView) -> list[Offer]:
    """All acts that the table allows by hand now, the primary first."""
    return [offer for offer in (view.primary, view.secondary, *view.others) if offer]


def _offer(offer: Offer, language: str) -> dict[str, Any]:
    return {
        "action": offer.row.action.value,
        "name": offer.row.words.said(language),
        "inputs": [
            {"key": i.key, "name": i.words.said(language), "required": i.required}
            for i in offer.row.inputs
        ],
        "lacks": [
            {"message": lack.words.said(language), "place": lack.place} for lack in offer.lacks
        ],
    }


def _print(view: FilingView, desk: Desk) -> None:
    filing, language = view.filing, desk.language
    print(f"{filing.number}  {filing.particulars.subject.sponsor_name or view.order.customer}")
    desk.say(
        Words(
            "状态：{state}；下一步由{actor}：{step}", "State: {state}; next, {actor}: {step}"
        ).filled(
            state=view.state.words,
            actor=PARTY_WORDS[view.state.next_actor],
            step=view.state.next_step,
        )
    )
    for due in view.clocks:
        print(f"  {iso_local(due.at) or ''}  {due.reason.said(language)}")
    print_outside(view, desk)
    known = places(filing.particulars, view.rulebook, view.materials)
    for mark in view.corrections:
        name = known.get(mark.place, Words(mark.place, mark.place))
        told_of = Words("已改：{name}", "Corrected: {name}")
        if not mark.is_done:
            told_of = Words("要改：{name}", "To correct: {name}")
        desk.say(told_of.filled(name=name))
    for label in view.changed_since.labels if view.changed_since else ():
        told_of = Words("客户确认后改动：{name}", "Changed since it was confirmed: {name}")
        desk.say(told_of.filled(name=Words(label, label)))
    desk.say(Words("可以做：", "Allowed:"))
    for offer in offers(view):
        why = "；".join(lack.words.said(language) for lack in offer.lacks)
        print(
            f"  {offer.row.action.value:<26} {offer.row.words.said(language)}"
            + (f"（{why}）" if why else "")
        )
    desk.say(Words("材料：", "Materials:"))
    for item in view.checklist:
        told = f"{item.words.said(language)} [{item.attached}] {item.reason.said(language)}"
        print(f"  {item.kind:<26} {told}")
    print_found(view.findings, desk)
    desk.say(Words("时间线：", "Timeline:"))
    for line in view.history:
        told = f"{line.words.said(language)} {line.detail.said(language)}"
        print(f"  {iso_local(line.at)} {line.actor} {told}")


COMMANDS = (
    Command(
        "show",
        "一条备案的全部内容 everything on one filing",
        run_show,
        (argument("filing", metavar="FILING"), JSON),
    ),
)
