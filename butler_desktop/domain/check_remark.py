"""Checks of the service's remark: that it explains the content, in the words that are wanted."""

import re
from collections.abc import Iterator

from butler_desktop.domain import form_conditions as when
from butler_desktop.domain.examination import Check, Examined, Fix, Hit
from butler_desktop.domain.province_rules import ProvinceRule
from butler_desktop.words import Words

REMARK = "service.service_remark"
SHORTEST, LONGEST = 20, 200

MISSING = Words("须写明网站的具体内容", "say what the site holds")
NO_STATEMENT = Words(
    "须一字不差地写入该省规定的个人网站声明",
    "the province's statement of personal sites must stand in it, word for word",
)
INSERT = Words("写入规定的声明", "Insert the statement")


def remark_explains(examined: Examined) -> Iterator[Hit]:
    """W21: a private person's remark that is missing, too short, or without the statement."""
    service = examined.form.service
    remark = _plain(service.service_remark)
    if not (when.is_individual(examined.form) and service.service_contents):
        return
    needed = examined.ruling.get("personal_remark_required")
    if needed is not None and needed.value and not remark:
        yield _unclear(needed, MISSING)
    least = examined.ruling.get("personal_remark_min_chars")
    if least is not None and len(remark) < int(least.value):
        yield _unclear(least, Words(f"至少 {least.value} 字", f"at least {least.value} characters"))
    stated = examined.ruling.get("personal_remark_statement")
    if stated is not None:
        statement = examined.rulebook.word_lists.statements[str(stated.value)]
        if _plain(statement) not in remark:
            yield _unclear(stated, NO_STATEMENT, _inserted(service.service_remark, statement))


def remark_is_of_usual_length(examined: Examined) -> Iterator[Hit]:
    """W22: a remark that is asked for, of fewer or more characters than filing systems take."""
    remark = _plain(examined.form.service.service_remark)
    if remark and _is_asked(examined) and not SHORTEST <= len(remark) <= LONGEST:
        yield Hit("W22", REMARK)


def _is_asked(examined: Examined) -> bool:
    """Whether the form or the province asks for a remark."""
    form, ruling = examined.form, examined.ruling
    keys = ("remark_required_unless_content", "remark_required_if_content")
    return when.needs_remark(form) or any(ruling.get(key) is not None for key in keys)


def _unclear(rule: ProvinceRule, fault: Words, fix: Fix | None = None) -> Hit:
    return Hit("W21", REMARK, {"fault": fault}, by=rule, fix=fix)


def _inserted(remark: str | None, statement: str) -> Fix | None:
    """The remark with the statement behind it; none where the field does not take that much."""
    own = (remark or "").strip()
    joint = "" if not own or own.endswith(("。", "！", "；")) else "。"
    value = f"{own}{joint}{statement}"
    return Fix(REMARK, value, INSERT) if len(value) <= LONGEST else None


def _plain(remark: str | None) -> str:
    """A remark without spaces and line ends."""
    return re.sub(r"\s", "", remark or "")


REMARK_CHECKS: tuple[Check, ...] = (remark_explains, remark_is_of_usual_length)
