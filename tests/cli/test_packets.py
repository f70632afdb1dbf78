"""``packet`` and ``verify``."""

import io
import shutil

import pytest

from butler_desktop.documents.seal import SEAL_LENGTH, sealed
from butler_desktop.services.proofs import export_proof
from butler_desktop.storage.workspace import open_workspace
from tests.cli.conftest import FORMS
from tests.documents.certificates import COMPANY, PASSWORD, a_certificate


@pytest.fixture
def paper(run, demo, place):
    """The packet of the filing that waits for its customer, and that filing's number."""
    (first, *_) = run("filings", "--state", "awaiting_confirmation", "--json").json
    assert run("packet", first["number"], "-o", "paper.pdf").code == 0
    return place / "paper.pdf", first["number"]


def test_the_packet_made_again_is_the_same_to_the_byte(run, paper, place):
    path, number = paper
    said = run("packet", number)
    assert said.code == 0
    assert f"{number}-v1.pdf" in said.out
    assert (place / f"{number}-v1.pdf").read_bytes() == path.read_bytes()


def test_a_change_makes_the_next_version_and_the_old_one_is_superseded(run, paper):
    path, number = paper
    run("edit", number, "service.service_name", "另一个名称")
    assert run("packet", number, "-o", "new.pdf").code == 0
    verdict = run("verify", "new.pdf", "--json").json
    assert (verdict["version"], verdict["issued"], verdict["present"]) == (2, True, True)
    said = run("verify", path, "--json")
    assert said.code == 0
    assert said.json["present"] is False
    assert (said.json["version"], said.json["present_version"]) == (1, 2)
    assert "已被替代，最新是第 2 版" in run("verify", path).out


def test_verify_needs_no_database(run, paper, place, monkeypatch):
    path, number = paper
    monkeypatch.delenv("BUTLER_DATABASE")
    said = run("verify", path, "--json")
    assert said.code == 0
    verdict = said.json
    assert len(verdict.pop("digest")) == 64
    assert verdict == {
        "filing": number,
        "version": 1,
        "whole": True,
        "signed_by": None,
        "issued": None,
        "present": None,
        "present_version": None,
    }


def test_a_proof_of_the_confirmation_is_told_as_one(run, demo, place):
    (filing, *_) = run("filings", "--state", "approved", "--json").json
    workspace = open_workspace(demo, actor="", station="test")
    with workspace.reading() as work:
        filing_id = work.filing_id(filing["number"])
        version = work.dossier_of(filing_id).packets[-1].version
    export_proof(workspace, filing_id, version, place / "proof.pdf")
    workspace.close()
    said = run("verify", place / "proof.pdf")
    assert said.code == 0
    assert f"{filing['number']} 第 {version} 版的确认凭证，文件完整。" in said.out
    assert "是现行版本" in said.out


def test_verify_asks_the_database_that_is_named_and_makes_none(run, paper, place):
    path, _ = paper
    said = run("verify", path, "--database", place / "none.db")
    assert said.code == 3
    assert not (place / "none.db").exists()


def test_verify_asks_the_usual_database_where_there_is_one(run, paper, demo, monkeypatch):
    from butler_desktop.settings import default_database

    path, _ = paper
    monkeypatch.delenv("BUTLER_DATABASE")
    default_database().parent.mkdir(parents=True)
    shutil.copy(demo, default_database())
    assert run("verify", path, "--json").json["issued"] is True


def test_any_changed_byte_is_seen(run, paper, place, monkeypatch):
    path, _ = paper
    data = path.read_bytes()
    monkeypatch.delenv("BUTLER_DATABASE")
    for part in range(12):
        at = part * (len(data) - 1) // 11
        forged = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
        (place / "forged.pdf").write_bytes(forged)
        assert run("verify", "forged.pdf").code == 1, at


def test_a_paper_that_somebody_else_sealed_is_not_ours(run, paper, place, monkeypatch):
    """The seal is no secret: only the database knows the file that left the house."""
    path, _ = paper
    body = path.read_bytes()[:-SEAL_LENGTH]
    (place / "forged.pdf").write_bytes(sealed(body + b"% one more line\n"))
    said = run("verify", "forged.pdf", "--json")
    assert said.code == 1
    assert (said.json["issued"], said.json["whole"]) == (True, False)


def test_a_paper_of_another_house_is_not_ours(run, paper, place):
    from butler_desktop.storage.workspace import open_workspace

    path, _ = paper
    open_workspace(place / "other.db", actor="x", station="x").close()
    said = run("verify", path, "--database", place / "other.db", "--json")
    assert said.code == 1
    assert (said.json["whole"], said.json["issued"]) == (True, False)


def test_another_file_is_no_packet(run, place, monkeypatch):
    monkeypatch.delenv("BUTLER_DATABASE")
    for path in (FORMS, FORMS.parent / "scans" / "two-pages.pdf"):
        said = run("verify", path)
        assert said.code == 1
        assert "不是本程序的确认书" in said.out
    assert run("verify", place / "none.pdf").code == 3
    assert run("verify", place).code == 3


def test_a_place_that_cannot_be_written_is_told(run, paper, place):
    path, number = paper
    (place / "file").touch()
    for output in ("nowhere/x.pdf", "file/x.pdf", "."):
        said = run("packet", number, "-o", output)
        assert (said.code, said.out) == (3, "")
    assert not (place / "nowhere").exists()
    assert path.exists()


def test_a_packet_of_a_filing_that_is_closed_before_it_had_one_is_refused(run, demo):
    (row, *_) = run("filings", "--state", "withdrawn", "--json").json
    said = run("packet", row["number"])
    assert said.code == 1
    assert "已撤回" in said.err
    assert run("packet", "BA-0").code == 1


def test_a_packet_is_signed_by_the_companys_certificate(run, paper, place, monkeypatch):
    path, number = paper
    (place / "company.p12").write_bytes(a_certificate())
    asked = ("packet", number, "--sign", "company.p12", "-o", "signed.pdf")
    said = run(*asked)
    assert (said.code, (place / "signed.pdf").exists()) == (1, False)
    assert "证书打不开" in said.err
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))
    assert run(*asked, "--password-stdin").code == 0
    assert (place / "signed.pdf").read_bytes().startswith(path.read_bytes())
    said = run("verify", "signed.pdf")
    assert said.code == 0
    assert f"签名完好：{COMPANY}" in said.out
    assert "是现行版本" in said.out
    assert run("verify", "signed.pdf", "--json").json["signed_by"] == COMPANY
    (place / "grown.pdf").write_bytes((place / "signed.pdf").read_bytes() + b"%\n")
    assert run("verify", "grown.pdf").code == 1
