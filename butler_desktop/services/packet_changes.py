"""What changed in a filing since a packet version, and what its customer saw and confirmed."""

from dataclasses import dataclass
from datetime import datetime

from butler_desktop.domain.confirmation import confirmed_values_digest, packet_is_present
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing import Filing
from butler_desktop.domain.filing_states import EDITABLE_STATES
from butler_desktop.domain.form import field_at
from butler_desktop.domain.masking import masked
from butler_desktop.domain.packet import PacketContent
from butler_desktop.domain.packet_builder import build_content
from butler_desktop.domain.packet_delta import (
    ConfirmedValue,
    confirmed_base,
    confirmed_values,
    current_values,
    differing_labels,
)
from butler_desktop.domain.packet_version import PacketVersion
from butler_desktop.domain.standing import FORM
from butler_desktop.errors import NotFound, Refused
from butler_desktop.services.deadlines import default_deadline
from butler_desktop.storage.work import Work
from butler_desktop.words import Words


@dataclass(frozen=True, slots=True)
class ChangedSince:
    """The confirmed version that a filing has moved away from, and in what."""

    version: int
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeenValue:
    """A field or paper as the customer saw it, and as it is now; empty where it is not there.

    ``version`` is the one by which it is confirmed; 0 where it is only there now.
    """

    place: str
    label: str
    seen: str
    now: str
    version: int
    differs: bool
    """Whether it is otherwise now; personal values are masked, and may then look alike."""


@dataclass(frozen=True, slots=True)
class Answer:
    """By what a version counts as confirmed: a channel's key, or the deadline. Times UTC."""

    at: datetime
    how: str
    who: str


@dataclass(frozen=True, slots=True)
class WhatTheySaw:
    """What the customer confirmed, or what was submitted, beside the filing now. Times UTC."""

    version: int
    digest: str
    confirmed_at: datetime | None
    submitted_at: datetime | None
    values: tuple[SeenValue, ...]
    answers: dict[int, Answer]
    """The answers to the versions that ``values`` name."""
    submitted: int | None
    """The version that was submitted last."""
    confirmed: int | None
    """The version that was confirmed last."""


def changed_since(work: Work, dossier: Dossier, filing: Filing) -> ChangedSince | None:
    """What changed since the last confirmed version; None where nothing did, or none was."""
    base = confirmed_base(dossier, filing.id)
    if base is None or filing.state not in EDITABLE_STATES:
        return None
    if base.confirmed_values_digest == confirmed_values_digest(dossier, filing):
        return None
    before = PacketContent.from_document(base.content)
    labels = differing_labels(present_content(work, dossier, filing), before)
    return ChangedSince(base.version, labels)


def what_they_saw(work: Work, filing_id: str, version: int | None = None) -> WhatTheySaw | None:
    """A confirmed version beside now: that one, else what was submitted last, else confirmed.

    None before the first.
    """
    dossier = work.dossier_of(filing_id)
    filing = dossier.filing(filing_id)
    versions = dossier.packets_of(filing_id)
    base = confirmed_base(dossier, filing_id)
    number = version or filing.submitted_version or (base.version if base else None)
    packet = next((it for it in versions if it.version == number), None)
    if packet is None:
        return None
    seen = {it.place: it for it in confirmed_values(versions, packet.version)}
    now = current_values(present_content(work, dossier, filing))
    places = dict.fromkeys((*now, *seen))
    return WhatTheySaw(
        packet.version,
        packet.digest,
        packet.confirmed_at,
        filing.submitted_at if filing.submitted_version == packet.version else None,
        tuple(_seen(place, seen.get(place), now.get(place)) for place in places),
        {it.version: answer for it in versions if (answer := _answer(it)) is not None},
        filing.submitted_version,
        base.version if base else None,
    )


def paper_they_saw(work: Work, filing_id: str, version: int) -> bytes:
    """The stored file of a version, byte for byte as the customer had it. Raises NotFound."""
    for packet in work.dossier_of(filing_id).packets_of(filing_id):
        if packet.version == version:
            return work.blobs.read(packet.pdf_sha256)
    raise NotFound(Words("没有这个版本。", "There is no such version."))


def _answer(packet: PacketVersion) -> Answer | None:
    if packet.confirmed_at is None:
        return None
    return Answer(packet.confirmed_at, packet.confirmed_how, packet.answered_by)


def present_content(work: Work, dossier: Dossier, filing: Filing) -> PacketContent:
    """What the newest version shows; where it shows something old, what the next one would."""
    latest = dossier.latest_packet(filing.id)
    if latest is not None and packet_is_present(dossier, filing):
        return PacketContent.from_document(latest.content)
    return build_content(
        dossier,
        filing,
        work.rulebook,
        version=latest.version + 1 if latest else 1,
        made_at=work.now,
        made_by=work.actor,
        deadline=filing.confirmation_deadline or default_deadline(work),
    )


def _seen(place: str, seen: ConfirmedValue | None, now: ConfirmedValue | None) -> SeenValue:
    known = now or seen
    if known is None:
        raise AssertionError("a place that nobody knows")
    before, after = (seen.value if seen else ""), (now.value if now else "")
    return SeenValue(
        place,
        known.label,
        _masked(place, before),
        _masked(place, after),
        seen.version if seen else 0,
        before != after,
    )


def _masked(place: str, value: str) -> str:
    """A value as the screen shows it: nobody asked to see a whole number."""
    if not value or not place.startswith(FORM):
        return value
    try:
        field = field_at(place.removeprefix(FORM))
    except Refused:  # a row of the paper that is no field
        return value
    return masked(field, value) if field.personal else value
