"""``replica``, ``sync``, ``conflicts``, ``settle`` and ``receipt``: work without a network."""

import argparse
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from butler_desktop.cli.command import (
    DONE,
    JSON,
    REFUSED,
    Command,
    Desk,
    WrongUse,
    argument,
    print_json,
    print_table,
)
from butler_desktop.domain.form import field_at, parse_value
from butler_desktop.domain.local_time import iso_local
from butler_desktop.domain.receipt import OUTCOME_WORDS, Outcome
from butler_desktop.domain.sync_status import PAUSE_WORDS
from butler_desktop.errors import NotFound
from butler_desktop.words import Words

if TYPE_CHECKING:
    from butler_desktop.domain.conflict import Conflict, ConflictField
    from butler_desktop.storage.work import Work


SIDES = (
    Words("字段", "Field"),
    Words("原为", "Before"),
    Words("我的", "Mine"),
    Words("对方的", "Theirs"),
    Words("对方", "Who"),
)


def run_replica(desk: Desk, given: argparse.Namespace) -> int:
    """Makes a file a replica of a shared database."""
    from butler_desktop.services.replicas import create_replica

    made = create_replica(given.shared, Path(given.into))
    desk.say(
        Words(
            f"已建立副本 {made}；用 --database {made} 打开，不联网也能用。",
            f"{made} is a replica now; --database {made} works on it without a network.",
        )
    )
    return DONE


def run_sync(desk: Desk, given: argparse.Namespace) -> int:
    """One round of sync."""
    from butler_desktop.services.sync import look_at_pause, sync_round

    if given.go_on:
        with desk.workspace.editing() as work:
            look_at_pause(work)
    done = sync_round(desk.workspace)
    if given.json:
        told = asdict(done)
        pause = told.pop("pause")
        print_json(told | ({"pause": pause} if pause else {}))
    elif done.pause:
        desk.say(PAUSE_WORDS[done.pause])
        desk.say(Words("用 sync --go-on 继续。", "sync --go-on goes on."))
    else:
        if done.offline:
            desk.say(Words("共享库连不上，联网后再同步。", "The shared database is away."))
        desk.say(
            Words(
                f"取回 {done.pulled} 项，送出 {done.pushed} 项，需要处理 {done.held} 项。",
                f"{done.pulled} pulled, {done.pushed} pushed, {done.held} need a decision.",
            )
        )
    return REFUSED if done.pause else DONE


def run_conflicts(desk: Desk, given: argparse.Namespace) -> int:
    """The acts that need a decision, field by field."""
    from butler_desktop.services.conflicts import conflicts

    with desk.workspace.reading() as work:
        found = conflicts(work)
    if given.json:
        print_json([_conflict_json(it) for it in found])
        return DONE
    for conflict in found:
        print(f"{conflict.order_number}  {conflict.filing_number}  {_said(desk, conflict)}")
        if conflict.fields:
            head = [words.said(desk.language) for words in SIDES]
            print_table([["", *row] for row in (head, *map(_row, conflict.fields))])
    if not found:
        desk.say(Words("没有需要处理的改动。", "Nothing needs a decision."))
    return DONE


def run_settle(desk: Desk, given: argparse.Namespace) -> int:
    """Decides a held act, wholly or one field of it."""
    from butler_desktop.domain.conflict import Decision, Take
    from butler_desktop.services.conflicts import conflicts, decide, settle

    take = Take(given.take)
    with desk.workspace.editing() as work:
        conflict = _of_order(conflicts(work), given.order)
        chosen = [it for it in conflict.fields if given.field in (None, it.path)]
        if given.field is not None and not chosen:
            raise NotFound(
                Words(f"“{given.field}”没有不一致。", f"Nothing differs at “{given.field}”."),
                Words("用 conflicts 查看。", "See conflicts."),
            )
        if given.value is not None and given.field is None:
            raise WrongUse(Words("--value 要与 --field 一起用。", "--value needs --field."))
        decision = Decision(take)
        if given.value is not None:
            decision = Decision(Take.VALUE, _value(work, conflict, given.field, given.value))
        decide(work, conflict.act_id, {it.place: decision for it in chosen})
        open_ = [it for it in _of_order(conflicts(work), given.order).fields if not it.decision]
        if not open_:
            settle(work, conflict.act_id, give_up=take is Take.THEIRS and not conflict.fields)
    desk.say(
        Words(f"已记下选择，还有 {len(open_)} 处未选。", f"Kept; {len(open_)} still open.")
        if open_
        else Words("已按选择合并。", "Merged as decided.")
    )
    return DONE


