"""The locator: how what was typed is read, where it stands in a text, what fits best."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.locator import (
    Fact,
    FactKind,
    Query,
    Rank,
    Scope,
    find,
    folded,
    match,
    read_query,
    united,
)
from tests.domain.initial_table import INITIALS

FACTS = (
    Fact("sponsor_name", FactKind.NAME, "深圳市南屿跨境电子商务有限公司"),
    Fact("number", FactKind.NUMBER, "BA-2603-0431"),
    Fact("domain", FactKind.DOMAIN, "nanyu-select.example"),
    Fact("phone", FactKind.PHONE, "13800001234"),
)


def found(word, text, kind=FactKind.NAME):
    hit = find(word, text, INITIALS, kind)
    return hit and text[slice(*hit[1])]


def fits(typed):
    return match(read_query(typed), FACTS, INITIALS)


@pytest.mark.parametrize(
    ("word", "text", "part"),
    [
        ("tyy", "天翼云科技", "天翼云"),
        ("yyk", "天翼云科技", "翼云科"),
        ("翼云", "天翼云科技", "翼云"),
        ("天y", "天翼云科技", "天翼"),
        ("cqcs", "重庆长沙", "重庆长沙"),
        ("zqzs", "重庆长沙", "重庆长沙"),
        ("a1kj", "A1科技", "A1科技"),
        ("yyt", "天翼云科技", None),
        ("tkj", "天翼云科技", None),
    ],
)
def test_a_name_is_found_by_characters_initials_and_both(word, text, part):
    assert found(word, text) == part


def test_initials_are_not_looked_for_in_numbers_and_domains():
    assert found("zj", "浙ICP备2026000001号", FactKind.NUMBER) is None
    assert found("icp", "浙ICP备2026000001号", FactKind.NUMBER) == "ICP"
    assert found("select", "nanyu-select.example", FactKind.DOMAIN) == "select"


@pytest.mark.parametrize(
    "typed", ["1234", "01234", "13800001234", "138 0000 1234", "138-0000-1234"]
)
def test_a_telephone_number_is_found_by_its_end(typed):
    assert fits(typed) is not None


@pytest.mark.parametrize("typed", ["234", "1380", "0000", "113800001234"])
def test_its_beginning_or_a_shorter_end_say_nothing(typed):
    assert fits(typed) is None


def test_every_word_must_stand_somewhere():
    assert {mark.fact.key for mark in fits("ny 0431").marks} == {"sponsor_name", "number"}
    assert fits("ny 0432") is None


def test_a_query_for_numbers_leaves_names_and_domains_out():
    assert fits("#0431") is not None
    assert fits("#1234") is not None
    assert fits("#nanyu") is None
    assert fits("# 南屿") is None


def test_what_stands_at_the_beginning_fits_better():
    ranks = [
        find(word, "南屿科技", INITIALS)[0]
        for word in ("南屿科技", "南", "科技", "屿科", "ny", "yk")
    ]
    assert ranks == sorted(ranks)
    assert ranks[0] is Rank.WHOLE
    assert ranks[-1] is Rank.INITIALS


def test_the_midst_of_a_foreign_word_counts_only_where_nothing_better_is_found():
    assert {mark.fact.key for mark in fits("ny").marks} == {"sponsor_name"}
    assert {mark.fact.key for mark in fits("anyu").marks} == {"domain"}
    assert fits("anyu").rank == Rank.WITHIN


def test_the_rank_is_that_of_the_word_that_fits_worst():
    assert fits("BA-2603-0431 ny").rank == Rank.INITIALS


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("  ＮＹ ", Query(("ny",))),
        (">sz", Query(("sz",), Scope.COMMANDS)),
        ("＞ 设置", Query(("设置",), Scope.COMMANDS)),
        ("#0431", Query(("0431",), Scope.NUMBERS)),
        ("", Query()),
        (">", Query((), Scope.COMMANDS)),
    ],
)
def test_what_was_typed_is_read(typed, query):
    assert read_query(typed) == query


@pytest.mark.parametrize(
    ("typed", "composing", "word"),
    [
        ("", "tian'yi'yun", "tyy"),
        ("", "tian yi", "ty"),
        ("", "t y y", "tyy"),
        ("", "ny", "ny"),
        ("南", "yu", "南yu"),
    ],
)
def test_what_an_input_method_holds_counts_by_its_initials(typed, composing, word):
    assert read_query(typed, composing).words == (word,)


def test_spans_that_touch_are_one():
    assert united([(3, 5), (0, 2), (2, 3), (7, 8)]) == ((0, 5), (7, 8))


@given(st.text(max_size=30))
def test_folding_keeps_every_place(text):
    assert len(folded(text)) == len(text)


NAMES = st.text(
    st.sampled_from("天翼云重庆长沙厦门单于科技有限公司aB1-（）𠮷"), min_size=1, max_size=14
)


@given(NAMES, st.data())
def test_whatever_stands_in_a_name_is_found_there(name, data):
    at = data.draw(st.integers(0, len(name) - 1))
    part = name[at : data.draw(st.integers(at + 1, len(name)))]
    _, span = find(folded(part), name, INITIALS)
    assert folded(name[slice(*span)]) == folded(part)
    typed = "".join(data.draw(st.sampled_from(INITIALS.of(c))) for c in folded(part))
    assert find(typed, name, INITIALS) is not None or not any(c.isascii() for c in typed)
