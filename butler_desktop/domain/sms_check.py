"""SMS checks: whose mobile must be verified after submission, and how far each has come.

Source: process.md section 4 (QC-SMS, KSBA, FOX): who must verify follows from
the kind of the filing; two persons with one number get one code; five wrong
tries are let pass, the sixth returns the filing (HW-KB, TC-SMS).
"""

from dataclasses import dataclass
from datetime import datetime

from butler_desktop.domain.authority_note import AuthorityNote, NoteKind
from butler_desktop.domain.filing import Filing
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.person import Person
from butler_desktop.domain.vocabulary import FilingKind
from butler_desktop.words import Words, joined

SUBJECT_PIC, SERVICE_PIC = "subject_pic", "service_pic"
ROLE_WORDS = {
    SUBJECT_PIC: Words("主体负责人", "Subject PIC"),
    SERVICE_PIC: Words("服务负责人", "Service PIC"),
}
EVERYBODY = "all"
"""Stands for all whose number is still to be verified, where an act asks for whom."""

TRIES = 5
"""So many wrong codes are let pass; one more returns the filing."""

SMS_STATES = (FilingState.SUBMITTED, FilingState.SMS_PENDING, FilingState.SMS_EXPIRED)
"""States in which it matters how far the numbers have come."""

BOTH = (SUBJECT_PIC, SERVICE_PIC)
OF_KIND: dict[str, tuple[str, ...]] = {
    FilingKind.NEW_SERVICE: (SERVICE_PIC,),
    FilingKind.ACCESS_FILING: (SERVICE_PIC,),
}
OF_CHANGE: dict[str, tuple[str, ...]] = {
    "subject": (SUBJECT_PIC,),
    "service": (SERVICE_PIC,),
    "access": (),
}


@dataclass(frozen=True, slots=True)
class SmsCheck:
    """One number that is verified, for the persons who have it. Times UTC."""

    roles: tuple[str, ...]
    name: str
    mobile: str
    verified_at: datetime | None = None
    wrong_tries: int = 0
    resent_at: datetime | None = None

    @property
    def key(self) -> str:
        """What notes call it."""
        return ",".join(self.roles)

    @property
    def words(self) -> Words:
        """The persons' parts in the filing."""
        return roles_words(self.key)

    @property
    def is_locked(self) -> bool:
        """Whether the authority's system takes no further code."""
        return self.wrong_tries > TRIES

    @property
    def tries_left(self) -> int:
        """How many wrong codes are let pass still."""
        return max(0, TRIES - self.wrong_tries)


def roles_words(key: str) -> Words:
    """The persons of a note's key, as people call them."""
    return joined([ROLE_WORDS.get(role, Words(role, role)) for role in key.split(",")])


def who_must_verify(form: Particulars) -> tuple[str, ...]:
    """The persons in charge whose number gets a code, the subject's first.

    A change whose scope is not said asks both: none is left out.
    """
    if form.filing_kind == FilingKind.CHANGE_FILING:
        return OF_CHANGE.get(form.change_scope or "", BOTH)
    return OF_KIND.get(form.filing_kind or "", BOTH)


def sms_checks(filing: Filing) -> tuple[SmsCheck, ...]:
    """The numbers to be verified for the present submission, each with what is known of it."""
    form = filing.particulars
    people = {SUBJECT_PIC: form.subject_pic, SERVICE_PIC: form.service_pic}
    roles = who_must_verify(form)
    numbers = [_digits(people[role]) for role in roles]
    shared = len(roles) == len(BOTH) and numbers[0] and numbers[0] == numbers[1]
    groups = [roles] if shared else [(role,) for role in roles]
    notes = [it for it in filing.authority_notes if it.submitted_at == filing.submitted_at]
    return tuple(_check(group, people[group[0]], notes) for group in groups)


def _check(roles: tuple[str, ...], person: Person, notes: list[AuthorityNote]) -> SmsCheck:
    own = [it for it in notes if set(it.about.split(",")) & set(roles)]
    times = {
        kind: [it.at for it in own if it.kind is kind]
        for kind in (NoteKind.SMS_VERIFIED, NoteKind.SMS_WRONG, NoteKind.SMS_RESENT)
    }
    return SmsCheck(
        roles=roles,
        name=person.name or "",
        mobile=person.mobile or "",
        verified_at=min(times[NoteKind.SMS_VERIFIED], default=None),
        wrong_tries=len(times[NoteKind.SMS_WRONG]),
        resent_at=max(times[NoteKind.SMS_RESENT], default=None),
    )


def awaited(filing: Filing) -> tuple[SmsCheck, ...]:
    """The numbers that are still to be verified."""
    return tuple(it for it in sms_checks(filing) if it.verified_at is None)


def chosen(filing: Filing, person: str) -> tuple[SmsCheck, ...]:
    """The awaited numbers that an act is about; with nobody named, the only one there is."""
    waiting = awaited(filing)
    if person == EVERYBODY:
        return waiting
    if not person:
        return waiting if len(waiting) == 1 else ()
    return tuple(it for it in waiting if person in it.roles)


def _digits(person: Person) -> str:
    """A number without spaces, signs and the country's code."""
    return "".join(each for each in person.mobile or "" if each.isdecimal())[-11:]
