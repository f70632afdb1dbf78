"""``edit``, ``attach`` and ``do``: what changes a filing."""

import argparse
import sys

from butler_desktop.cli.command import (
    DONE,
    JSON,
    REFUSED,
    Command,
    Desk,
    WrongUse,
    argument,
    print_json,
    readable,
    text,
)
from butler_desktop.domain.filing_states import STATES
from butler_desktop.domain.form import field_at, parse_value
from butler_desktop.domain.scan import material_flags
from butler_desktop.domain.transition import Action
from butler_desktop.domain.vocabulary import PARTY_WORDS
from butler_desktop.errors import Refused
from butler_desktop.words import Words


def run_edit(desk: Desk, given: argparse.Namespace) -> int:
    """Sets one field of the form, as typing it would."""
    from butler_desktop.services.filings import edit_form

    field = field_at(given.path)
    with desk.workspace.editing() as work:
        filing_id = work.filing_id(given.filing)
        form = work.dossier_of(filing_id).filing(filing_id).particulars
        value = parse_value(field, given.value, work.rulebook.tables, form)
        filing = edit_form(work, filing_id, {given.path: value})
    desk.say(
        Words(
            "已写入“{field}”；备案 {number} 为“{state}”。", "{field} set; {number}: {state}."
        ).filled(field=field.words, number=filing.number, state=STATES[filing.state].words)
    )
    return DONE


def run_attach(desk: Desk, given: argparse.Namespace) -> int:
    """Checks a file and attaches it."""
    from butler_desktop.services.materials import attach_material

    path = readable(given.file)
    with desk.workspace.reading() as work:
        filing_id = work.filing_id(given.filing)
    material = attach_material(desk.workspace, filing_id, given.material, path)
    limits = desk.workspace.rulebook.materials.limits(material.material_kind)
    flags = material_flags(material, limits)
    if given.json:
        print_json(
            {
                "material": material.material_kind,
                "file": material.file_name,
                "sha256": material.sha256,
                "bytes": material.byte_size,
                "media_type": material.media_type,
                "pages": material.page_count,
                "width": material.pixel_width,
                "height": material.pixel_height,
                "flags": [
                    {
                        "code": flag.code,
                        "severity": flag.severity.value,
                        "message": flag.message.said(desk.language),
                    }
                    for flag in flags
                ],
            }
        )
    else:
        desk.say(Words(f"已添加 {material.file_name}。", f"{material.file_name} attached."))
        for flag in flags:
            desk.say(flag.message)
    return DONE


def run_do(desk: Desk, given: argparse.Namespace) -> int:
    """One act of the workflow, as a button would do it."""
    from butler_desktop.services.packets import act_with_packet

    action, inputs = _action(given.action), _inputs(given.set)
    with desk.workspace.reading() as work:
        filing_id = work.filing_id(given.filing)
        seen = work.dossier_of(filing_id).filing(filing_id).state
    try:
        filing = act_with_packet(desk.workspace, filing_id, action, inputs, seen)
    except Refused as error:
        if given.json:
            print_json(
                {
                    "refused": error.said(desk.language),
                    "lacks": [
                        {"message": lack.words.said(desk.language), "place": lack.place}
                        for lack in error.findings
                    ],
                }
            )
        print(error.said(desk.language), file=sys.stderr)
        return REFUSED
    state = STATES[filing.state]
    if given.json:
        print_json(
            {
                "number": filing.number,
                "state": filing.state.value,
                "next_actor": state.next_actor.value,
                "next_action": state.next_step.said(desk.language),
            }
        )
    else:
        desk.say(
            Words(
                "备案 {number} 为“{state}”；下一步由{actor}：{step}。",
                "Filing {number} is “{state}”; next, {actor}: {step}.",
            ).filled(
                number=filing.number,
                state=state.words,
                actor=PARTY_WORDS[state.next_actor],
                step=state.next_step,
            )
        )
    return DONE


def _action(name: str) -> Action:
    try:
        return Action(name)
    except ValueError as error:
        known = ", ".join(Action)
        raise WrongUse(
            Words(f"没有“{name}”这个动作。", f"There is no action “{name}”."),
            Words(f"可用的有：{known}。", f"Use one of: {known}."),
        ) from error


def _inputs(pairs: list[str]) -> dict[str, str]:
    inputs: dict[str, str] = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not (key and equals):
            raise WrongUse(
                Words(
                    f"--set 要写成 KEY=VALUE，不是 {pair}。",
                    f"--set takes KEY=VALUE, not {pair}.",
                )
            )
        inputs[text(key)] = text(value)
    return inputs


COMMANDS = (
    Command(
        "edit",
        "填写一个字段 sets one field of the form",
        run_edit,
        (
            argument("filing", metavar="FILING"),
            argument("path", metavar="PATH"),
            argument("value", metavar="VALUE"),
        ),
    ),
    Command(
        "attach",
        "检查并添加一份材料 checks a file and attaches it",
        run_attach,
        (
            argument("filing", metavar="FILING"),
            argument("material", metavar="MATERIAL"),
            argument("file", metavar="FILE"),
            JSON,
        ),
    ),
    Command(
        "do",
        "做一步 one act of the workflow",
        run_do,
        (
            argument("filing", metavar="FILING"),
            argument("action", metavar="ACTION"),
            argument("--set", metavar="KEY=VALUE", action="append", default=[]),
            JSON,
        ),
    ),
)
