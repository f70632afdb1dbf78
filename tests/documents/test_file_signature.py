from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest

from butler_desktop.documents.file_signature import media_type
from butler_desktop.documents.scan_refusal import ScanRefused
from butler_desktop.domain.scan import JPEG, PDF, PNG


def zipped(*names: str) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "content " * 100)
    return out.getvalue()


def test_three_sorts_are_taken(picture: Callable[..., bytes], pdf: Callable[..., bytes]) -> None:
    assert media_type(picture("JPEG")) == JPEG
    assert media_type(picture("PNG")) == PNG
    assert media_type(pdf()) == PDF
    assert media_type(b"\r\n\r\n" + pdf()) == PDF


@pytest.mark.parametrize("form", ["GIF", "BMP", "TIFF", "WEBP", "AVIF", "JPEG2000"])
def test_other_pictures_are_named(picture: Callable[..., bytes], form: str) -> None:
    with pytest.raises(ScanRefused) as refused:
        media_type(picture(form))
    assert refused.value.flag.code == "other_picture"
    assert form.lower() in refused.value.sentence.en.lower().replace("jpeg 2000", "jpeg2000")
    assert "另存为 JPG" in refused.value.cure.zh


OTHERS = [
    (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "heic", "HEIC"),
    (b"\0\0\0\x18ftypmp42\0\0\0\0", "other_document", "这是视频，"),
    (b"<?xml version='1.0'?>\n<svg xmlns='x'/>", "other_picture", "SVG"),
    (b"\xef\xbb\xbf<!DOCTYPE html><title>403</title>", "other_document", "这是网页，"),
    (b"{\\rtf1 hello}", "other_document", "这是 RTF 文档，"),
    ("这不是图片".encode(), "other_document", "这是文本文件，"),
    ("这不是图片".encode("gb18030"), "other_document", "这是文本文件，"),
    (("管" * 5000).encode(), "other_document", "这是文本文件，"),
    (b"BMW and MZ are texts too", "other_document", "这是文本文件，"),
    (b"MZ\x90\0\x03\0", "other_document", "这是程序文件，"),
    (b"\x7fELF\x02\x01\x01\0", "other_document", "这是程序文件，"),
    (b"Rar!\x1a\x07\x00", "other_document", "这是 RAR 压缩包，"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "other_document", "这是旧版 Office 文档，"),
    (zipped("word/document.xml"), "other_document", "这是 Word 文档，"),
    (zipped("xl/workbook.xml"), "other_document", "这是 Excel 表格，"),
    (zipped("OFD.xml", "Doc_0/Document.xml"), "other_document", "这是 OFD 版式文件，"),
    (zipped("licence.jpg"), "other_document", "这是压缩包，"),
    (bytes(range(256)), "unknown", "内容不是图片"),
    (b"\0", "unknown", "内容不是图片"),
]


@pytest.mark.parametrize(("data", "code", "words"), OTHERS)
def test_what_is_not_taken_is_named(data: bytes, code: str, words: str) -> None:
    with pytest.raises(ScanRefused) as refused:
        media_type(data)
    assert refused.value.flag.code == code
    assert words in refused.value.sentence.zh
    assert refused.value.cure.zh
