"""Filings: one application to an authority inside an order (备案记录)."""

from dataclasses import dataclass
from datetime import datetime

from butler_desktop.domain.authority_note import AuthorityNote
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.noted_fact import NotedFact
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.pause import Pause
from butler_desktop.domain.telling import Telling
from butler_desktop.domain.waiver import Waiver


@dataclass(frozen=True, slots=True)
class FaceVerification:
    """The service person in charge showed their face. Times UTC."""

    person: str
    verified_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Correction:
    """A place to be corrected, ``form:path`` or ``material:kind``; a digest of what stood there."""

    place: str
    before: str
    error: str = ""
    """What the authority says of it."""
    suggestion: str = ""
    """What it asks for."""


@dataclass(frozen=True, slots=True)
class Filing:
    """One filing: its state, the times that its clocks start from, and its form.

    All times are UTC. ``confirmed_digest`` is the digest of the values that the
    customer confirmed; submitting needs it to equal the present one.
    """

    id: str
    order_id: str
    number: str
    state: FilingState
    state_since: datetime
    site_count: int
    butler: str
    requested_at: datetime
    particulars: Particulars
    contacted_at: datetime | None = None
    content_complete_at: datetime | None = None
    paused_at: datetime | None = None
    """Since when the time for preparing stands still."""
    pause_reason: str = ""
    """What is waited for."""
    pauses: tuple[Pause, ...] = ()
    """The pauses that are over, of every round."""
    confirmation_deadline: datetime | None = None
    deadline_reason: str = ""
    """Why the deadline is no longer the one that the packet was issued with."""
    return_comment: str = ""
    corrections: tuple[Correction, ...] = ()
    """What was marked when the filing came back; ``domain.correction`` tells what is done."""
    confirmed_at: datetime | None = None
    confirmed_version: int | None = None
    confirmed_digest: str = ""
    auto_confirmed: bool = False
    face_verification: FaceVerification | None = None
    submitted_at: datetime | None = None
    submitted_version: int | None = None
    sms_sent_at: datetime | None = None
    sms_verified_at: datetime | None = None
    rejection_reasons: str = ""
    approved_at: datetime | None = None
    subject_number: str = ""
    service_number: str = ""
    rating_waived_at: datetime | None = None
    duties_told_at: datetime | None = None
    tellings: tuple[Telling, ...] = ()
    authority_notes: tuple[AuthorityNote, ...] = ()
    noted_facts: tuple[NotedFact, ...] = ()
    """What a butler looked up outside."""
    waivers: tuple[Waiver, ...] = ()
    """The findings that somebody let pass."""
