"""What is filled in on a screen is read back, and only what was filled in differs."""

import io
from collections.abc import Mapping

import pikepdf
import pytest

from butler_desktop.documents.packet import render_packet
from butler_desktop.documents.reply_form import has_same_pages, read_reply
from butler_desktop.documents.scan_refusal import ScanRefused
from butler_desktop.documents.verify import verify_packet
from butler_desktop.domain.filled_reply import FilledReply, WrittenCorrection
from tests.documents.papers import a_content, a_form, a_packet, drawn
from tests.documents.reply_filling import filled


def test_a_packet_as_it_left_says_nothing_yet() -> None:
    assert read_reply(a_packet()) == FilledReply()


def test_what_was_filled_in_is_read_back_rare_characters_and_all() -> None:
    reply = read_reply(
        filled(
            a_packet(),
            ticks=("return", "role_1"),
            texts={
                "item_1": "form:service.service_name",
                "text_1": "白露松间𬭎",
                "page_1": "3",
                "text_4": "请核对",
                "remark_sponsor": "住所写错了",
                "signer": "沈㛃",
                "year": "2026",
                "month": "3",
                "day": "19",
            },
        )
    )
    assert reply == FilledReply(
        returns=True,
        corrections=(
            WrittenCorrection("form:service.service_name", "白露松间𬭎", "3"),
            WrittenCorrection("", "请核对"),
        ),
        remarks={"sponsor": "住所写错了"},
        signer="沈㛃",
        on="2026-3-19",
    )


def test_every_field_has_a_hint_and_a_name_of_its_own() -> None:
    with pikepdf.open(io.BytesIO(a_packet())) as pdf:
        fields = list(pdf.Root.AcroForm.Fields)
        names = [str(field.T) for field in fields]
        assert len(set(names)) == len(names) == 28
        assert all(str(field.TU) for field in fields)
        on_pages = [it.objgen for page in pdf.pages for it in page.obj.get("/Annots", ())]
        assert {field.objgen for field in fields} <= set(on_pages)


def test_filling_in_leaves_the_pages_as_they_were_issued() -> None:
    issued = a_packet()
    copy = filled(issued, ticks=("confirm",), texts={"signer": "沈先生"})
    assert has_same_pages(copy, issued)
    assert has_same_pages(repacked(copy), issued)
    verdict = verify_packet(copy)
    assert (verdict.whole, verdict.digest) == (False, a_content().digest)


def test_another_packets_pages_are_not_the_same() -> None:
    other = drawn(a_content(a_form().with_value("service.service_name", "别的网站")))
    assert not has_same_pages(other, a_packet())


def test_a_page_with_another_stroke_is_not_the_same() -> None:
    with pikepdf.open(io.BytesIO(a_packet())) as pdf:
        strokes = pdf.pages[1].Contents.read_bytes()
        pdf.pages[1].Contents = pdf.make_stream(strokes + b"\n0 0 10 10 re f")
        out = io.BytesIO()
        pdf.save(out)
    assert not has_same_pages(out.getvalue(), a_packet())
    assert not has_same_pages(b"%PDF-1.7 broken", a_packet())


def test_a_void_copy_cannot_be_filled_in() -> None:
    crossed = render_packet(a_content(), {}, "已由第 2 版替代")
    assert read_reply(crossed.pdf) is None


def test_what_cannot_be_opened_is_refused() -> None:
    with pytest.raises(ScanRefused):
        read_reply(b"%PDF-1.7 broken")


def repacked(data: bytes) -> bytes:
    """The file as a viewer saves it anew: other numbers, streams packed otherwise."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        out = io.BytesIO()
        options: Mapping[str, object] = {
            "object_stream_mode": pikepdf.ObjectStreamMode.generate,
            "recompress_flate": True,
            "linearize": True,
        }
        pdf.save(out, **options)
    return out.getvalue()
