"""Each character comes from the first face of the chain that has it; a face is read when asked."""

import subprocess
import sys

import pytest

from butler_desktop.documents.fonts import CHAINS, Face, face_of, typeface
from butler_desktop.documents.printable import printable
from butler_desktop.errors import DocumentFailed


@pytest.mark.parametrize(
    ("character", "wanted", "found"),
    [
        ("张", Face.SERIF, Face.SERIF),
        ("㛃", Face.SERIF, Face.SERIF),
        ("𬭎", Face.SERIF_BOLD, Face.SERIF_BOLD),
        ("㐂", Face.SERIF_BOLD, Face.SERIF),
        ("☑", Face.SANS, Face.HANA_A),
        ("𡋾", Face.SERIF, Face.HANA_B),
    ],
)
def test_the_first_face_of_the_chain_that_has_it(character, wanted, found):
    assert face_of(character, wanted, "姓名") is found


def test_every_chain_begins_with_its_face_and_ends_with_the_widest() -> None:
    assert all(chain[0] is face and chain[-1] is Face.HANA_B for face, chain in CHAINS.items())


def test_a_refusal_names_character_and_field_in_both_languages() -> None:
    with pytest.raises(DocumentFailed) as caught:
        face_of("\ue000", Face.SERIF, "网站名称")
    for said in (caught.value.sentence.zh, caught.value.sentence.en):
        assert "U+E000" in said
        assert "网站名称" in said


def test_a_face_is_read_once() -> None:
    assert typeface(Face.SERIF) is typeface(Face.SERIF)


def test_printable_keeps_what_has_a_shape() -> None:
    assert printable("BA-2603") == "BA-2603"
    assert printable("阿卜杜拉·买买提\u3000𠅤") == "阿卜杜拉·买买提\u3000𠅤"
    assert printable("\ufeff甲\u200d\U000e0100乙\x07") == "甲乙"


ASKED = """
import sys
import butler_desktop.documents.packet, butler_desktop.documents.verify
print("reportlab" in sys.modules, "pikepdf" in sys.modules)
"""


def test_the_doors_load_neither_reportlab_nor_pikepdf() -> None:
    done = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
