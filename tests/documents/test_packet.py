"""The packet as its readers get it: the bytes, the text, the places, the codes, the outline."""

import hashlib
import io
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest
import zxingcpp
from PIL import Image

from butler_desktop.documents.packet import RenderedPacket, render_packet
from butler_desktop.documents.styles import BOTTOM, FOOT, HEIGHT, SIDE, WIDTH
from butler_desktop.domain.packet import (
    AppliedRule,
    PacketChange,
    PacketContent,
    PacketMaterial,
    PacketPast,
    short_digest,
)
from butler_desktop.domain.particulars import Particulars
from butler_desktop.errors import DocumentFailed
from tests.builders import NOW
from tests.documents.paper_reading import (
    box_bottoms,
    fonts,
    page_pictures,
    page_texts,
    page_words,
    picture_bottoms,
)
from tests.documents.papers import a_content, a_form, a_packet, a_version, opened

ROOT = Path(__file__).parents[2]
PARTS = {
    "封面": "",
    "一、主办者信息": "一、主办者信息",
    "二、互联网信息服务信息": "二、互联网信息服务信息",
    "三、材料目录": "三、材料目录",
    "四、备案承诺书": "四、互联网信息服务备案承诺书",
    "五、版本改动与确认记录": "五、版本改动与确认记录",
    "六、确认与退回": "六、确认与退回",
}
"""Each part's name in the outline, and its title on the sheet."""

SCANS = ("business-licence.jpg", "id-front.jpg", "id-back.jpg", "domain-certificate.png")


def drawn(form: str | PacketContent = "F00", **given: object) -> bytes:
    content = a_content(form, **given) if isinstance(form, str) else replace(form, **given)
    return render_packet(content, {}).pdf


def a_paper(name: str, data: bytes, media_type: str = "image/jpeg") -> PacketMaterial:
    sha256 = hashlib.sha256(data).hexdigest()
    return PacketMaterial(
        "other",
        name,
        "扫描图片",
        1,
        "2034-05-08",
        sha256,
        media_type,
        pixel_width=9,
        pixel_height=9,
    )


@pytest.fixture(scope="module")
def long_packet(scans: Path) -> RenderedPacket:
    """Forty materials, sixty changes, ten versions and a remark that fills sheets."""
    files = [(scans / name).read_bytes() for name in SCANS] * 10
    papers = tuple(a_paper(f"材料 {n}", data) for n, data in enumerate(files, start=1))
    form = a_form("F06").with_value("subject.subject_remark", "备注一段，" * 1200)
    content = a_content(
        form,
        version=11,
        replaces=10,
        materials=papers,
        rules=tuple(AppliedRule(f"规则 {n}", "相符。" * n, date(2026, 3, 18)) for n in range(30)),
        changes=tuple(PacketChange(f"项目 {n}", "原值" * n, "新值", "更正") for n in range(60)),
        past=tuple(PacketPast(n, NOW, f"{n:064x}", "未送达，已作废") for n in range(1, 11)),
    )
    return render_packet(content, {hashlib.sha256(data).hexdigest(): data for data in files})


def test_the_same_content_is_the_same_bytes_whatever_was_drawn_before() -> None:
    first = drawn("F08")
    drawn("F06", sponsor="㛃䶮")
    assert drawn("F08") == first
    assert drawn("F08", butler="林晓雪") != first


