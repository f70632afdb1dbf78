"""Cut and altered files: each is judged or refused, quickly; nothing else comes out."""

import time
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from butler_desktop.documents.scan import inspect_bytes
from butler_desktop.documents.submission_picture import submission_picture
from butler_desktop.documents.thumbnail import make_thumbnail
from butler_desktop.domain.scan import PDF, ScanReport
from butler_desktop.errors import DocumentFailed
from tests.limits import PAPER

SAMPLES = sorted(
    file
    for file in (Path(__file__).parents[1] / "data" / "scans").iterdir()
    if file.name != "empty.jpg"
)
QUICK = 3.0  # seconds, on a busy machine
few = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])


def judged(data: bytes, name: str) -> ScanReport | None:
    begun = time.monotonic()
    try:
        report = inspect_bytes(data, name, PAPER)
    except DocumentFailed:
        return None
    finally:
        assert time.monotonic() - begun < QUICK
    if report.media_type != PDF:
        assert make_thumbnail(data, (40, 40)).startswith(b"\x89PNG")
    converted(data, report)
    return report


def converted(data: bytes, report: ScanReport) -> None:
    """What was judged fit to attach can be made fit to submit, or is refused with words."""
    begun = time.monotonic()
    try:
        made = submission_picture(data, PAPER, mark="仅供备案使用" if len(data) % 2 else "")
    except DocumentFailed:
        return
    finally:
        assert time.monotonic() - begun < 2 * QUICK
    assert len(made.data) <= PAPER.most_bytes
    assert made.media_type in PAPER.formats
    if made.is_original:
        assert (made.data, made.media_type) == (data, report.media_type)
    with Image.open(BytesIO(made.data)) as image:
        image.load()
        assert made.is_original or image.mode == "RGB"
        assert image.size == (made.width, made.height)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda file: file.name)
@few
@given(portion=st.floats(0, 1, exclude_max=True))
def test_a_file_cut_anywhere(sample: Path, portion: float) -> None:
    data = sample.read_bytes()
    report = judged(data[: int(len(data) * portion)], sample.name)
    if report and report.media_type != PDF:  # what is lost is behind the picture
        assert report == judged(data, sample.name) or report.flags


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda file: file.name)
@few
@given(
    flips=st.lists(
        st.tuples(
            # Half of them near the start, where the headers are.
            st.one_of(st.integers(0, 800), st.integers(0, 10**7)),
            st.integers(1, 255),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_a_file_with_wrong_bytes(sample: Path, flips: list[tuple[int, int]]) -> None:
    data = bytearray(sample.read_bytes())
    for place, change in flips:
        data[place % len(data)] ^= change
    judged(bytes(data), sample.name)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda file: file.name)
@few
@given(cuts=st.tuples(st.floats(0, 1), st.floats(0, 1)), other=st.sampled_from(SAMPLES))
def test_a_file_that_goes_on_as_another(
    sample: Path, cuts: tuple[float, float], other: Path
) -> None:
    first, second = sample.read_bytes(), other.read_bytes()
    judged(first[: int(len(first) * cuts[0])] + second[int(len(second) * cuts[1]) :], "mixed.jpg")
