"""The choice book: what was chosen stays chosen, and the way from one open act to the next."""

from butler_desktop.domain.conflict import Conflict, ConflictField, Decision, Take
from butler_desktop.ui.sync.choice_book import ChoiceBook, is_same_act
from butler_desktop.words import Words
from tests.builders import NOW

WORDS = Words("字", "word")
MINE = Decision(Take.MINE)


def a_conflict(act_id: str, *paths: str) -> Conflict:
    fields = tuple(
        ConflictField(("filing", act_id, path), WORDS, "甲", "乙", "丙", "周启明", NOW)
        for path in paths
    )
    return Conflict(
        act_id,
        "filing.edit",
        WORDS,
        "林晓雯",
        NOW,
        "o",
        "DD",
        "客户",
        act_id,
        "BA",
        WORDS,
        fields,
        (),
    )


ONE, TWO, BARE = a_conflict("a1", "x", "y"), a_conflict("a2", "x"), a_conflict("a3")


def test_the_first_act_is_looked_at_until_another_is() -> None:
    book = ChoiceBook()
    assert book.current is None
    book.take((ONE, TWO))
    assert book.current == ONE
    assert not book.look_at("a1")
    assert book.look_at("a2")
    book.take((TWO, ONE))
    assert book.current == TWO
    book.take((ONE,))
    assert book.current == ONE


def test_an_answer_from_before_a_choice_does_not_undo_it() -> None:
    book = ChoiceBook()
    book.take((ONE, TWO))
    book.choose("a1", {("filing", "a1", "x"): MINE})
    assert book.open_count == 2
    book.take((ONE, TWO))
    assert book.open_count == 2
    assert book.current is not None
    assert book.current.fields[0].decision == MINE


def test_an_act_without_a_field_is_open_itself() -> None:
    book = ChoiceBook()
    book.take((BARE,))
    assert book.open_count == 1


def test_next_and_previous_pass_what_is_decided() -> None:
    book = ChoiceBook()
    book.take((ONE, TWO, BARE))
    book.choose("a2", {("filing", "a2", "x"): MINE})
    assert book.next_open(1) == "a3"
    assert book.next_open(-1) == "a3"
    book.look_at("a3")
    assert book.next_open(1) == "a1"
    book.take(())
    assert book.next_open(1) == ""


def test_the_same_act_with_another_choice_is_the_same() -> None:
    book = ChoiceBook()
    book.take((ONE,))
    book.choose("a1", {("filing", "a1", "x"): MINE})
    assert is_same_act(ONE, book.found[0])
    assert not is_same_act(ONE, TWO)
    assert not is_same_act(ONE, a_conflict("a1", "x"))
