"""The reserved band: nothing but its own content is drawn there, whatever the page carries.

Each page is rendered by poppler beside the same page without any content. In
the band both must be equal, pixel by pixel: so text, lines, boxes, pictures
and fields are all measured.
"""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from butler_desktop.documents.composition import DOCUMENT
from butler_desktop.documents.imprint import PACKET_MARK, PROOF_MARK, Imprint
from butler_desktop.documents.layout import Sheet
from butler_desktop.documents.packet import render_packet
from butler_desktop.documents.paper import Paper
from butler_desktop.documents.proof import render_proof
from butler_desktop.documents.sheet_frame import paint_sheet
from butler_desktop.documents.styles import BOTTOM, HEIGHT
from butler_desktop.domain.confirmation_proof import (
    AUTOMATIC,
    TEAM_CLOCK,
    ConfirmationProof,
    ProofStep,
)
from butler_desktop.domain.packet import AppliedRule, PacketChange, PacketContent, PacketPast
from butler_desktop.domain.packet_delta import delta_from
from butler_desktop.domain.packet_history import differences
from tests.builders import NOW
from tests.documents.paper_reading import page_pictures
from tests.documents.papers import a_content, a_form, a_paper, a_version

Drawn = tuple[bytes, int, Imprint]
SCANS = ("business-licence.jpg", "id-front.jpg", "id-back.jpg", "domain-certificate.png")


def a_plain_one(_scans: Path) -> Drawn:
    return packet(a_content("F00"))


def one_of_a_person(_scans: Path) -> Drawn:
    return packet(a_content("F08"))


def one_with_names_without_end(_scans: Path) -> Drawn:
    form = a_form("F06").with_value("subject.sponsor_name", "杭州" + "云杉智造科技" * 40)
    return packet(a_content(form.with_value("service.service_name", "名" * 120)))


def many_scans(scans: Path) -> Drawn:
    files = [(scans / name).read_bytes() for name in SCANS] * 6
    papers = tuple(a_paper(f"材料 {n}", data) for n, data in enumerate(files, start=1))
    given = {hashlib.sha256(data).hexdigest(): data for data in files}
    return packet(a_content(materials=papers), given)


def long_texts(_scans: Path) -> Drawn:
    form = a_form("F06").with_value("subject.subject_remark", "备注一段，" * 700)
    content = a_content(
        form,
        version=11,
        replaces=10,
        rules=tuple(AppliedRule(f"规则 {n}", "相符。" * n, date(2026, 3, 18)) for n in range(12)),
        changes=tuple(PacketChange(f"项目 {n}", "原值" * n, "新值", "更正") for n in range(30)),
        past=tuple(PacketPast(n, NOW, f"{n:064x}", "未送达，已作废") for n in range(1, 11)),
    )
    return packet(content)


def a_delta(_scans: Path) -> Drawn:
    base = a_content("F06")
    confirmed = a_version(base, confirmed_at=NOW)
    form = a_form("F06").with_value("subject.subject_remark", "改后的备注，" * 500)
    content = a_content(form, (confirmed,))
    changes = differences(base, content)
    return packet(replace(content, changes=changes, delta=delta_from(content, confirmed)))


def a_void_copy(_scans: Path) -> Drawn:
    reason = "确认后内容有改动，已由第 12 版替代\n改动：" + "名" * 60 + " 等 12 项"
    return packet(a_content("F06"), void=reason)


def a_proof(_scans: Path) -> Drawn:
    proof = ConfirmationProof(
        filing="BA-2603-0405",
        order="DD-260312-0019",
        sponsor="杭州" + "云杉智造科技" * 12,
        service_name="名" * 60,
        version=2,
        pages=7,
        packet_digest="a" * 64,
        file_sha256="b" * 64,
        deadline=NOW,
        steps=tuple(ProofStep(NOW + timedelta(hours=n), "林晓雯", "提醒" * n) for n in range(50)),
        confirmed_at=NOW,
        how=AUTOMATIC,
        recorded_by="系统",
        clock=TEAM_CLOCK,
        entry=31,
        entry_digest="c" * 64,
    )
    rendered = render_proof(proof)
    imprint = Imprint(
        "备案信息确认凭证", PROOF_MARK, proof.filing, proof.version, proof.digest, NOW
    )
    return rendered.pdf, rendered.pages, imprint


def packet(
    content: PacketContent, pictures: dict[str, bytes] | None = None, void: str = ""
) -> Drawn:
    rendered = render_packet(content, pictures or {}, void)
    imprint = Imprint(
        DOCUMENT, PACKET_MARK, content.filing, content.version, content.digest, content.made_at
    )
    return rendered.pdf, rendered.pages, imprint


CASES = (
    a_plain_one,
    one_of_a_person,
    one_with_names_without_end,
    many_scans,
    long_texts,
    a_delta,
    a_void_copy,
    a_proof,
)


@pytest.mark.parametrize("make", CASES, ids=lambda make: make.__name__)
def test_only_its_own_content_is_drawn_in_the_band(
    make: Callable[[Path], Drawn], scans: Path, tmp_path: Path
) -> None:
    pdf, pages, imprint = make(scans)
    for number, strange in enumerate(strangers(pdf, pages, imprint, tmp_path), start=1):
        assert strange is None, f"page {number}: {strange}"


def test_what_enters_the_band_is_seen(tmp_path: Path) -> None:
    pdf, pages, imprint = packet(a_content("F00"))
    other = replace(imprint, version=2)
    assert all(strangers(pdf, pages, other, tmp_path))


def strangers(
    pdf: bytes, pages: int, imprint: Imprint, folder: Path
) -> list[tuple[int, int, int, int] | None]:
    """Of each page, the box of pixels in the band that are not the band's own."""
    folders = folder / "drawn", folder / "bare"
    for each in folders:
        each.mkdir()
    drawn = page_pictures(pdf, folders[0])
    bare = page_pictures(bare_sheets(imprint, pages), folders[1])
    assert len(drawn) == len(bare) == pages
    return [
        ImageChops.difference(band(page), band(empty)).getbbox()
        for page, empty in zip(drawn, bare, strict=True)
    ]


def bare_sheets(imprint: Imprint, pages: int) -> bytes:
    """The pages with nothing on them but their frame."""
    paper = Paper(title="", author="", subject="", made_at=imprint.made_at)
    for number in range(1, pages + 1):
        paint_sheet(paper, Sheet(""), imprint, number, pages)
        paper.end_page()
    return paper.finished("")


def band(page: Path) -> Image.Image:
    """The foot of a page, from where its content must end."""
    with Image.open(page) as picture:
        top = round((BOTTOM + 1) / HEIGHT * picture.height)
        return picture.convert("L").crop((0, top, picture.width, picture.height))
