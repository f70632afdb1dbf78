"""Every rule of every province is a sentence in both languages; none has an open slot."""

from dataclasses import replace

import pytest

from butler_desktop.domain.province_rules import ProvinceRule
from butler_desktop.domain.rule_words import RULE_GROUP_WORDS, RuleGroup
from butler_desktop.domain.rulebook import Rulebook


def test_every_value_of_every_province_has_its_sentence(rulebook: Rulebook) -> None:
    for rule in rulebook.province_rules:
        words = rulebook.rule_words.sentence(rule)
        assert words is not None, rule
        for text in (words.zh, words.en):
            assert text, rule
            assert "{" not in text, rule
        assert "_" not in words.zh + words.en, words


def test_no_sentence_is_left_over(rulebook: Rulebook) -> None:
    ruled = {rule.key for rule in rulebook.province_rules}
    assert set(rulebook.rule_words.keys) == ruled
    assert set(RULE_GROUP_WORDS) == set(RuleGroup)


def test_every_note_is_told_in_both_languages(rulebook: Rulebook) -> None:
    noted = [rule.note for rule in rulebook.province_rules if rule.note.en]
    assert len(noted) > 150
    for note in noted:
        assert any("\u4e00" <= it <= "\u9fff" for it in note.zh), note


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("subject_pic_rule", "must_be_legal_rep", "主体负责人须为法定代表人"),
        ("min_age", 16, "负责人须年满 16 周岁"),
        ("est_authority_review_days", (15, 17), "管局审核一般 15–17 天（旧数据，仅供安排）"),
        ("construction_plan_threshold", {"op": ">", "sites": 5}, "网站超过 5 个须附网站建设方案书"),
        ("must_not_be_used_by_other_subject", ("mobile", "id_number"),
         "手机号、证件号码不可已用于其他主体"),
        ("org_cross_province", False, "单位不能跨省备案"),
    ],
)  # fmt: skip
def test_a_value_is_read_as_a_sentence(
    key: str, value: object, said: str, rulebook: Rulebook
) -> None:
    rule = ProvinceRule("x", "110000", key, value)
    assert rulebook.rule_words.said(rule).zh == said


def test_a_newer_value_is_shown_as_it_is_written(rulebook: Rulebook) -> None:
    rule = ProvinceRule("x", "110000", "subject_pic_rule", "anybody")
    assert rulebook.rule_words.sentence(rule) is None
    assert rulebook.rule_words.said(rule).zh == "subject_pic_rule: anybody"
    unknown = replace(rule, key="new_key")
    assert rulebook.rule_words.said(unknown).en == "new_key: anybody"
    assert rulebook.rule_words.group(unknown) is RuleGroup.PROCESS
