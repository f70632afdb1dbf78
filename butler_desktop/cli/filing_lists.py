"""``filings`` and ``new-filing``."""

import argparse
import json
from typing import Any

from butler_desktop.cli.command import (
    DONE,
    JSON,
    Command,
    Desk,
    argument,
    print_json,
    print_table,
    readable,
)
from butler_desktop.domain.filing_states import STATES, FilingState
from butler_desktop.domain.local_time import iso_local
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.vocabulary import PARTY_WORDS
from butler_desktop.domain.worklist import FilingFilter, FilingRow, Sorting
from butler_desktop.errors import ImportRefused
from butler_desktop.words import Words


def run_filings(desk: Desk, given: argparse.Namespace) -> int:
    """All filings, or those of one order or state."""
    from butler_desktop.services.worklist import all_filing_rows

    with desk.workspace.reading() as work:
        order_id = work.order_id(given.order) if given.order else ""
        states = (FilingState(given.state),) if given.state else ()
        rows = all_filing_rows(
            work,
            FilingFilter(view=None, order_id=order_id, states=states),
            Sorting("number"),
        )
    if given.json:
        print_json([_told(row, desk.language) for row in rows])
        return DONE
    language = desk.language
    heads = (
        Words("备案单号", "Filing"),
        Words("主办者", "Sponsor"),
        Words("服务", "Service"),
        Words("状态", "State"),
        Words("谁来做", "Next"),
        Words("下一步", "Next action"),
        Words("到期", "Due"),
    )
    print_table(
        [[head.said(language) for head in heads]]
        + [
            [
                row.number,
                row.sponsor_name,
                row.service_name or row.domain,
                STATES[row.state].words.said(language),
                PARTY_WORDS[STATES[row.state].next_actor].said(language),
                STATES[row.state].next_step.said(language),
                iso_local(row.due.at) or "" if row.due else "",
            ]
            for row in rows
        ]
    )
    return DONE


def run_new_filing(desk: Desk, given: argparse.Namespace) -> int:
    """Starts a filing of an order from a form file."""
    from butler_desktop.services.filings import request_filing

    workspace = desk.workspace
    form = read_form(given.from_file, given.entry, workspace.rulebook.provinces)
    with workspace.editing() as work:
        filing = request_filing(work, work.order_id(given.order), form)
    if given.json:
        print_json({"number": filing.number})
    else:
        print(filing.number)
    return DONE


def read_form(path: str, entry: str | None, provinces: Any) -> Particulars:
    """The form in a form file: its only entry, or the one whose id is ``entry``.

    Raises ImportRefused where the file holds no such form.
    """
    try:
        document = json.loads(readable(path).read_text(encoding="utf-8-sig"))
        json.dumps(document, ensure_ascii=False).encode()  # half a character is no text
    except (ValueError, RecursionError) as error:
        raise ImportRefused(
            Words(f"{path} 不是 JSON 表单文件。", f"{path} is no JSON form file.")
        ) from error
    entries = document if isinstance(document, list) else [document]
    if entry is not None:
        entries = [e for e in entries if isinstance(e, dict) and e.get("id") == entry]
    if len(entries) != 1:
        raise ImportRefused(
            Words(
                f"{path} 里有 {len(entries)} 份符合的表单，须正好一份。",
                f"{path} holds {len(entries)} matching forms; exactly one is needed.",
            ),
            Words("用 --entry 指明哪一份。", "Name one with --entry."),
        )
    return Particulars.from_form_file(entries[0], provinces)


def _told(row: FilingRow, language: str) -> dict[str, Any]:
    state = STATES[row.state]
    return {
        "number": row.number,
        "order": row.order_number,
        "sponsor": row.sponsor_name,
        "service": row.service_name or row.domain,
        "filing_kind": row.filing_kind,
        "province": row.province,
        "state": row.state.value,
        "next_actor": state.next_actor.value,
        "next_action": state.next_step.said(language),
        "due": iso_local(row.due.at) if row.due else None,
    }


COMMANDS = (
    Command(
        "filings",
        "列出备案 lists the filings",
        run_filings,
        (
            argument("--order", metavar="N", help="只列这个订单的 of one order"),
            argument("--state", choices=[s.value for s in FilingState], metavar="S"),
            JSON,
        ),
    ),
    Command(
        "new-filing",
        "从表单文件发起备案 starts a filing from a form file",
        run_new_filing,
        (
            argument("order", metavar="ORDER"),
            argument("--from", dest="from_file", required=True, metavar="FILE.json"),
            argument("--entry", metavar="ID", help="文件里的哪一份 which form of the file"),
            JSON,
        ),
    ),
)
