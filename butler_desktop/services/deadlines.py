"""Deadlines: what is proposed where none was agreed."""

from collections.abc import Mapping
from datetime import datetime

from butler_desktop.domain.clocks import confirmation_proposal
from butler_desktop.storage.work import Work


def default_deadline(work: Work) -> datetime:
    """The deadline to propose where none was agreed."""
    return confirmation_proposal(work.now, work.rulebook.calendar)


def with_default_deadline(work: Work, given: Mapping[str, str]) -> dict[str, str]:
    """The act's inputs, the default deadline put in where none was given."""
    return {"deadline": default_deadline(work).isoformat()} | dict(given)
