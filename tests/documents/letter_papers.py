"""Letters to draw: every template filled from the samples, and what a .docx says."""

import io
from collections.abc import Iterator
from functools import cache

import docx

from butler_desktop.domain.form_shape import Leaf
from butler_desktop.domain.letter import Letter
from butler_desktop.domain.letters import filled_letter, letters_for
from butler_desktop.domain.particulars import Particulars
from butler_desktop.storage.rulebook import load_rulebook
from tests.documents.papers import a_form
from tests.domain.letter_forms import changed, in_each_province

SAMPLES = ("F00", "F04", "F08")


def letters_of(form: Particulars) -> Iterator[Letter]:
    """Each letter that can be made of a form."""
    rulebook = load_rulebook()
    for offer in letters_for(form, rulebook):
        if offer.is_ready:
            yield filled_letter(offer.template.id, form, rulebook)


@cache
def all_letters() -> dict[str, Letter]:
    """Each template for an enterprise, a person and an app, where it is of use, by both names."""
    found: dict[str, Letter] = {}
    for sample in SAMPLES:
        for form in in_each_province(a_form(sample), load_rulebook()):
            for letter in letters_of(form):
                found.setdefault(f"{letter.id} {sample}", letter)
    return found


def a_letter(template: str = "filing-commitment", **values: Leaf) -> Letter:
    """A letter of the first sample; ``values`` are of the form, ``__`` for the dot."""
    form = changed(a_form(), {path.replace("__", "."): held for path, held in values.items()})
    return filled_letter(template, form, load_rulebook())


def docx_text(data: bytes) -> str:
    """Everything that the document says, without white space."""
    document = docx.Document(io.BytesIO(data))
    said = [paragraph.text for paragraph in document.paragraphs]
    said += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "".join("".join(said).split())
