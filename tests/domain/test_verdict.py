from datetime import UTC, datetime

import pytest

from butler_desktop.domain.checklist import ChecklistItem
from butler_desktop.domain.material import Material
from butler_desktop.domain.material_kind import Level, MaterialGroup, NeededBy
from butler_desktop.domain.verdict import (
    HARD_TO_READ,
    NOT_TAKEN,
    VERDICT_WORDS,
    Verdict,
    consequence,
    verdict,
    warnings,
)
from butler_desktop.words import Words
from tests.limits import PAPER


def item(level: Level = Level.MANDATORY, by: NeededBy = NeededBy.CONTENT) -> ChecklistItem:
    nothing = Words("", "")
    return ChecklistItem(
        kind="sponsor_cert",
        words=Words("营业执照", "Business licence"),
        group=MaterialGroup.SPONSOR,
        needed=level,
        reason=nothing,
        attached=0,
        by=by,
        signs=nothing,
        sealed=False,
    )


def file(*flags: str) -> Material:
    return Material(
        id="m1",
        order_id="o1",
        filing_id="f1",
        material_kind="sponsor_cert",
        file_name="licence.jpg",
        sha256="0" * 64,
        byte_size=5_000,
        media_type="image/jpeg",
        attached_at=datetime(2026, 3, 18, tzinfo=UTC),
        attached_by="林晓雯",
        pixel_width=640,
        pixel_height=480,
        flags=flags,
    )


@pytest.mark.parametrize(
    ("wanted", "files", "expected"),
    [
        (item(), (), Verdict.MISSING),
        (item(by=NeededBy.SUBMISSION), (), Verdict.FROM_CUSTOMER),
        (item(Level.OPTIONAL), (), Verdict.OPTIONAL),
        (item(Level.NOT_NEEDED), (), Verdict.NOT_NEEDED),
        (item(), (file(),), Verdict.SOUND),
        (item(Level.OPTIONAL), (file(),), Verdict.SOUND),
        (item(), (file("rotated", "pdf", "transparent"),), Verdict.SOUND),
        (item(), (file("blurred_by_a_newer_version"),), Verdict.SOUND),
        (item(), (file("cmyk"),), Verdict.UNFIT),
        (item(), (file("too_large"), file()), Verdict.UNFIT),
        (item(), (file("low_resolution"),), Verdict.UNCLEAR),
        (item(), (file("cmyk"), file("pdf_damaged")), Verdict.UNCLEAR),
    ],
)
def test_a_paper_stands_as_its_files_do(
    wanted: ChecklistItem, files: tuple[Material, ...], expected: Verdict
) -> None:
    assert verdict(wanted, files) is expected


def test_what_cannot_be_read_comes_first() -> None:
    found = warnings((file("cmyk", "rotated"), file("too_large", "low_resolution")), PAPER)
    assert [flag.code for flag in found] == ["low_resolution", "cmyk", "too_large"]
    assert [consequence(flag) for flag in found] == [HARD_TO_READ, NOT_TAKEN, NOT_TAKEN]


def test_every_verdict_has_its_word() -> None:
    assert VERDICT_WORDS.keys() == set(Verdict)
    assert len({words.zh for words in VERDICT_WORDS.values()}) == len(Verdict)
