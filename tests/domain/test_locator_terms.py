"""Locator terms: the index proposes everything that the locator finds."""

from hypothesis import assume, given
from hypothesis import strategies as st

from butler_desktop.domain.locator import Fact, FactKind, match, read_query
from butler_desktop.domain.locator_terms import LETTERS, VARIANTS, Probe, probes, terms
from tests.domain.initial_table import INITIALS


def proposed(typed, *facts):
    """Whether an index would propose the facts: a term begins with one probe of each group."""
    known = terms("f", facts, INITIALS).split()
    asked = probes("f", read_query(typed))
    return bool(asked) and all(
        any(probe.fits(term) for term in known for probe in group) for group in asked
    )


def name(text):
    return Fact("sponsor_name", FactKind.NAME, text)


def test_terms_are_pieces_from_every_character_on():
    assert terms("f", [name("南屿云")], INITIALS) == "f南屿云 f屿云 f云 fnyy fyy fy"


def test_every_way_to_read_a_name_is_a_term():
    assert {"ocq", "ozq"} <= set(terms("o", [name("重庆")], INITIALS).split())


def test_a_name_of_many_readings_does_not_fill_the_index():
    many = terms("f", [name("重长单" * 10)], INITIALS).split()
    assert len(many) <= 30 * (VARIANTS + 1)


def test_a_telephone_number_is_kept_by_its_end_only():
    phone = Fact("phone", FactKind.PHONE, "13800001234")
    assert terms("f", [phone], INITIALS) == "f尾43210000831"
    assert proposed("1234", phone)
    assert not proposed("1380", phone)
    assert not proposed("234", phone)


def test_a_long_word_is_asked_for_by_both_its_ends():
    (first,), (last,) = probes("f", read_query("nykjdzsw"))
    assert (first, last) == (Probe("fnykjdz", is_whole=True), Probe("fkjdzsw", is_whole=True))
    assert len(first.text) == LETTERS + 1


def test_a_short_word_is_asked_for_by_its_beginning():
    assert probes("f", read_query("ny")) == ((Probe("fny"),),)


def test_what_stands_in_nearly_every_record_is_not_asked_for_beside_more():
    (number,) = probes("f", read_query("BA-26-0431"))
    assert Probe("f0431") in number
    assert probes("f", read_query("ba")) == ((Probe("fba"),),)


def test_marks_alone_ask_nothing():
    assert probes("f", read_query("-- ・")) == ()


NAMES = st.text(
    st.sampled_from("天翼云南屿重庆长沙科技有限公司aB1-（） 𠮷.9"), min_size=1, max_size=18
)


@given(NAMES, st.sampled_from(["sponsor_name", "domain"]), st.data())
def test_what_the_locator_finds_was_proposed(text, key, data):
    kind = FactKind.NAME if key == "sponsor_name" else FactKind.DOMAIN
    fact = Fact(key, kind, text)
    at = data.draw(st.integers(0, len(text) - 1))
    part = text[at : data.draw(st.integers(at + 1, len(text)))]
    if data.draw(st.booleans()):
        part = "".join(INITIALS.of(c)[0] for c in part)
    query = read_query(part)
    assume(query.words and match(query, [fact], INITIALS))
    asked = probes("f", query)
    assume(asked)
    assert proposed(part, fact)
