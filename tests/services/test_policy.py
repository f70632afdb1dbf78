"""Policy: what holds where, which of it differs, and how a word finds it."""

import pytest

from butler_desktop.domain.province_rules import NATIONAL
from butler_desktop.services.policy import PolicyPart, found, policy
from butler_desktop.storage.rulebook import load_rulebook

pytestmark = pytest.mark.sqlite


@pytest.fixture(scope="module")
def parts() -> tuple[PolicyPart, ...]:
    return policy(load_rulebook())


def part(parts: tuple[PolicyPart, ...], code: str) -> PolicyPart:
    return next(it for it in parts if it.code == code)


def test_every_province_is_there_after_what_holds_everywhere(parts):
    assert parts[0].code == NATIONAL
    assert len(parts) == 32
    for each in parts:
        assert each.rules
        for row in each.lists:
            assert "{" not in row.title.zh + row.words.zh


def test_a_rule_that_differs_is_marked_and_the_national_one_is_gone(parts):
    guangdong = part(parts, "440000")
    feet = [it for it in guangdong.rules if it.rule.key == "footer_number_kind"]
    assert [(it.is_own, it.differs) for it in feet] == [(True, True)]
    assert feet[0].words.zh == "网站底部悬挂主体备案号（不带后缀）"
    hebei = part(parts, "130000")
    (pic,) = [it for it in hebei.rules if it.rule.key == "subject_pic_rule"]
    assert (pic.is_own, pic.differs) == (True, False)
    (feet_there,) = [it for it in hebei.rules if it.rule.key == "footer_number_kind"]
    assert not feet_there.is_own


def test_sources_and_audience_are_written_out(parts):
    (pic,) = [it for it in part(parts, "110000").rules if it.rule.key == "subject_pic_rule"]
    assert pic.audience.zh == "单位"
    assert pic.sources == ("QingCloud filing documents: province pages, after 2020-08",)


def test_its_papers_letters_and_lists_are_there(parts):
    titles = {it.title.zh for it in part(parts, "440000").lists}
    assert "互联网信息服务备案承诺书（广东）" in titles
    xinjiang = [it.title.zh for it in part(parts, "650000").lists]
    assert any("党建" in it for it in xinjiang)
    assert not any("居住" in it for it in {it.title.zh for it in part(parts, "140000").lists})
    everywhere = {it.title.zh for it in part(parts, NATIONAL).lists}
    assert "敏感词" in everywhere


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("zj", ["330000"]),
        ("浙江", ["330000"]),
        ("Guangd", ["440000"]),
        ("cq", ["500000"]),
        ("党建", ["540000", "650000"]),
        ("没有这个词", []),
    ],
)
def test_a_word_finds_provinces_by_name_or_by_what_they_say(parts, text, codes):
    assert [it.code for it in found(parts, text)] == codes


def test_sources_and_keys_are_searched_and_the_rest_is_left_out(parts):
    hit = {it.code: it for it in found(parts, "renwen")}
    assert set(hit) == {NATIONAL, "310000"}
    assert all(
        "renwen" in " ".join(it.sources).lower() + it.rule.note.zh for it in hit["310000"].rules
    )
    assert found(parts, " ") == parts