@pytest.mark.parametrize("seed", ["1", "4711"])
def test_another_process_makes_the_same_bytes(tmp_path: Path, scans: Path, seed: str) -> None:
    picture = scans / "transparent.png"
    content = a_content("F09", materials=(a_paper("材料", picture.read_bytes(), "image/png"),))
    here = render_packet(content, {content.materials[0].sha256: picture})
    document = tmp_path / "content.json"
    document.write_text(json.dumps(content.to_document()), encoding="utf-8")
    program = (
        "import json, pathlib, sys\n"
        "from butler_desktop.documents.packet import render_packet\n"
        "from butler_desktop.domain.packet import PacketContent\n"
        "document = json.loads(pathlib.Path(sys.argv[1]).read_bytes())\n"
        "content = PacketContent.from_document(document)\n"
        "picture = {content.materials[0].sha256: pathlib.Path(sys.argv[2])}\n"
        "print(render_packet(content, picture).sha256)\n"
    )
    elsewhere = {"PYTHONHASHSEED": seed, "TZ": "America/New_York", "LC_ALL": "C"}
    done = subprocess.run(
        [sys.executable, "-c", program, str(document), str(picture)],
        env={**os.environ, **elsewhere, "PYTHONPATH": str(ROOT)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.strip() == here.sha256


def test_names_beyond_the_common_plane_are_copied_out_as_they_were_typed() -> None:
    name = "古丽·㛃䶮𬭎𠅤𡋾𪾢"
    form = a_form().with_value("subject.sponsor_name", name)
    texts = page_texts(drawn(a_content(form)))
    for page in (0, 1, 4, 6):
        assert name in texts[page]


def test_markup_and_odd_spaces_in_a_value_are_text() -> None:
    form = a_form().with_value("service.service_name", "<b>A&amp;B</b> \"'\\()\t%")
    assert "<b>A&amp;B</b>\"'\\()%" in page_texts(drawn(a_content(form)))[2]


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("subject.sponsor_name", "主办者名称"),
        ("subject.subject_remark", "备注"),
        ("subject_pic.name", "姓名"),
        ("service.service_name", "网站名称"),
        ("service.domain", "域名"),
    ],
)
def test_a_character_that_no_font_has_is_named_with_its_field(path: str, field: str) -> None:
    with pytest.raises(DocumentFailed) as caught:
        drawn(a_content(a_form().with_value(path, "好\U0001f600")))
    assert f"“{field}”" in caught.value.sentence.zh
    assert "\U0001f600" in caught.value.sentence.zh
    assert "U+1F600" in caught.value.sentence.en
    assert caught.value.cure.zh


def test_the_name_of_a_paper_and_the_butlers_are_named_too() -> None:
    for given in ({"materials": (a_paper("\ue000", b"x"),)}, {"butler": "林\ue000"}):
        with pytest.raises(DocumentFailed, match="U\\+E000"):
            drawn("F00", **given)


def test_each_part_has_a_bookmark_to_the_sheet_that_bears_its_title() -> None:
    pdf = a_packet()
    texts = page_texts(pdf)
    with opened(pdf) as document, document.open_outline() as outline:
        pages = [pikepdf.Page(item.destination[0]).index for item in outline.root]
        titles = [item.title for item in outline.root]
    assert titles == list(PARTS)
    assert pages == sorted(set(pages))
    for page, title in zip(pages, PARTS.values(), strict=True):
        assert title in texts[page]


def test_the_contents_tell_where_each_part_is(long_packet: RenderedPacket) -> None:
    texts = page_texts(long_packet.pdf)
    told = dict(re.findall(r"([一二三四五六]、\D+?)(?:（请签署本页并回传）)?第(\d+)页", texts[0]))
    assert list(told) == list(PARTS)[1:]
    for name, page in told.items():
        assert PARTS[name] in texts[int(page) - 1]
        assert PARTS[name] not in "".join(texts[1 : int(page) - 1])
    assert f"见第{told['五、版本改动与确认记录']}页" in texts[0]


def test_every_sheet_tells_its_number_of_all(long_packet: RenderedPacket) -> None:
    texts = page_texts(long_packet.pdf)
    assert long_packet.pages == len(texts) > 15
    for number, text in enumerate(texts, start=1):
        assert f"第{number}页共{len(texts)}页" in text
        assert f"第11版页码{number}/{len(texts)}" in text


