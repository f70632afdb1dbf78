"""Only the database knows which file left the house: a seal can be written by anybody."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from butler_desktop.documents.packet import render_packet
from butler_desktop.documents.seal import sealed
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.packet import PacketContent
from butler_desktop.services.filings import edit_form
from butler_desktop.services.packets import make_packet
from butler_desktop.services.verification import Standing, standing, verify_paper
from butler_desktop.storage.work import Workspace
from tests.builders import a_filing, a_workspace, an_order
from tests.documents.papers import a_form, opened

UNKNOWN = Standing(issued=False, is_present=False, present_version=None, is_our_file=False)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = a_workspace(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def filing_id(workspace: Workspace) -> str:
    order = an_order()
    filing = a_filing(order, state=FilingState.COLLECTING, particulars=a_form())
    with workspace.editing() as work:
        work.save(None, Dossier(order, (filing,)), "order.enter")
    return filing.id


def known(workspace: Workspace, pdf: bytes, folder: Path) -> Standing:
    file = folder / "paper.pdf"
    file.write_bytes(pdf)
    verdict = verify_paper(file)
    with workspace.reading() as work:
        return standing(work, verdict)


def test_the_newest_version_is_ours_and_present(workspace, filing_id, tmp_path):
    made = make_packet(workspace, filing_id)
    assert known(workspace, made.pdf, tmp_path) == Standing(
        issued=True, is_present=True, present_version=1, is_our_file=True
    )


def test_a_replaced_version_is_ours_but_no_more_present(workspace, filing_id, tmp_path):
    first = make_packet(workspace, filing_id)
    with workspace.editing() as work:
        edit_form(work, filing_id, {"service.service_name": "白露松间官方网站"})
    make_packet(workspace, filing_id)
    assert known(workspace, first.pdf, tmp_path) == Standing(
        issued=True, is_present=False, present_version=2, is_our_file=True
    )


def test_a_forgery_that_was_sealed_again_is_not_our_file(workspace, filing_id, tmp_path):
    made = make_packet(workspace, filing_id)
    out = io.BytesIO()
    with opened(made.pdf) as document:
        page = document.pages[1]
        page.contents_add(b"BT ET", prepend=True)
        document.save(out, compress_streams=False)
    forged = sealed(out.getvalue())
    file = tmp_path / "forged.pdf"
    file.write_bytes(forged)
    assert verify_paper(file).whole  # as far as the paper alone can tell
    found = known(workspace, forged, tmp_path)
    assert found.issued
    assert not found.is_our_file


def test_a_void_copy_of_the_present_version_is_not_our_file(workspace, filing_id, tmp_path):
    made = make_packet(workspace, filing_id)
    content = PacketContent.from_document(made.packet.content)
    found = known(workspace, render_packet(content, {}, "已由第 2 版替代").pdf, tmp_path)
    assert found.issued
    assert not found.is_our_file


def test_a_packet_of_another_workspace_and_a_foreign_file_are_unknown(
    workspace, filing_id, tmp_path
):
    made = make_packet(workspace, filing_id)
    (tmp_path / "other").mkdir()
    other = a_workspace(tmp_path / "other")
    try:
        assert known(other, made.pdf, tmp_path) == UNKNOWN
        assert known(other, b"no packet at all", tmp_path) == UNKNOWN
    finally:
        other.close()
