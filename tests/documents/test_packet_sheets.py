"""The sheets of a packet: what stands where, over as many as it needs, and how it is found."""

import hashlib
import re
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
    PacketPast,
    PacketSection,
    short_digest,
)
from butler_desktop.domain.packet_delta import delta_from
from butler_desktop.domain.packet_history import differences
from tests.builders import NOW
from tests.documents.paper_reading import (
    box_bottoms,
    page_pictures,
    page_texts,
    page_words,
    picture_bottoms,
)
from tests.documents.papers import (
    a_content,
    a_form,
    a_packet,
    a_paper,
    a_version,
    drawn,
    opened,
)

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


def test_a_packet_of_many_scans_lists_and_shows_each(long_packet: RenderedPacket) -> None:
    with opened(long_packet.pdf) as document:
        shown = sum(len(list(picture_bottoms(page))) for page in document.pages)
    assert shown == 40


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


def a_delta(field: str, value: str) -> PacketContent:
    """What the second version shows when this was changed after the first was confirmed."""
    base = a_content(a_form())
    confirmed = replace(a_version(base), confirmed_at=base.made_at)
    delta = replace(a_content(a_form().with_value(field, value)), version=2, replaces=1)
    delta = replace(delta, changes=differences(base, delta), delta=delta_from(delta, confirmed))
    return replace(
        delta,
        subject_sections=_marked(delta.subject_sections, field),
        service_sections=_marked(delta.service_sections, field),
    )


def _marked(sections: tuple[PacketSection, ...], field: str) -> tuple[PacketSection, ...]:
    rows = (tuple(replace(it, changed=it.path == field) for it in each.rows) for each in sections)
    return tuple(replace(each, rows=of) for each, of in zip(sections, rows, strict=True))


def test_nor_does_a_delta() -> None:
    delta = a_delta("subject.mailing_address", "杭州市西湖区文三路 " * 30)
    assert_band_is_kept(render_packet(delta, {}).pdf, delta)


def test_a_delta_numbers_the_parts_that_it_has() -> None:
    pdf = render_packet(a_delta("service.service_name", "白露松间"), {}).pdf
    titles = [
        "一、互联网信息服务信息",
        "二、备案承诺书",
        "三、版本改动与确认记录",
        "四、确认与退回",
    ]
    texts = page_texts(pdf)
    with opened(pdf) as document, document.open_outline() as outline:
        assert [item.title for item in outline.root] == ["封面", *titles]
    told = re.findall(r"([一二三四五六]、\D+?)(?:（请签署本页并回传）)?第(\d+)页", texts[0])
    assert [name for name, _ in told] == titles
    for name, page in told:
        assert name.replace("、备案", "、互联网信息服务备案") in texts[int(page) - 1]
    assert "一至二部分的标题右侧也可写意见" in texts[-1]
    with opened(pdf) as document:
        (hint,) = (str(it.TU) for it in document.Root.AcroForm.Fields if it.T == "remark_service")
    assert "“一、互联网信息服务信息”" in hint


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


def test_every_code_can_be_read_and_names_its_sheet(tmp_path: Path) -> None:
    content = a_content()
    pages = page_pictures(a_packet(), tmp_path)
    for number, page in enumerate(pages, start=1):
        with Image.open(page) as picture:
            found = {code.text for code in zxingcpp.read_barcodes(picture)}
        digest = content.digest[:16].upper()
        assert found == {f"B2:BA-2603-0405:1:{number}:{len(pages)}:{digest}"}
