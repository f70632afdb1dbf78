"""The packet as its readers get it: the bytes, the text, the fonts, the pictures, the words."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from butler_desktop.documents.packet import render_packet
from butler_desktop.domain.packet import (
    short_digest,
)
from butler_desktop.domain.particulars import Particulars
from butler_desktop.errors import DocumentFailed
from tests.documents.paper_reading import (
    fonts,
    page_texts,
)
from tests.documents.papers import a_content, a_form, a_packet, a_paper, a_version, drawn, opened

ROOT = Path(__file__).parents[2]


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


def test_an_empty_form_can_be_printed() -> None:
    texts = page_texts(drawn(a_content(Particulars.empty("first_filing"))))
    assert "（首次备案）" in texts[0]
    assert "杭州云杉智造科技有限公司" in texts[-1]


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
        viewers = set(document.Root.AcroForm.DR.Font.keys())
    assert pdf.count(b"/Type1") == len(viewers)  # those of the fields, which a viewer draws


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


def test_scans_are_in_the_file_as_they_came_byte_for_byte(scans: Path) -> None:
    names = ("business-licence.jpg", "id-front.jpg", "id-back.jpg", "id-back-expired.jpg")
    data = {name: (scans / name).read_bytes() for name in names}
    papers = tuple(a_paper(name, each) for name, each in data.items())
    given = {paper.sha256: scans / paper.title for paper in papers}
    with opened(render_packet(a_content("F00", materials=papers), given).pdf) as document:
        pictures = [it for page in document.pages for it in page.get_images().values()]
        assert {it.read_raw_bytes() for it in pictures} == set(data.values())


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


def test_a_hundred_times_the_same_content_is_the_same_file() -> None:
    content = a_content("F09")
    assert len({render_packet(content, {}).sha256 for _ in range(100)}) == 1
