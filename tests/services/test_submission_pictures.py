"""Pictures for the filing systems go out within the limits; the originals stay as they are."""

from dataclasses import replace
from pathlib import Path

import pytest

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.role import Role
from butler_desktop.errors import DocumentFailed, NotFound, Refused
from butler_desktop.services.history import history
from butler_desktop.services.materials import attach_material
from butler_desktop.services.submission_pictures import MARK, export_pictures
from tests.services.scenario import SCAN, reached, requested

SCANS = Path(__file__).resolve().parents[1] / "data" / "scans"


@pytest.fixture
def out(tmp_path):
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


def last_line(desk, filing_id):
    with desk.reading() as work:
        return history(work, work.order_of(filing_id), filing_id)[0].words.zh


def test_one_paper_goes_out_and_is_on_record(desk, out):
    filing_id = requested(desk)
    material = attach_material(desk, filing_id, "sponsor_cert", SCANS / "rotated-by-exif.jpg")
    made = export_pictures(desk, filing_id, out, material.id)
    (file,) = made.files
    assert (file.parent, file.suffix, made.originals, made.refused) == (out, ".jpg", 0, ())
    assert file.read_bytes() != (SCANS / "rotated-by-exif.jpg").read_bytes()
    assert desk.blobs.read(material.sha256) == (SCANS / "rotated-by-exif.jpg").read_bytes()
    assert last_line(desk, filing_id) == "导出提交图片"


def test_what_fits_goes_out_to_the_byte_unless_it_is_marked(desk, out):
    filing_id = requested(desk)
    material = attach_material(desk, filing_id, "sponsor_cert", SCAN)
    plain = export_pictures(desk, filing_id, out, material.id)
    marked = export_pictures(desk, filing_id, out, material.id, MARK)
    assert plain.files[0].read_bytes() == SCAN.read_bytes()
    assert (plain.originals, marked.originals) == (1, 0)
    assert marked.files[0].name == f"{plain.files[0].stem} (2).jpg"
    assert plain.files[0].read_bytes() == SCAN.read_bytes() != marked.files[0].read_bytes()


def test_all_papers_go_out_each_page_under_a_name_of_its_own(desk, out):
    filing_id = requested(desk)
    attach_material(desk, filing_id, "sponsor_cert", SCAN)
    attach_material(desk, filing_id, "domain_cert", SCANS / "two-pages.pdf")
    made = export_pictures(desk, filing_id, out)
    assert len(set(made.files)) == 3
    assert sorted(out.iterdir()) == sorted(made.files)
    assert made.files[0].name == "01_1_营业执照.jpg"


def test_a_paper_that_cannot_be_used_is_named_and_holds_up_no_other(desk, out, monkeypatch):
    filing_id = requested(desk)
    attach_material(desk, filing_id, "sponsor_cert", SCAN)
    bad = attach_material(desk, filing_id, "domain_cert", SCANS / "two-pages.pdf")
    read = desk.blobs.read
    broken = (SCANS / "damaged.pdf").read_bytes()
    monkeypatch.setattr(
        type(desk.blobs), "read", lambda _, it: broken if it == bad.sha256 else read(it)
    )
    made = export_pictures(desk, filing_id, out)
    assert len(made.files) == 1
    assert [name for name, _ in made.refused] == ["two-pages.pdf"]
    with pytest.raises(DocumentFailed):
        export_pictures(desk, filing_id, out, bad.id)


def test_without_a_paper_nothing_goes_out(desk, out):
    filing_id = requested(desk)
    for material_id in ("", "strange"):
        with pytest.raises(NotFound):
            export_pictures(desk, filing_id, out, material_id)
    assert list(out.iterdir()) == []


def test_who_only_looks_exports_none(desk, out):
    filing_id = reached(desk, S.COLLECTING)
    with pytest.raises(Refused):
        export_pictures(replace(desk, role=Role.AUDITOR), filing_id, out)
    assert list(out.iterdir()) == []
