from dataclasses import replace
from datetime import UTC, datetime

import pytest

from butler_desktop.domain.material import Material
from butler_desktop.domain.scan_measures import scan_measures
from tests.limits import ICON, PAPER

LICENCE = Material(
    id="m1",
    order_id="o1",
    filing_id="f1",
    material_kind="sponsor_cert",
    file_name="licence.jpg",
    sha256="0" * 64,
    byte_size=228_562,
    media_type="image/jpeg",
    attached_at=datetime(2026, 3, 18, tzinfo=UTC),
    attached_by="林晓雯",
    pixel_width=1654,
    pixel_height=2339,
)


def test_what_is_found_stands_beside_what_is_wanted() -> None:
    rows = [(m.name.zh, m.found.zh, m.wanted.zh, m.flag) for m in scan_measures(LICENCE, PAPER)]
    assert rows == [
        ("格式", "JPG", "JPG 或 PNG 图片", None),
        ("大小", "223.2 KB", "50 KB – 4 MB", None),
        ("清晰度", "1654 × 2339 像素", "长边不低于 1000 像素", None),
        ("颜色", "彩色", "彩色扫描或照片，RGB", None),
    ]


@pytest.mark.parametrize(
    ("code", "measure", "found"),
    [
        ("low_resolution", "清晰度", "1654 × 2339 像素"),
        ("incomplete", "清晰度", "1654 × 2339 像素"),
        ("too_large", "大小", "223.2 KB"),
        ("too_small", "大小", "223.2 KB"),
        ("cmyk", "颜色", "CMYK"),
        ("greyscale", "颜色", "黑白"),
        ("wrong_extension", "格式", "JPG"),
        ("animated", "格式", "JPG"),
    ],
)
def test_a_flag_stands_at_its_measure(code: str, measure: str, found: str) -> None:
    (row,) = [m for m in scan_measures(replace(LICENCE, flags=(code,)), PAPER) if m.flag]
    assert row.flag is not None
    assert (row.flag.code, row.name.zh, row.found.zh) == (code, measure, found)


def test_a_pdf_has_pages_instead_of_pixels() -> None:
    plan = replace(
        LICENCE, media_type="application/pdf", page_count=2, flags=("pdf", "pdf_damaged")
    )
    rows = {m.name.en: (m.found.en, m.flag and m.flag.code) for m in scan_measures(plan, PAPER)}
    assert rows == {
        "Format": ("PDF", "pdf"),
        "Size": ("223.2 KB", None),
        "Pages": ("2 pages", "pdf_damaged"),
    }


def test_an_icon_is_measured_by_its_own_limits() -> None:
    rows = scan_measures(replace(LICENCE, material_kind="app_icon"), ICON)
    assert [m.wanted.zh for m in rows[1:3]] == ["不大于 100 KB", "不限"]
