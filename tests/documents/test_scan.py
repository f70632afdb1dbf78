import hashlib
import os
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from butler_desktop.documents.scan import inspect_bytes, inspect_scan
from butler_desktop.documents.scan_refusal import ScanRefused
from butler_desktop.domain.scan import JPEG, PDF, PNG, Severity
from butler_desktop.errors import DocumentFailed
from tests.limits import ICON, PAPER

ACCEPTED = {
    "business-licence.jpg": (JPEG, 1654, 2339, 1, []),
    "cmyk.jpg": (JPEG, 827, 1170, 1, ["cmyk"]),
    "domain-certificate.png": (PNG, 1654, 1169, 1, []),
    "id-back-expired.jpg": (JPEG, 1011, 638, 1, []),
    "id-back.jpg": (JPEG, 1011, 638, 1, []),
    "id-front.jpg": (JPEG, 1011, 638, 1, []),
    "low-resolution.jpg": (JPEG, 300, 210, 1, ["low_resolution", "too_small"]),
    "rotated-by-exif.jpg": (JPEG, 827, 1170, 1, ["rotated"]),
    "transparent.png": (PNG, 1011, 638, 1, ["transparent"]),
    "two-pages.pdf": (PDF, 0, 0, 2, ["pdf"]),
}
REFUSED = {
    "damaged.jpg": ("damaged", "JPG 已损坏或不完整，打不开。", "请客户重新发送原文件。"),
    "damaged.pdf": ("damaged", "PDF 已损坏或不完整，打不开。", "请客户重新发送原文件。"),
    "empty.jpg": ("empty", "文件是空的，0 字节。", "请客户重新发送原文件。"),
    "huge-pixels.png": (
        "too_many_pixels",
        "图片 16000 × 14000，共 22,400 万像素，上限 8,000 万。",
        "请客户重新拍摄，或按 300 dpi 重新扫描。",
    ),
    "password-protected.pdf": (
        "password",
        "PDF 设有密码，打不开。",
        "请客户发送没有密码的版本。",
    ),
    "text-named.jpg": (
        "other_document",
        "这是文本文件，不是扫描件。",
        "请客户发送 JPG、PNG 或 PDF 格式的扫描件。",
    ),
}


def test_each_sample_has_its_answer(scans: Path) -> None:
    assert {file.name for file in scans.iterdir()} == ACCEPTED.keys() | REFUSED.keys()


@pytest.mark.parametrize("name", ACCEPTED)
def test_a_usable_file_is_measured(scans: Path, name: str) -> None:
    report = inspect_scan(scans / name, PAPER)
    data = (scans / name).read_bytes()
    assert report.sha256 == hashlib.sha256(data).hexdigest()
    assert report.byte_size == len(data)
    assert (
        report.media_type,
        report.pixel_width,
        report.pixel_height,
        report.pages,
        [flag.code for flag in report.flags],
    ) == ACCEPTED[name]


@pytest.mark.parametrize("name", REFUSED)
def test_an_unusable_file_is_refused_with_a_cure(scans: Path, name: str) -> None:
    with pytest.raises(DocumentFailed) as refused:
        inspect_scan(scans / name, PAPER)
    assert isinstance(refused.value, ScanRefused)
    code, sentence, cure = REFUSED[name]
    assert (refused.value.flag.code, refused.value.flag.severity) == (code, Severity.REFUSED)
    assert (refused.value.sentence.zh, refused.value.cure.zh) == (sentence, cure)
    assert refused.value.sentence.en
    assert refused.value.cure.en


def test_inspecting_leaves_the_file_alone(scans: Path, tmp_path: Path) -> None:
    copy = tmp_path / "turned.jpg"
    copy.write_bytes((scans / "rotated-by-exif.jpg").read_bytes())
    before = copy.stat().st_mtime_ns
    inspect_scan(copy, PAPER)
    assert copy.stat().st_mtime_ns == before
    assert copy.read_bytes() == (scans / "rotated-by-exif.jpg").read_bytes()


def test_the_content_decides_not_the_name(scans: Path) -> None:
    data = (scans / "domain-certificate.png").read_bytes()
    report = inspect_bytes(data, "domain-certificate.jpg", PAPER)
    assert report.media_type == PNG
    assert [flag.message.zh for flag in report.flags] == ["扩展名是 .jpg，内容是 PNG"]


def test_a_kind_of_material_may_have_limits_of_its_own(picture: Callable[..., bytes]) -> None:
    icon = picture("PNG", size=(512, 512))
    assert inspect_bytes(icon, "icon.png", ICON).flags == ()
    codes = [flag.code for flag in inspect_bytes(icon, "icon.png", PAPER).flags]
    assert codes == ["low_resolution", "too_small"]


def test_a_file_above_four_megabytes_is_taken_with_a_warning(
    png: Callable[..., bytes], ihdr: Callable[..., tuple[bytes, bytes]]
) -> None:
    rows = b"".join(b"\0" + os.urandom(3 * 1200) for _ in range(1300))
    data = png(ihdr(1200, 1300), (b"IDAT", zlib.compress(rows, 0)))
    (flag,) = inspect_bytes(data, "scan.png", PAPER).flags
    assert (flag.code, flag.severity) == ("too_large", Severity.WARNING)
    assert flag.message.zh == "文件 4.5 MB，大于 4 MB"