def run_receipt(desk: Desk, given: argparse.Namespace) -> int:
    """What became of every act made here since the replica was last equal."""
    from butler_desktop.services.sync import receipt

    with desk.workspace.reading() as work:
        told = receipt(work)
    if given.json:
        print_json(
            [
                {
                    "act": line.act,
                    "made_at": iso_local(line.made_at),
                    "outcome": line.outcome,
                    "reason": line.reason.said(desk.language),
                }
                for line in told.lines
            ]
        )
        return DONE
    if not told.made:
        desk.say(Words("没有要交代的操作。", "No acts to account for."))
        return DONE
    words = {it: OUTCOME_WORDS[it].said(desk.language) for it in Outcome}
    print_table(
        [
            [
                iso_local(line.made_at) or "",
                words[line.outcome],
                line.order_number,
                line.words.said(desk.language),
                line.reason.said(desk.language),
            ]
            for line in told.lines
        ]
    )
    counts = " + ".join(f"{words[it]} {told.count(it)}" for it in Outcome if told.count(it))
    desk.say(Words(f"操作 {told.made} = {counts}", f"Acts made: {told.made} = {counts}"))
    return DONE


def _value(work: "Work", conflict: "Conflict", path: str, text: str) -> Any:
    """A value that was typed: of the form's fields as the form reads it."""
    if not conflict.filing_id:
        return text
    form = work.dossier_of(conflict.filing_id).filing(conflict.filing_id).particulars
    return parse_value(field_at(path), text, work.rulebook.tables, form)


def _of_order(found: "tuple[Conflict, ...]", number: str) -> "Conflict":
    for conflict in found:
        if conflict.order_number == number:
            return conflict
    raise NotFound(
        Words(f"订单 {number} 没有需要处理的改动。", f"Nothing of {number} needs a decision."),
        Words("用 conflicts 查看。", "See conflicts."),
    )


def _conflict_json(conflict: "Conflict") -> Mapping[str, Any]:
    return {
        "order": conflict.order_number,
        "filing": conflict.filing_number,
        "act": conflict.act,
        "made_at": iso_local(conflict.made_at),
        "waiting_behind": len(conflict.behind),
        "reason": conflict.reason.zh,
        "fields": [
            {
                "field": field.path,
                "base": field.base,
                "mine": field.mine,
                "theirs": field.theirs,
                "their_actor": field.their_actor,
                "their_at": iso_local(field.their_at),
            }
            for field in conflict.fields
        ],
    }


def _said(desk: Desk, conflict: "Conflict") -> str:
    return f"{conflict.words.said(desk.language)}：{conflict.reason.said(desk.language)}"


def _row(field: "ConflictField") -> list[str]:
    sides = (field.base, field.mine, field.theirs)
    return [field.path, *("" if it is None else str(it) for it in sides), field.their_actor]


COMMANDS = (
    Command(
        "replica create",
        "建立可离线工作的副本 a local replica that works without a network",
        run_replica,
        (
            argument("--shared", required=True, metavar="URL", help="共享库 the shared database"),
            argument("--into", required=True, metavar="FILE", help="副本文件 the file to make"),
        ),
    ),
    Command(
        "sync",
        "与共享库同步一轮 one round of sync",
        run_sync,
        (
            argument("--go-on", action="store_true", help="看过后继续 goes on after a pause"),
            JSON,
        ),
    ),
    Command("conflicts", "需要处理的改动 acts that need a decision", run_conflicts, (JSON,)),
    Command(
        "settle",
        "处理一处不一致 decides a held act",
        run_settle,
        (
            argument("order", metavar="ORDER"),
            argument("--take", required=True, choices=("mine", "theirs")),
            argument("--field", metavar="PATH", help="只处理这一处 this field alone"),
            argument("--value", metavar="V", help="另写的值 another value"),
        ),
    ),
    Command("receipt", "同步回执 what became of each act", run_receipt, (JSON,)),
)
