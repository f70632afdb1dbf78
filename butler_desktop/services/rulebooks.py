"""What can be done about rulebooks: list them, take a newer one in, see what it would change."""

from dataclasses import dataclass
from pathlib import Path

from butler_desktop.domain.case import Case
from butler_desktop.domain.local_time import local_date
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.verdict_change import VerdictChange, touched_provinces, verdict_change
from butler_desktop.services.progress import QUIET, Progress
from butler_desktop.storage.coexistence import coexisting_filings
from butler_desktop.storage.listings import open_filings
from butler_desktop.storage.publisher_key import PublisherKey, trust, trusted_keys
from butler_desktop.storage.rulebook import load_rulebook
from butler_desktop.storage.rulebook_package import RulebookPackage
from butler_desktop.storage.rulebooks import (
    TakenRulebook,
    keep_rulebook,
    opened_rulebook,
    read_package,
    taken_rulebooks,
)
from butler_desktop.storage.work import Work, Workspace

BLOCK = 100
"""Filings that are read in one transaction; after each block it can be broken off."""


@dataclass(frozen=True, slots=True)
class Rulebooks:
    """The one in force here, the one that came with the program, and those that were taken in."""

    present: Rulebook
    shipped: Rulebook
    taken: tuple[TakenRulebook, ...]
    keys: tuple[PublisherKey, ...]
    """The publishers that count here."""

    @property
    def coming(self) -> RulebookPackage | None:
        """The newest one that was taken in, where it is newer than the one in force."""
        newest = next((it.package for it in self.taken if it.package is not None), None)
        return newest if newest is not None and newest.rank > self.present.rank else None


@dataclass(frozen=True, slots=True)
class RulebookPreview:
    """A rulebook whose signature holds, and what it changes; nothing has been taken in."""

    rulebook: Rulebook
    checked: int
    """Open filings that were looked at."""
    changes: tuple[VerdictChange, ...]
    data: bytes


def rulebooks(work: Work) -> Rulebooks:
    """What this desk knows of rulebooks."""
    return Rulebooks(
        present=work.rulebook,
        shipped=load_rulebook(),
        taken=taken_rulebooks(),
        keys=tuple(trusted_keys().values()),
    )


def trust_key(file: Path) -> PublisherKey:
    """Takes a publisher's key in. Raises RulebookWrong, StoreUnavailable."""
    return trust(file)


def preview_rulebook(
    workspace: Workspace, file: Path, progress: Progress = QUIET
) -> RulebookPreview:
    """What would change if the rulebook in ``file`` were in force; nothing is taken in yet.

    Raises RulebookWrong, StoreUnavailable, Cancelled.
    """
    data = read_package(file)
    rulebook = opened_rulebook(data, trusted_keys())
    checked, changes = verdict_changes(workspace, rulebook, progress)
    return RulebookPreview(rulebook, checked, changes, data)


def take_rulebook(preview: RulebookPreview) -> Path:
    """Takes in what was looked at. It counts from its day on, when the program is next started.

    Raises RulebookWrong, Refused, StoreUnavailable.
    """
    return keep_rulebook(preview.data, trusted_keys())


def verdict_changes(
    workspace: Workspace, rulebook: Rulebook, progress: Progress = QUIET
) -> tuple[int, tuple[VerdictChange, ...]]:
    """How many open filings were looked at, and those of which ``rulebook`` says otherwise.

    They are read block by block: what happens meanwhile is not held up.
    Raises Cancelled.
    """
    touched = touched_provinces(workspace.rulebook, rulebook)
    with workspace.reading() as work:
        asked = [it for it in open_filings(work) if touched is None or it.province in touched]
    found: list[VerdictChange] = []
    for start in range(0, len(asked), BLOCK):
        progress.step(start, len(asked))
        with workspace.reading() as work:
            for it in asked[start : start + BLOCK]:
                change = _change(work, it.order_id, it.filing_id, rulebook)
                if change is not None:
                    found.append(change)
    progress.step(len(asked), len(asked))
    return len(asked), tuple(found)


def _change(work: Work, order_id: str, filing_id: str, rulebook: Rulebook) -> VerdictChange | None:
    dossier = work.dossier(order_id)
    filing = dossier.filing(filing_id)
    coexisting = coexisting_filings(work.connection, filing.particulars, filing_id)
    case = Case.of(dossier, filing, coexisting)
    both = (work.rulebook, rulebook)
    return verdict_change(dossier, filing, case, both, local_date(work.now))
