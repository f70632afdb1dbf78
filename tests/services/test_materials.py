"""Materials: a file comes in whole, once, and in the place of another; or with a reason not."""

import os
from pathlib import Path

import pytest

from butler_desktop.domain.filing_states import FilingState
from butler_desktop.errors import DocumentFailed, NotFound, Refused
from butler_desktop.services import materials
from butler_desktop.services.filing_view import filing_view
from butler_desktop.services.history import verify
from butler_desktop.services.materials import attach_material, withdraw_material
from tests.builders import NOW, a_workspace
from tests.services.scenario import SCAN, a_picture, reached, requested, revision_of, state_of

BAD = Path(__file__).resolve().parents[1] / "data" / "scans"
S = FilingState


@pytest.fixture
def workspace(tmp_path):
    opened = a_workspace(tmp_path / "desk")
    yield opened
    opened.close()


@pytest.fixture
def filing(workspace):
    return requested(workspace)


def present(workspace, filing):
    with workspace.reading() as work:
        return work.dossier_of(filing).materials_of(filing)


def test_a_file_is_kept_byte_for_byte_under_its_hash(workspace, filing):
    material = attach_material(workspace, filing, "sponsor_cert", SCAN)
    assert present(workspace, filing) == (material,)
    assert workspace.blobs.read(material.sha256) == SCAN.read_bytes()
    assert (material.file_name, material.byte_size) == (SCAN.name, SCAN.stat().st_size)
    assert (material.attached_at, material.attached_by) == (NOW, "林晓雯")
    assert material.media_type == "image/jpeg"
    assert material.pixel_width > 0


def test_attaching_ticks_the_paper_off_the_list(workspace, filing):
    def missing():
        with workspace.reading() as work:
            view = filing_view(work, filing)
        return {item.kind for item in view.checklist if item.is_missing}

    before = missing()
    attach_material(workspace, filing, "sponsor_cert", SCAN)
    assert before - missing() == {"sponsor_cert"}


@pytest.mark.parametrize(
    "name",
    ["damaged.jpg", "damaged.pdf", "empty.jpg", "huge-pixels.png", "password-protected.pdf",
     "text-named.jpg", "none.jpg"],
)  # fmt: skip
def test_a_file_that_is_no_use_leaves_nothing_behind(workspace, filing, name):
    before = revision_of(workspace, filing)
    with pytest.raises((DocumentFailed, Refused)):
        attach_material(workspace, filing, "sponsor_cert", BAD / name)
    assert present(workspace, filing) == ()
    assert revision_of(workspace, filing) == before
    assert not [path for path in workspace.blobs.folder.rglob("*") if path.is_file()]


def test_a_flagged_file_is_taken_with_its_flags(workspace, filing):
    material = attach_material(workspace, filing, "sponsor_cert", BAD / "low-resolution.jpg")
    assert material.flags
    assert present(workspace, filing)[0].flags == material.flags


def test_the_same_file_twice_is_one_material_and_one_act(workspace, filing):
    first = attach_material(workspace, filing, "sponsor_cert", SCAN)
    before = revision_of(workspace, filing)
    assert attach_material(workspace, filing, "sponsor_cert", SCAN) == first
    assert revision_of(workspace, filing) == before
    attach_material(workspace, filing, "domain_cert", SCAN)
    assert len(present(workspace, filing)) == 2


def test_a_file_takes_the_place_of_another(workspace, filing, tmp_path):
    old = attach_material(workspace, filing, "sponsor_cert", SCAN)
    new = attach_material(
        workspace, filing, "sponsor_cert", a_picture(tmp_path, "new.jpg"), replaces=old.id
    )
    assert present(workspace, filing) == (new,)
    assert workspace.blobs.read(old.sha256) == SCAN.read_bytes()
    with workspace.reading() as work:
        dossier = work.dossier_of(filing)
        assert verify(work, dossier.order.id) == ()
    assert {m.id: m.withdrawn_at for m in dossier.materials} == {old.id: NOW, new.id: None}


def test_a_file_that_is_there_already_takes_the_place_of_another_too(workspace, filing, tmp_path):
    first = attach_material(workspace, filing, "sponsor_cert", SCAN)
    second = attach_material(workspace, filing, "sponsor_cert", a_picture(tmp_path, "b.jpg"))
    again = attach_material(workspace, filing, "sponsor_cert", SCAN, replaces=second.id)
    assert again == first
    assert present(workspace, filing) == (first,)
    assert attach_material(workspace, filing, "sponsor_cert", SCAN, replaces=first.id) == first
    assert present(workspace, filing) == (first,)


def test_what_is_gone_already_cannot_be_replaced_or_taken_away(workspace, filing, tmp_path):
    material = attach_material(workspace, filing, "sponsor_cert", SCAN)
    with workspace.editing() as work:
        withdraw_material(work, filing, material.id)
    assert present(workspace, filing) == ()
    with pytest.raises(NotFound), workspace.editing() as work:
        withdraw_material(work, filing, material.id)
    with pytest.raises(NotFound):
        attach_material(
            workspace, filing, "sponsor_cert", a_picture(tmp_path, "x.jpg"), replaces=material.id
        )
    assert present(workspace, filing) == ()


def test_a_paper_that_nobody_asks_for_is_refused(workspace, filing):
    with pytest.raises(Refused, match="selfie") as refusal:
        attach_material(workspace, filing, "selfie", SCAN)
    assert "sponsor_cert" in refusal.value.cure.zh


@pytest.mark.parametrize("state", [S.AWAITING_CONFIRMATION, S.READY_TO_SUBMIT])
def test_another_paper_after_the_packet_opens_the_review_again(workspace, tmp_path, state):
    filing = reached(workspace, state)
    attach_material(workspace, filing, "sponsor_cert", a_picture(tmp_path, "later.jpg"))
    assert state_of(workspace, filing) is S.INTERNAL_REVIEW


def test_a_paper_taken_away_after_the_packet_opens_the_review_again(workspace):
    filing = reached(workspace, S.READY_TO_SUBMIT)
    with workspace.editing() as work:
        material = work.dossier_of(filing).materials_of(filing)[0]
        withdraw_material(work, filing, material.id)
    assert state_of(workspace, filing) is S.INTERNAL_REVIEW


def test_a_file_that_changes_while_it_is_read_is_refused(workspace, filing, tmp_path, monkeypatch):
    path = a_picture(tmp_path, "moving.jpg")
    inspect = materials.inspect_scan

    def moving(*given):
        report = inspect(*given)
        a_picture(tmp_path, "moved.jpg").replace(path)
        return report

    monkeypatch.setattr(materials, "inspect_scan", moving)
    with pytest.raises(Refused, match="改动"):
        attach_material(workspace, filing, "sponsor_cert", path)
    assert present(workspace, filing) == ()


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_name_from_a_windows_archive_becomes_text(workspace, filing, tmp_path):
    raw = os.fsencode(tmp_path) + b"/" + "营业执照.jpg".encode("gb18030")
    Path(os.fsdecode(raw)).write_bytes(SCAN.read_bytes())
    material = attach_material(workspace, filing, "sponsor_cert", Path(os.fsdecode(raw)))
    assert material.file_name == "营业执照.jpg"
    assert present(workspace, filing) == (material,)
