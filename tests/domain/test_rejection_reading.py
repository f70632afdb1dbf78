"""What an authority writes is read as the places that a butler would mark."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.rejection_reading import proposed_marks, read_rejection
from butler_desktop.storage.rulebook import load_rulebook

TEXTS = tomllib.loads((Path(__file__).parents[1] / "data" / "rejections.toml").read_text("utf-8"))[
    "text"
]


def known() -> set[str]:
    from butler_desktop.domain.form_layout import FIELDS

    papers = {f"material:{it.id}" for it in load_rulebook().materials}
    whole_card = {"material:subject_pic_id", "material:service_pic_id"}
    return {f"form:{field.path}" for field in FIELDS} | papers - whole_card


KNOWN = known()


def is_right(text: dict[str, object]) -> bool:
    """All that a butler would mark, and no more than one place beside it."""
    found = set(proposed_marks(read_rejection(str(text["said"]), KNOWN)))
    wanted = set(text["places"])
    return wanted <= found and len(found - wanted) <= bool(wanted)


def test_nine_of_ten_texts_are_read_as_a_butler_would_mark_them() -> None:
    assert len(TEXTS) == 60
    wrong = [it["said"] for it in TEXTS if not is_right(it)]
    assert len(wrong) <= 6, wrong


def test_so_are_those_that_the_reading_was_not_made_for() -> None:
    kept = [it for it in TEXTS if it.get("kept")]
    assert len(kept) == 20
    wrong = [it["said"] for it in kept if not is_right(it)]
    assert len(wrong) <= 2, wrong


def test_a_reason_parts_into_the_error_and_what_is_asked_for() -> None:
    (reason,) = read_rejection("网站名称不规范，请修改为公司全称。", KNOWN)
    assert (reason.error, reason.suggestion) == ("网站名称不规范", "请修改为公司全称")
    (only,) = read_rejection("请上传授权书", KNOWN)
    assert (only.error, only.suggestion) == ("请上传授权书", "")


@pytest.mark.parametrize(
    "mark", ["1、{}2、{}", "（1）{}；（2）{}", "1. {}\n2. {}", "一、{}\n二、{}"]
)
def test_a_list_is_read_item_by_item(mark: str) -> None:
    reasons = read_rejection(mark.format("网站名称不规范", "通信地址不详细"), KNOWN)
    assert [it.error for it in reasons] == ["网站名称不规范", "通信地址不详细"]


@given(st.text())
def test_whatever_is_pasted_proposes_only_what_is_known(text: str) -> None:
    reasons = read_rejection(text, KNOWN)
    assert set(proposed_marks(reasons)) <= KNOWN
    assert all(reason.error for reason in reasons)
