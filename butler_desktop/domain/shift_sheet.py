"""Shift sheets (交接单): what goes from one butler to another, with all that he must know.

Only what the lists show: no telephone, no number of a certificate.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from butler_desktop.domain.canonical import canonical_digest
from butler_desktop.domain.records import to_record
from butler_desktop.domain.time_words import full_moment_text

TITLE = "交接单"
SECTIONS = ("逾期与今天到期", "之后到期", "没有时限")
NOTHING = "—"


@dataclass(frozen=True, slots=True)
class ShiftLine:
    """One filing, or an order without one: where it stands, what is next, what was said last."""

    number: str
    customer: str
    stage: str
    next: str
    due: str
    said: str
    """The last contact and what was promised with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftSheet:
    """The whole sheet. Texts as printed, in Chinese; times UTC."""

    butler: str
    made_at: datetime
    since: str
    """When the last working period ended, as the sheet says it."""
    parts: tuple[tuple[ShiftLine, ...], ...]
    """The lines of each of ``SECTIONS``."""
    changes: tuple[str, ...]
    """What has happened since then."""

    @property
    def count(self) -> int:
        """How many lines there are."""
        return sum(map(len, self.parts))

    @property
    def digest(self) -> str:
        """SHA-256 (hex) over all of it, for the foot of the page."""
        return canonical_digest(to_record(self))


def shift_text(sheet: ShiftSheet) -> str:
    """The sheet as plain text, to be pasted into a chat."""
    return "\n".join(_lines(sheet))


def _lines(sheet: ShiftSheet) -> Iterator[str]:
    yield f"{TITLE} {sheet.butler} {full_moment_text(sheet.made_at).zh} 共 {sheet.count} 件"
    for title, lines in zip(SECTIONS, sheet.parts, strict=True):
        if not lines:
            continue
        yield ""
        yield f"【{title}】{len(lines)} 件"
        for line in lines:
            due = f"，{line.due}" if line.due != NOTHING else ""
            yield f"· {line.number} {line.customer}：{line.stage}，{line.next}{due}"
            if line.said != NOTHING:
                yield f"  {line.said}"
    if sheet.changes:
        yield ""
        yield f"【{sheet.since}以来】"
        yield from (f"· {change}" for change in sheet.changes)
