"""Outside status: what the authority's or a provider's system says of a filing, and as of when.

The words are those of the filing systems, or free. A provider may lag behind
the authority by 6 hours to 2 working days (process.md section 6, TC-AUD).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from butler_desktop.domain.authority_note import NoteKind
from butler_desktop.domain.filing import Filing
from butler_desktop.domain.filing_states import LOCKED_STATES
from butler_desktop.words import Words

OTHER = "other"
STATUS_WORDS = {
    "provider_review": Words("平台审核中", "In the provider's review"),
    "provider_rejected": Words("平台审核驳回", "Rejected by the provider"),
    "to_authority": Words("待提交管局", "To be sent to the authority"),
    "sms_pending": Words("等待核验中", "SMS verification pending"),
    "sms_verified": Words("核验完成", "SMS verified"),
    "sms_expired": Words("核验超时", "SMS expired"),
    "authority_review": Words("管局审核中", "In the authority's review"),
    "authority_rejected": Words("管局审核驳回", "Rejected by the authority"),
    "approved": Words("已备案", "Approved"),
    OTHER: Words("其他", "Other"),
}
"""Source: platform_status of the code tables (WX, HW-KB)."""

PROVIDER = "provider"
SOURCE_WORDS = {
    "authority": Words("管局系统", "Authority's system"),
    PROVIDER: Words("接入商系统", "Provider's system"),
    "ministry": Words("工信部网站", "MIIT site"),
}
LAG = Words("可能滞后 6 小时至 2 个工作日", "may lag 6 hours to 2 working days")

STALE = timedelta(days=3)
"""An older status says little: past the longest lag, two working days, and one to look again."""


@dataclass(frozen=True, slots=True)
class OutsideStatus:
    """The newest status on record; ``as_of`` is UTC, ``source`` a key."""

    words: Words
    source: str
    as_of: datetime
    by: str


def outside_status(filing: Filing) -> OutsideStatus | None:
    """The newest status of the present submission, if any was noted."""
    notes = [
        it
        for it in filing.authority_notes
        if it.kind is NoteKind.STATUS and it.submitted_at == filing.submitted_at
    ]
    last = max(notes, key=lambda it: (it.at, it.id), default=None)
    if last is None:
        return None
    return OutsideStatus(status_words(last.about, last.words), last.source, last.at, last.by)


def is_stale(filing: Filing, now: datetime) -> bool:
    """Whether nobody has looked for too long while the authority has the filing."""
    if filing.state not in LOCKED_STATES:
        return False
    status = outside_status(filing)
    since = status.as_of if status else filing.submitted_at or filing.state_since
    return now - since > STALE


def status_words(key: str, free: str) -> Words:
    """The status's own word, with what was written to it."""
    word, written = STATUS_WORDS.get(key, Words(key, key)), Words(free, free)
    if not free:
        return word
    return written if key == OTHER else word + Words("：", ": ") + written
