"""Letters are written where one says, on record, and attach nothing."""

from dataclasses import replace

import pytest

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.role import Role
from butler_desktop.errors import NotFound, Refused
from butler_desktop.services.filings import edit_form
from butler_desktop.services.history import history
from butler_desktop.services.letters import LetterFormat, export_letter, letters_view
from tests.documents.letter_papers import docx_text
from tests.documents.paper_reading import page_texts
from tests.services.scenario import reached

LETTER = "filing-commitment"


def lines(desk, filing_id):
    with desk.reading() as work:
        return history(work, work.order_of(filing_id), filing_id)


@pytest.mark.parametrize("form", LetterFormat)
def test_a_letter_is_written_and_on_record(desk, tmp_path, form):
    filing_id = reached(desk, S.COLLECTING)
    target = tmp_path / f"承诺书.{form}"
    assert export_letter(desk, filing_id, LETTER, form, target) == target
    data = target.read_bytes()
    said = "".join(page_texts(data)) if form is LetterFormat.PDF else docx_text(data)
    with desk.reading() as work:
        dossier = work.dossier_of(filing_id)
    assert str(dossier.filing(filing_id).particulars.subject.sponsor_name) in said
    assert lines(desk, filing_id)[0].words.zh == "生成文书"
    assert not [it for it in dossier.materials_of(filing_id) if it.material_kind == LETTER]


def test_what_is_missing_is_said_and_nothing_is_written(desk, tmp_path):
    filing_id = reached(desk, S.COLLECTING)
    with desk.editing() as work:
        edit_form(work, filing_id, {"subject.certificate_number": None})
    with desk.reading() as work:
        view = letters_view(work, filing_id)
    (offer,) = view.of_kind("filing_commitment")
    assert [lack.place for lack in offer.lacks] == ["form:subject.certificate_number"]
    before = lines(desk, filing_id)
    with pytest.raises(Refused) as told:
        export_letter(desk, filing_id, LETTER, LetterFormat.PDF, tmp_path / "承诺书.pdf")
    assert told.value.findings == offer.lacks
    assert "缺少统一社会信用代码" in told.value.said("zh_CN")
    assert list(tmp_path.glob("*.pdf")) == []
    assert lines(desk, filing_id) == before


@pytest.mark.sqlite
def test_a_letter_that_the_filing_has_no_use_for_is_not_found(desk, tmp_path):
    filing_id = reached(desk, S.COLLECTING)
    for strange in ("filing-commitment-shanghai", "strange"):
        with pytest.raises(NotFound):
            export_letter(desk, filing_id, strange, LetterFormat.PDF, tmp_path / "a.pdf")


@pytest.mark.sqlite
def test_who_only_looks_drafts_no_letter(desk, tmp_path):
    filing_id = reached(desk, S.COLLECTING)
    looks = replace(desk, role=Role.AUDITOR)
    with pytest.raises(Refused):
        export_letter(looks, filing_id, LETTER, LetterFormat.PDF, tmp_path / "a.pdf")
    assert not (tmp_path / "a.pdf").exists()
