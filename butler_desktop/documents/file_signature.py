"""Signatures: what a file is by its content, whatever its name says.

Three kinds are taken. The others are recognised so that the refusal can name
them and say what to do; none of them is ever parsed.
"""

import codecs
import re

from butler_desktop.documents.scan_refusal import ScanRefused, refusal
from butler_desktop.domain.scan import JPEG, PDF, PNG

_HEAD = 1024  # readers of PDF accept this much before the header
_PICTURES = (
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"\0\0\0\x0cjP  ", "JPEG 2000"),
    (b"8BPS", "Photoshop"),
)
_DOCUMENTS = (
    (b"\xd0\xcf\x11\xe0", ("旧版 Office 文档", "an old Office document")),
    (b"Rar!", ("RAR 压缩包", "a RAR archive")),
    (b"7z\xbc\xaf", ("7z 压缩包", "a 7z archive")),
    (b"\x1f\x8b", ("压缩包", "an archive")),
    (b"MZ", ("程序文件", "a program")),
    (b"\x7fELF", ("程序文件", "a program")),
)
_ZIPPED = (
    (b"OFD.xml", ("OFD 版式文件", "an OFD document")),
    (b"word/", ("Word 文档", "a Word document")),
    (b"xl/", ("Excel 表格", "an Excel workbook")),
    (b"ppt/", ("PowerPoint 文档", "a PowerPoint document")),
)
_HEIF_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")


def media_type(data: bytes) -> str:
    """The media type of ``data``, one of those that are taken. Raises ScanRefused for others."""
    if data.startswith(b"\xff\xd8\xff"):
        return JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if b"%PDF-" in data[:_HEAD]:
        return PDF
    raise _other(data)


def _other(data: bytes) -> ScanRefused:
    if data[4:8] == b"ftyp":
        return refusal("heic") if data[8:12] in _HEIF_BRANDS else _film_or_avif(data)
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return refusal("other_picture", kind="WebP")
    text = _text(data[:4096])
    if text is not None:
        return text
    for start, kind in _PICTURES:
        if data.startswith(start):
            return refusal("other_picture", kind=kind)
    if data.startswith(b"PK\x03\x04"):
        return _document(_zipped(data))
    for start, names in _DOCUMENTS:
        if data.startswith(start):
            return _document(names)
    return refusal("unknown")


def _film_or_avif(data: bytes) -> ScanRefused:
    if data[8:12] in {b"avif", b"avis"}:
        return refusal("other_picture", kind="AVIF")
    return _document(("视频", "a film"))


def _zipped(data: bytes) -> tuple[str, str]:
    # Names stand uncompressed in the archive's directory, at its end.
    directory = data[-65536:]
    return next((names for mark, names in _ZIPPED if mark in directory), ("压缩包", "an archive"))


def _text(head: bytes) -> ScanRefused | None:
    """What a text is; None for anything that is no text."""
    if _CONTROL.search(head) or not any(_decodes(head, code) for code in ("utf-8", "gb18030")):
        return None
    opening = head.removeprefix(codecs.BOM_UTF8).lstrip().lower()
    if opening.startswith(b"<") and b"<svg" in opening:
        return refusal("other_picture", kind="SVG")
    if opening.startswith(b"<") and (b"<html" in opening or b"<!doctype html" in opening):
        return _document(("网页", "a web page"))
    if opening.startswith(b"{\\rtf"):
        return _document(("RTF 文档", "an RTF document"))
    return _document(("文本文件", "a text file"))


def _decodes(head: bytes, encoding: str) -> bool:
    try:
        codecs.getincrementaldecoder(encoding)().decode(head)  # its last character may be cut
    except UnicodeDecodeError:
        return False
    return True


def _document(names: tuple[str, str]) -> ScanRefused:
    chinese, english = names
    gap = " " if chinese[0].isascii() else ""
    return refusal("other_document", kind=gap + chinese, kind_en=english)
