"""Packets are made once for what they show, read back as they were, and void once replaced."""

import errno
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.errors import NotFound, Refused, StoreUnavailable
from butler_desktop.services.filings import edit_form
from butler_desktop.services.materials import attach_material
from butler_desktop.services.packets import export_packet, make_packet, packet_pdf
from butler_desktop.services.verification import standing, verify_paper
from butler_desktop.storage.work import Workspace
from butler_desktop.words import Words
from tests.builders import a_filing, a_workspace, an_order
from tests.documents.paper_reading import page_texts
from tests.documents.papers import a_form
from tests.services.scenario import reached

SCANS = Path(__file__).parents[1] / "data" / "scans"


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


def renamed(workspace: Workspace, filing_id: str, name: str = "白露松间官方网站") -> None:
    with workspace.editing() as work:
        edit_form(work, filing_id, {"service.service_name": name})


def test_a_packet_of_the_same_values_is_the_same_version_and_file(workspace, filing_id):
    first = make_packet(workspace, filing_id)
    assert make_packet(workspace, filing_id) == first
    assert (first.packet.version, first.packet.page_count) == (1, len(page_texts(first.pdf)))
    with workspace.reading() as work:
        assert packet_pdf(work, filing_id, first.packet.id) == first.pdf


def test_a_changed_field_or_paper_makes_the_next_version(workspace, filing_id):
    make_packet(workspace, filing_id)
    renamed(workspace, filing_id)
    second = make_packet(workspace, filing_id)
    attach_material(workspace, filing_id, "sponsor_cert", SCANS / "business-licence.jpg")
    third = make_packet(workspace, filing_id)
    assert [second.packet.version, third.packet.version] == [2, 3]
    assert "白露松间官方网站本版改动" in page_texts(second.pdf)[2]
    texts = page_texts(third.pdf)
    assert "材料图样" in texts[3]
    assert "与第2版相比的改动（共1处）" in texts[5]


def test_a_replaced_version_is_void_and_crossed_wherever_it_is_shown(
    workspace, filing_id, tmp_path
):
    first = make_packet(workspace, filing_id)
    renamed(workspace, filing_id)
    make_packet(workspace, filing_id)
    with workspace.reading() as work:
        crossed = packet_pdf(work, filing_id, first.packet.id)
    assert all("已由第2版替代" in text for text in page_texts(crossed))
    target = export_packet(workspace, filing_id, first.packet.id, tmp_path / "v1.pdf")
    assert target.read_bytes() == crossed
    verdict = verify_paper(target)
    with workspace.reading() as work:
        found = standing(work, verdict)
    assert (verdict.is_void, verdict.whole) == (True, True)
    assert (found.issued, found.is_our_file, found.is_present) == (True, True, False)


def test_there_is_no_packet_that_was_not_made(workspace, filing_id):
    with workspace.reading() as work, pytest.raises(NotFound):
        packet_pdf(work, filing_id, "none")


def test_a_version_says_why_it_is_void(workspace, filing_id):
    packet = make_packet(workspace, filing_id).packet
    at = packet.made_at
    assert packet.void_words == ""
    assert replace(packet, voided_at=at, void_reason="v4").void_words == "已由第 4 版替代"
    assert replace(packet, voided_at=at, void_reason="changed").void_words == "确认后内容有改动"


def test_an_export_that_fails_is_not_on_record_and_one_not_on_record_does_not_leave(
    desk, tmp_path, monkeypatch
):
    filing = reached(desk, FilingState.INTERNAL_REVIEW)
    packet = make_packet(desk, filing).packet

    def heads() -> list[int]:
        with desk.reading() as work:
            return [work.dossier_of(filing).revision]

    before, target = heads(), tmp_path / "out" / "paper.pdf"
    target.parent.mkdir()

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(os, "fsync", refuse)
        with pytest.raises(StoreUnavailable):
            export_packet(desk, filing, packet.id, target)
    assert heads() == before

    def forbid(*_: object) -> None:
        raise Refused(Words("不行", "No"))

    with monkeypatch.context() as forbidden:
        forbidden.setattr("butler_desktop.services.packets.note_taken", forbid)
        with pytest.raises(Refused):
            export_packet(desk, filing, packet.id, target)
    assert not list(target.parent.iterdir())
