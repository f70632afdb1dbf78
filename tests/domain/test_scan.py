from datetime import UTC, datetime

import pytest

from butler_desktop.domain.material import Material
from butler_desktop.domain.scan import (
    JPEG,
    PDF,
    PNG,
    ScanFacts,
    Severity,
    material_flags,
    measured_codes,
    scan_flags,
    size_text,
)
from tests.limits import ICON, PAPER


def facts(**values: object) -> ScanFacts:
    sound = {
        "file_name": "licence.jpg",
        "media_type": JPEG,
        "byte_size": 200_000,
        "pixel_width": 1654,
        "pixel_height": 2339,
    }
    return ScanFacts(**(sound | values))  # type: ignore[arg-type]


def test_a_good_scan_has_no_flags() -> None:
    assert measured_codes(facts(), PAPER) == ()


@pytest.mark.parametrize(
    ("values", "code", "zh"),
    [
        (
            {"pixel_width": 640, "pixel_height": 480},
            "low_resolution",
            "宽 640 像素，要求不低于 1000",
        ),
        (
            {"pixel_width": 480, "pixel_height": 999},
            "low_resolution",
            "高 999 像素，要求不低于 1000",
        ),
        ({"byte_size": 5_452_595}, "too_large", "文件 5.2 MB，大于 4 MB"),
        ({"byte_size": 5_001}, "too_small", "文件 4.9 KB，小于 50 KB"),
        ({"media_type": PNG}, "wrong_extension", "扩展名是 .jpg，内容是 PNG"),
        ({"file_name": "licence"}, "wrong_extension", "没有扩展名，内容是 JPG"),
        ({"file_name": ".jpg"}, "wrong_extension", "没有扩展名，内容是 JPG"),
    ],
)
def test_what_is_outside_the_limits_is_told_with_its_numbers(
    values: dict[str, object], code: str, zh: str
) -> None:
    measured = facts(**values)
    (flag,) = scan_flags(measured_codes(measured, PAPER), measured, PAPER)
    assert (flag.code, flag.severity, flag.message.zh) == (code, Severity.WARNING, zh)


@pytest.mark.parametrize("side", [1000, 1001])
def test_the_limits_themselves_are_inside(side: int) -> None:
    just = facts(pixel_width=side, pixel_height=10, byte_size=50 * 1024)
    assert measured_codes(just, PAPER) == ()
    assert measured_codes(facts(byte_size=4 * 1024 * 1024), PAPER) == ()


def test_every_usual_ending_is_right_in_any_case() -> None:
    for name in ("a.JPG", "a.jpeg", "a.b.jpe", "照片.JFIF"):
        assert measured_codes(facts(file_name=name), PAPER) == ()


def test_an_icon_has_limits_of_its_own() -> None:
    icon = facts(pixel_width=512, pixel_height=512, byte_size=30_000)
    assert measured_codes(icon, ICON) == ()
    assert measured_codes(icon, PAPER) == ("low_resolution", "too_small")


def test_a_pdf_is_not_measured_in_pixels() -> None:
    plan = ScanFacts("plan.pdf", PDF, 20_000, pages=3)
    (flag,) = scan_flags(measured_codes(plan, PAPER), plan, PAPER)
    assert (flag.code, flag.severity) == ("pdf", Severity.INFO)


def test_warnings_come_first() -> None:
    flags = scan_flags(("rotated", "pdf", "cmyk", "transparent", "incomplete"), facts(), PAPER)
    assert [flag.code for flag in flags] == ["cmyk", "incomplete", "rotated", "pdf", "transparent"]


def test_a_flag_of_a_newer_version_is_shown_as_it_is() -> None:
    (flag,) = scan_flags(("upside_down",), facts(), PAPER)
    assert (flag.severity, flag.message.zh) == (Severity.INFO, "upside_down")


def test_a_kept_material_says_the_same_as_its_inspection_did() -> None:
    measured = facts(pixel_width=640, pixel_height=480)
    material = Material(
        id="1",
        order_id="2",
        filing_id="3",
        material_kind="sponsor_cert",
        file_name=measured.file_name,
        sha256="0" * 64,
        byte_size=measured.byte_size,
        media_type=measured.media_type,
        attached_at=datetime(2026, 3, 18, tzinfo=UTC),
        attached_by="林晓雯",
        pixel_width=640,
        pixel_height=480,
        flags=("low_resolution", "cmyk"),
    )
    assert material_flags(material, PAPER) == scan_flags(
        ("low_resolution", "cmyk"), measured, PAPER
    )


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0 B"),
        (1023, "1023 B"),
        (5_001, "4.9 KB"),
        (1024 * 1024 - 1, "1024 KB"),
        (1024 * 1024, "1 MB"),
        (2_621_440, "2.5 MB"),
    ],
)
def test_sizes_are_written_as_people_write_them(count: int, text: str) -> None:
    assert size_text(count) == text
