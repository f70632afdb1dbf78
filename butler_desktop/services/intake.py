"""The intake workbook: sent to a customer, read back as a preview, taken as one edit."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from butler_desktop.documents.coverage import uncovered
from butler_desktop.documents.intake_reading import read_intake
from butler_desktop.domain.canonical import canonical_digest
from butler_desktop.domain.checks import INFO, findings
from butler_desktop.domain.filing import Filing
from butler_desktop.domain.form_shape import Leaf
from butler_desktop.domain.intake import IntakeChange, IntakeFault, IntakePreview, preview
from butler_desktop.domain.intake_sheet import intake_sheet, written
from butler_desktop.domain.local_time import local_date
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.role import refuse_to_write
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.services.filings import edit_form, refuse_locked
from butler_desktop.storage.whole_file import write_whole
from butler_desktop.storage.work import Work, Workspace
from butler_desktop.words import Words


@dataclass(frozen=True, slots=True)
class IntakeView:
    """A workbook that was read back, with what is needed to show it."""

    filing_id: str
    file_name: str
    preview: IntakePreview
    rulebook: Rulebook


def export_intake(workspace: Workspace, filing_id: str, target: Path) -> Path:
    """Writes the workbook to ``target``, whole or not at all; a line of the journal tells of it.

    Raises NotFound, StoreUnavailable, and Refused for who may not, or where the
    form cannot change any more.
    """
    from butler_desktop.documents.intake_book import intake_book

    with workspace.reading() as work:
        refuse_to_write(work.role)
        filing = work.dossier_of(filing_id).filing(filing_id)
        refuse_locked(filing)
        sheet = intake_sheet(filing.number, filing.particulars, work.rulebook.tables)
        data = intake_book(sheet, work.now)

    def note() -> None:
        with workspace.editing() as work:
            work.note(work.dossier_of(filing_id), "filing", filing_id, "intake.export")

    write_whole(target, data, note)
    return target


def preview_intake(work: Work, filing_id: str, path: Path) -> IntakeView:
    """What a workbook that came back would change; writes nothing.

    Raises ImportRefused, NotFound, and Refused for who may only look, or where
    the form cannot change.
    """
    refuse_to_write(work.role)
    filing = work.dossier_of(filing_id).filing(filing_id)
    refuse_locked(filing)
    form, rulebook = filing.particulars, work.rulebook
    digest = canonical_digest(form.to_document())
    found = preview(read_intake(path), filing.number, form, digest, rulebook.tables)
    found = _printable(found, rulebook)
    warnings = _warnings(form, found.ready, rulebook, work)
    changes = tuple(replace(it, warning=warnings.get(it.path)) for it in found.changes)
    return IntakeView(filing_id, path.name, replace(found, changes=changes), rulebook)


def take_intake(work: Work, filing_id: str, changes: Iterable[IntakeChange]) -> Filing:
    """Takes changes of a preview in, as one edit: all of them, or none.

    Raises FieldOvertaken where somebody has changed one of the fields since the
    preview, Refused where the form cannot change.
    """
    chosen = tuple(changes)
    values = {change.path: change.new for change in chosen}
    seen = {change.path: change.old for change in chosen}
    return edit_form(work, filing_id, values, seen)


def _printable(found: IntakePreview, rulebook: Rulebook) -> IntakePreview:
    """Values with a character that the packet could not show are faults."""
    changes, faults = [], list(found.faults)
    for change in found.changes:
        characters = [it for text in _texts(change.new) for it in uncovered(text)]
        if characters:
            value = written(change.field, change.new, rulebook.tables)
            shown = "、".join(dict.fromkeys(f"{it}（U+{ord(it):04X}）" for it in characters))
            reason = Words(f"{shown}没有字形，印不出来", f"no font has {shown}")
            fault = IntakeFault(change.cell, change.path, change.words, value, reason)
            faults.append(fault)
        else:
            changes.append(change)
    return replace(found, changes=tuple(changes), faults=tuple(faults))


def _warnings(
    form: Particulars, changes: Iterable[IntakeChange], rulebook: Rulebook, work: Work
) -> dict[str, Words]:
    """What the rules say to the new values, the gravest of each field."""
    for change in changes:
        form = form.with_value(change.path, change.new)
    told: dict[str, Words] = {}
    found = findings(form, rulebook, local_date(work.now))
    for finding in sorted(found, key=lambda it: it.severity):  # error before warning
        if finding.severity != INFO and not finding.is_asked:
            told.setdefault(finding.path, finding.message)
    return told


def _texts(value: Leaf) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return value
    return (value,) if isinstance(value, str) else ()
