"""Verification: the paper alone tells what it is; the database tells whether it is ours."""

import pytest

from butler_desktop.documents.seal import SEAL_LENGTH, sealed
from butler_desktop.errors import DocumentFailed
from butler_desktop.services.filings import edit_form
from butler_desktop.services.packets import export_packet, make_packet
from butler_desktop.services.verification import Standing, standing, verify_paper
from tests.builders import a_workspace
from tests.services.scenario import SCAN, requested


@pytest.fixture
def workspace(tmp_path):
    opened = a_workspace(tmp_path / "desk")
    yield opened
    opened.close()


@pytest.fixture
def paper(workspace, tmp_path):
    """A filing and the first version of its packet as a file."""
    filing = requested(workspace)
    path = tmp_path / "paper.pdf"
    path.write_bytes(make_packet(workspace, filing).pdf)
    return filing, path


def judged(workspace, path) -> Standing:
    with workspace.reading() as work:
        return standing(work, verify_paper(path))


def test_our_present_paper(workspace, paper):
    filing, path = paper
    verdict = verify_paper(path)
    with workspace.reading() as work:
        number = work.dossier_of(filing).filing(filing).number
    assert (verdict.filing, verdict.version, verdict.whole) == (number, 1, True)
    assert judged(workspace, path) == Standing(True, True, 1, is_our_file=True)


def test_a_superseded_paper_is_still_ours_crossed_out_or_not(workspace, paper, tmp_path):
    filing, path = paper
    with workspace.editing() as work:
        edit_form(work, filing, {"service.service_name": "改过"})
    make_packet(workspace, filing)
    assert judged(workspace, path) == Standing(True, False, 2, is_our_file=True)
    with workspace.reading() as work:
        old, _ = work.dossier_of(filing).packets_of(filing)
    crossed = export_packet(workspace, filing, old.id, tmp_path / "crossed.pdf")
    assert crossed.read_bytes() != path.read_bytes()
    assert judged(workspace, crossed) == Standing(True, False, 2, is_our_file=True)


def test_a_paper_with_a_seal_of_somebody_else_is_not_the_file_that_we_made(workspace, paper):
    _, path = paper
    path.write_bytes(sealed(path.read_bytes()[:-SEAL_LENGTH] + b"% more\n"))
    assert verify_paper(path).whole
    assert not judged(workspace, path).is_our_file


def test_a_paper_of_another_workspace_is_not_ours(workspace, paper, tmp_path):
    other = a_workspace(tmp_path / "other")
    assert judged(other, paper[1]) == Standing(False, False, None)
    other.close()


def test_another_file_says_nothing(workspace):
    assert judged(workspace, SCAN) == Standing(False, False, None)


def test_a_file_that_is_gone_is_told(tmp_path):
    with pytest.raises(DocumentFailed):
        verify_paper(tmp_path / "none.pdf")
