"""Letters of a filing: what can be drafted, what each lacks, and the files that are written."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from butler_desktop.domain.letter import Letter
from butler_desktop.domain.letters import LetterOffer, filled_letter, letters_for
from butler_desktop.domain.role import refuse_to_write
from butler_desktop.storage.whole_file import write_whole
from butler_desktop.storage.work import Work, Workspace


class LetterFormat(StrEnum):
    """What a letter is written as."""

    PDF = "pdf"
    DOCX = "docx"


@dataclass(frozen=True, slots=True)
class LettersView:
    """The papers that can be drafted for a filing now."""

    filing_id: str
    number: str
    offers: tuple[LetterOffer, ...]

    def of_kind(self, kind: str) -> tuple[LetterOffer, ...]:
        """Those that a material of this kind can come from."""
        return tuple(offer for offer in self.offers if offer.template.kind == kind)


def letters_view(work: Work, filing_id: str) -> LettersView:
    """The papers that can be drafted for a filing, as its form is now. Raises NotFound."""
    filing = work.dossier_of(filing_id).filing(filing_id)
    offers = letters_for(filing.particulars, work.rulebook)
    return LettersView(filing_id, filing.number, offers)


def letter_of(work: Work, filing_id: str, template_id: str) -> Letter:
    """One letter, filled. Raises NotFound, and Refused with what is missing."""
    filing = work.dossier_of(filing_id).filing(filing_id)
    return filled_letter(template_id, filing.particulars, work.rulebook)


def export_letter(
    workspace: Workspace, filing_id: str, template_id: str, form: LetterFormat, target: Path
) -> Path:
    """Writes a letter to ``target``, whole or not at all; a line of the journal tells of it.

    Nothing is attached: the signed paper comes back as a scan. Raises NotFound,
    Refused, DocumentFailed, StoreUnavailable.
    """
    refuse_to_write(workspace.role)
    with workspace.reading() as work:
        letter, made_at = letter_of(work, filing_id, template_id), work.now
    if form is LetterFormat.PDF:
        from butler_desktop.documents.letters.printed import render_letter

        data = render_letter(letter, made_at)
    else:
        from butler_desktop.documents.letters.editable import letter_file

        data = letter_file(letter, made_at)

    def note() -> None:
        with workspace.editing() as work:
            work.note(work.dossier_of(filing_id), "filing", filing_id, "letter.export")

    write_whole(target, data, note)
    return target
