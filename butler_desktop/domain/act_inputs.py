"""Reading what an act was given: texts from a form or ``--set key=value`` into values."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from butler_desktop.domain.local_time import parse_time
from butler_desktop.domain.rating import STARS
from butler_desktop.domain.readiness import Lack
from butler_desktop.domain.transition import Input, InputKind, Transition
from butler_desktop.errors import Refused
from butler_desktop.words import Words, joined

FORGET_SECONDS = 120
"""A time given as "now" may lie this far ahead: desks' clocks differ."""


def read_inputs(row: Transition, given: Mapping[str, str], now: datetime) -> dict[str, Any]:
    """The values of ``given`` by key; ``at`` defaults to ``now``.

    Raises Refused naming every input that is unknown, missing or unreadable,
    each as a Lack with its place.
    """
    known = {item.key: item for item in row.inputs}
    faults = [
        Lack(Words(f"没有“{key}”这一项", f"No such input: {key}"), f"input:{key}")
        for key in given
        if key not in known
    ]
    values: dict[str, Any] = {}
    for item in row.inputs:
        text = given.get(item.key, "").strip()
        if not text:
            if item.required:
                faults.append(_fault(item, "没有填", "is missing"))
            elif item.key == "at":
                values["at"] = now
            continue
        value, fault = _read(item, text)
        if fault:
            faults.append(fault)
        elif item.key == "at" and (value - now).total_seconds() > FORGET_SECONDS:
            faults.append(_fault(item, "晚于现在", "lies in the future"))
        else:
            values[item.key] = value
    if faults:
        raise Refused(
            Words("不能“{act}”：{why}。", "Cannot “{act}”: {why}.").filled(
                act=row.words, why=joined([f.words for f in faults])
            ),
            findings=faults,
        )
    return values


def _read(item: Input, text: str) -> tuple[Any, Lack | None]:
    match item.kind:
        case InputKind.TIME:
            at = parse_time(text)
            wrong = _fault(
                item, "不是时间，写作 2026-03-20 18:00", "is no time, as 2026-03-20 18:00"
            )
            return at, None if at else wrong
        case InputKind.CHOICE:
            if text in {value for value, _ in item.choices}:
                return text, None
            offered = ", ".join(value for value, _ in item.choices)
            return None, _fault(item, f"只能是 {offered}", f"must be one of {offered}")
        case InputKind.PLACES:
            return tuple(it for it in re.split(r"[\s,，;；、]+", text) if it), None
        case InputKind.STARS:
            if text.isdecimal() and int(text) in STARS:
                return int(text), None
            return None, _fault(item, "须为 1 至 5", "must be 1 to 5")
        case _:
            return text, None


def _fault(item: Input, zh: str, en: str) -> Lack:
    return Lack(Words(item.words.zh + zh, f"{item.words.en} {en}"), f"input:{item.key}")
