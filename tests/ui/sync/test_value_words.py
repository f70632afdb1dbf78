"""Value words: values as people read them, personal ones masked, changes found."""

from typing import Any

import pytest

from butler_desktop.domain.conflict import ConflictField
from butler_desktop.storage.rulebook import load_rulebook
from butler_desktop.ui.sync.value_words import changed_parts, value_words, whole_text
from butler_desktop.words import Words
from tests.builders import NOW

RULES = load_rulebook()


def field(path: str, kind: str = "filing") -> ConflictField:
    place = (kind, "f1", path)
    return ConflictField(place, Words("字段", "field"), None, None, None, "周启明", NOW)


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("particulars.service.service_name", "泉石环保", "泉石环保"),
        ("particulars.service.service_name", None, "(empty)"),
        ("particulars.service_pic.mobile", "13800001234", "138****1234"),
        ("particulars.subject_pic.id_number", "330106198803050012", "3301**********0012"),
        ("particulars.subject_pic.is_legal_rep", True, "是"),
        ("particulars.a_field_of_a_newer_version", "x", "x"),
        ("state", "collecting", "资料收集中"),
        ("confirmation_deadline", "2026-03-19T10:00:00.000000Z", "3月19日 18:00"),
        ("contact_phone", "13800001234", "138****1234"),
    ],
)
def test_a_value_is_said(path: str, value: Any, said: str) -> None:
    assert value_words(field(path), value, RULES) == said


def test_a_choice_is_said_by_its_name() -> None:
    row = next(iter(RULES.tables["subject_type"].rows)) if "subject_type" in RULES.tables else None
    if row is not None:
        shown = value_words(field("particulars.subject.subject_type"), row.id, RULES)
        assert shown == row.words.zh


def test_of_a_personal_value_nothing_is_given_to_be_typed_over() -> None:
    assert whole_text(field("particulars.service_pic.mobile"), "13800001234") == ""
    assert whole_text(field("particulars.service.service_name"), "泉石") == "泉石"


def test_what_was_put_in_is_marked() -> None:
    assert changed_parts("展示企业与工程案例", "展示企业与环保工程案例") == [(5, 2)]


def test_another_text_is_not_marked_as_a_changed_one() -> None:
    assert changed_parts("", "全新的") == []
    assert changed_parts("甲乙丙丁", "一二三四") == []
