"""Initials: which letters stand for a character, in the table that is shipped."""

import pytest

from butler_desktop.domain.initials import Initials
from tests.domain.initial_table import INITIALS


@pytest.mark.parametrize(
    ("character", "letters"),
    [("天", "t"), ("翼", "y"), ("云", "y"), ("重", "cz"), ("长", "cz"), ("厦", "sx"), ("𠮷", "𠮷")],
)
def test_a_character_has_the_initials_of_all_its_readings(character, letters):
    assert INITIALS.of(character) == letters


@pytest.mark.parametrize("character", "a7-（。")
def test_what_is_no_character_stands_for_itself(character):
    assert INITIALS.of(character) == character
    assert not INITIALS.knows(character)


def test_every_character_of_the_common_table_can_be_typed():
    common = [chr(point) for point in range(0x4E00, 0x9FA6)]
    known = [c for c in common if INITIALS.knows(c)]
    assert len(known) > 0.95 * len(common)
    assert all(letter in "abcdefghijklmnopqrstuvwxyz" for c in known for letter in INITIALS.of(c))


def test_a_table_is_lines_of_a_letter_and_its_characters():
    made = Initials.from_lines(["a\t阿\n", "e\t阿鹅\n"])
    assert (made.of("阿"), made.of("鹅")) == ("ae", "e")