def test_nothing_of_a_long_packet_is_lost(long_packet: RenderedPacket) -> None:
    texts = page_texts(long_packet.pdf)
    body = "".join(re.sub(r"^.*?第\d+页共\d+页", "", text) for text in texts)
    assert body.count("备注一段，") == 1200
    for number in range(1, 41):
        assert f"材料{number}" in body
    for number in range(60):
        assert "原值" * number in body


def test_the_head_of_a_table_stands_on_each_of_its_sheets(long_packet: RenderedPacket) -> None:
    sheets = [text for text in page_texts(long_packet.pdf) if "项目4" in text]
    assert sheets
    assert all("序号项目第10版第11版原因" in text for text in sheets)


@pytest.mark.parametrize("form", ["F00", "F04", "F06", "F08", "F09"])
def test_only_the_foot_stands_in_the_band_of_the_foot(form: str) -> None:
    content = a_content(form)
    assert_band_is_kept(render_packet(content, {}).pdf, content)


def test_nor_does_a_long_packet_enter_it(long_packet: RenderedPacket) -> None:
    assert_band_is_kept(long_packet.pdf)


def assert_band_is_kept(pdf: bytes, content: PacketContent | None = None) -> None:
    for words in page_words(pdf):
        foot = "".join(word.text for word in words if word.bottom > FOOT)
        assert foot.endswith("页")
        assert foot.count("内容校验码") == foot.count("不含个人信息。") == 1
        assert content is None or "".join(short_digest(content.digest).split()) in foot
        above = [word for word in words if word.bottom <= FOOT]
        assert max(word.bottom for word in above) <= BOTTOM
        assert min(word.top for word in words if word not in above) > FOOT
        assert all(word.left > SIDE - 1 and word.right < WIDTH - SIDE + 1 for word in above)
    with opened(pdf) as document:
        for page in document.pages:
            lowest = min((*box_bottoms(page), *picture_bottoms(page)), default=HEIGHT)
            assert lowest >= HEIGHT - BOTTOM - 0.02


def test_the_sheet_that_is_sent_back_and_the_cover_are_one_sheet_however_long_the_name() -> None:
    name = "杭州" + "云杉智造科技" * 40 + "有限公司"
    form = a_form("F06").with_value("subject.sponsor_name", name)
    form = form.with_value("service.service_name", "名" * 120)
    texts = page_texts(drawn(a_content(form)))
    assert name in texts[0]
    assert "目录一、主办者信息第2页" in texts[0]
    assert name in texts[-1]
    for said in ("六、确认与退回", "确认无误，同意提交", "退回修改", "登记栏", "回传核对码"):
        assert said in texts[-1]


@pytest.mark.parametrize("kind", ["website", "app", "mini_program", "quick_app", None])
def test_the_roles_of_the_signer_leave_room_for_the_seal(kind: str | None) -> None:
    words = page_words(drawn(a_content(a_form().with_value("service.service_kind", kind))))[-1]
    (roles,) = {word.top for word in words if word.text.startswith("签字人")}
    line = [word for word in words if abs(word.top - roles) < 3]
    seal = next(word for word in words if word.text == "单位公章")
    assert max(word.right for word in line) < (seal.left + seal.right) / 2 - 30


def test_an_empty_form_can_be_printed() -> None:
    texts = page_texts(drawn(a_content(Particulars.empty("first_filing"))))
    assert "（首次备案）" in texts[0]
    assert "杭州云杉智造科技有限公司" in texts[-1]


def test_every_code_can_be_read_and_names_its_sheet(tmp_path: Path) -> None:
    content = a_content()
    pages = page_pictures(a_packet(), tmp_path)
    for number, page in enumerate(pages, start=1):
        with Image.open(page) as picture:
            found = {code.text for code in zxingcpp.read_barcodes(picture)}
        digest = content.digest[:16].upper()
        assert found == {f"B2:BA-2603-0405:1:{number}:{len(pages)}:{digest}"}


