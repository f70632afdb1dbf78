"""What went to the authority is kept round by round, and brought together again to the byte."""

import io
import json
import zipfile

import pytest

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.transition import Action as A
from butler_desktop.errors import NotFound
from butler_desktop.services.filings import edit_form
from butler_desktop.services.history import history
from butler_desktop.services.submissions import export_submission, submissions
from tests.services.scenario import do, reached


def rounds(desk, filing_id):
    with desk.reading() as work:
        return submissions(work, filing_id)


def test_the_record_has_the_exact_version_and_every_paper_by_its_slot(desk, tmp_path):
    filing_id = reached(desk, S.SUBMITTED)
    (sent,) = rounds(desk, filing_id)
    path = export_submission(desk, filing_id, sent.at, tmp_path / "a.zip")
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        record = json.loads(archive.read("00_提交记录.json"))
        with desk.reading() as work:
            (packet,) = work.dossier_of(filing_id).packets_of(filing_id)
            assert archive.read("00_备案信息确认书.pdf") == work.blobs.read(packet.pdf_sha256)
            for paper in record["materials"]:
                assert archive.read(paper["file"]) == work.blobs.read(paper["sha256"])
    assert (record["version"], record["digest"]) == (1, packet.digest)
    assert "01_1_营业执照.jpg" in names
    assert any(name.startswith("03_1_主体负责人") for name in names)
    with desk.reading() as work:
        lines = history(work, work.order_of(filing_id), filing_id)
    assert lines[0].words.zh == "导出提交材料包"


def test_made_again_it_is_the_same_to_the_byte_whatever_was_changed_since(desk, clock, tmp_path):
    filing_id = reached(desk, S.REJECTED)
    (sent,) = rounds(desk, filing_id)
    first = export_submission(desk, filing_id, sent.at, tmp_path / "a.zip").read_bytes()
    do(desk, filing_id, A.START_REWORK)
    with desk.editing() as work:
        edit_form(work, filing_id, {"service.service_name": "白露松间"})
    clock.now = clock.now.replace(hour=5)
    again = export_submission(desk, filing_id, sent.at, tmp_path / "b.zip").read_bytes()
    assert again == first


def test_every_round_is_kept(desk, clock, tmp_path):
    filing_id = reached(desk, S.REJECTED)
    do(desk, filing_id, A.START_REWORK)
    with desk.editing() as work:
        edit_form(work, filing_id, {"service.service_name": "白露松间"})
    clock.now = clock.now.replace(hour=5)
    for action in (A.SEND_TO_REVIEW, A.ISSUE_PACKET, A.RECORD_DELIVERY, A.CONFIRM):
        do(desk, filing_id, action)
    do(desk, filing_id, A.SUBMIT)
    first, second = rounds(desk, filing_id)
    assert (first.version, second.version) == (1, 2)
    old = export_submission(desk, filing_id, first.at, tmp_path / "1.zip").read_bytes()
    new = export_submission(desk, filing_id, second.at, tmp_path / "2.zip").read_bytes()
    versions = [
        json.loads(zipfile.ZipFile(io.BytesIO(data)).read("00_提交记录.json"))["version"]
        for data in (old, new)
    ]
    assert versions == [1, 2]


def test_what_was_not_submitted_has_no_record(desk, clock, tmp_path):
    filing_id = reached(desk, S.READY_TO_SUBMIT)
    assert rounds(desk, filing_id) == ()
    with pytest.raises(NotFound):
        export_submission(desk, filing_id, clock.now, tmp_path / "a.zip")
    assert not (tmp_path / "a.zip").exists()