def test_all_fonts_are_in_the_file() -> None:
    pdf = drawn("F09", butler="㛃𡋾")
    with opened(pdf) as document:
        found = fonts(document)
        assert len(found) >= 4
        for name, font in found.items():
            assert name.startswith("/BUTLER+")
            (drawn_with,) = font.DescendantFonts
            assert drawn_with.FontDescriptor.FontFile2.Length1 > 0
            assert font.ToUnicode
    assert b"Helvetica" not in pdf


def test_the_document_tells_what_it_is() -> None:
    with opened(a_packet()) as document:
        told = {key: str(value) for key, value in document.docinfo.items()}
        assert document.Root.Lang == "zh-CN"
    assert told["/Title"] == "互联网信息服务备案信息确认书 BA-2603-0405 第 1 版"
    assert "北京白露松间网络有限公司" in told["/Subject"]
    assert told["/CreationDate"] == told["/ModDate"] == "D:20260318104200+08'00'"


def test_scans_are_shown_upright_and_a_pdf_is_only_listed(scans: Path) -> None:
    names = ("rotated-by-exif.jpg", "cmyk.jpg", "transparent.png", "two-pages.pdf")
    data = {name: (scans / name).read_bytes() for name in names}
    papers = tuple(
        a_paper(name, each, "application/pdf" if name.endswith("pdf") else "image/jpeg")
        for name, each in data.items()
    )
    given = {paper.sha256: scans / paper.title for paper in papers}
    content = a_content("F00", materials=papers)
    with pikepdf.open(io.BytesIO(render_packet(content, given).pdf)) as document:
        shown = [image for page in document.pages for image in page.get_images().values()]
        assert len(shown) == 3
        for image in shown:
            with pikepdf.PdfImage(image).as_pil_image() as picture:
                assert picture.mode in {"RGB", "L"}
                assert max(picture.size) <= 1600


def test_a_scan_that_cannot_be_drawn_stops_the_paper(scans: Path) -> None:
    for name in ("damaged.jpg", "empty.jpg", "text-named.jpg"):
        paper = a_paper("营业执照", (scans / name).read_bytes())
        with pytest.raises(DocumentFailed):
            render_packet(a_content("F00", materials=(paper,)), {paper.sha256: scans / name})


def test_a_void_copy_is_crossed_on_every_sheet_and_reads_on() -> None:
    content = a_content()
    void = render_packet(content, {}, "已由第 2 版替代")
    for text, plain in zip(page_texts(void.pdf), page_texts(a_packet()), strict=True):
        assert "作废" in text
        assert "已由第2版替代" in text
        assert set(plain) <= set(text)
    assert render_packet(content, {}, "已由第 2 版替代") == void
    assert void.pdf != a_packet()


def test_a_void_copy_names_a_reason_in_any_character_or_fails_in_words() -> None:
    assert render_packet(a_content(), {}, "由𡋾\n替代").pages == 7
    with pytest.raises(DocumentFailed, match="U\\+E000"):
        render_packet(a_content(), {}, "\ue000")


def test_a_second_version_marks_what_it_changed_and_tells_old_and_new() -> None:
    first = a_content()
    form = a_form().with_value("service.service_name", "白露松间官方网站")
    texts = page_texts(drawn(a_content(form, versions=(a_version(first),))))
    assert "第2版（替代第1版，改动1处，见第6页）" in texts[0]
    assert "本版改动" not in texts[1]
    assert texts[2].count("本版改动") == 1
    assert "白露松间官方网站本版改动" in texts[2]
    assert "与第1版相比的改动（共1处）" in texts[5]
    assert "1网站名称白露松间企业门户白露松间官方网站" in texts[5]
    assert "".join(short_digest(first.digest).split()) in texts[5]


def test_a_packet_of_many_scans_lists_and_shows_each(long_packet: RenderedPacket) -> None:
    with opened(long_packet.pdf) as document:
        shown = sum(len(list(picture_bottoms(page))) for page in document.pages)
    assert shown == 40
