"""Text is drawn as it stands, in faces that have it, or not at all."""

import pytest

from butler_desktop.documents.fonts import Face
from butler_desktop.documents.styles import BODY, CELL
from butler_desktop.documents.zh_text import Run, ZhParagraph
from butler_desktop.errors import DocumentFailed


def test_a_rare_character_is_taken_from_a_face_that_has_it() -> None:
    (line,) = ZhParagraph("张𬭎𡋾", CELL).lines(200)
    assert [(piece.text, piece.face) for piece in line.pieces] == [
        ("张𬭎", Face.SERIF),
        ("𡋾", Face.HANA_B),
    ]


@pytest.mark.parametrize("name", ["㛃", "䶮", "𬭎", "𠅤", "𡋾", "𪾢", "𫍽", "鿏", "〇", "·"])
def test_names_that_people_have_can_be_printed(name):
    for bold in (False, True):
        (line,) = ZhParagraph([Run(name, bold=bold)], CELL).lines(200)
        assert line.text == name


@pytest.mark.parametrize("bad", ["\ue863", "🙂", "ก", "\U0003fffd"])
def test_a_character_without_shape_stops_the_paper_and_is_named(bad):
    with pytest.raises(DocumentFailed) as caught:
        ZhParagraph(f"王{bad}", CELL, "主体负责人 姓名").lines(200)
    assert bad in caught.value.sentence.zh
    assert f"U+{ord(bad):04X}" in caught.value.sentence.zh
    assert "主体负责人 姓名" in caught.value.sentence.zh
    assert caught.value.cure.zh
    assert bad in caught.value.sentence.en


def test_what_shows_nothing_is_left_out_and_line_ends_are_kept() -> None:
    lines = ZhParagraph("甲\u200b乙\ufe0f\u2028丙\t丁\u00a0戊\r\n己", CELL).lines(400)
    assert [line.text for line in lines] == ["甲乙", "丙 丁 戊", "", "己"]


def test_markup_in_a_name_is_no_markup() -> None:
    (line,) = ZhParagraph("<b>A&amp;B</b>", CELL).lines(400)
    assert line.text == "<b>A&amp;B</b>"


def test_marks_that_follow_each_other_share_their_blank() -> None:
    (apart,) = ZhParagraph("甲）乙：", CELL).lines(400)
    (together,) = ZhParagraph("甲乙）：", CELL).lines(400)
    assert apart.width - together.width == pytest.approx(CELL.size / 2)


def test_a_framed_mark_is_never_divided() -> None:
    runs = [Run("甲" * 12), Run("本版改动", mark=True)]
    lines = ZhParagraph(runs, CELL).lines(13 * CELL.size)
    assert [line.text for line in lines] == ["甲" * 12, "本版改动"]


def test_the_first_line_of_a_paragraph_is_indented() -> None:
    first, second = ZhParagraph("备案信息" * 12, BODY).lines(420)
    assert first.pieces[0].x == 2 * BODY.size
    assert second.pieces[0].x == 0


def test_no_text_is_one_empty_line() -> None:
    assert [line.text for line in ZhParagraph("", CELL).lines(100)] == [""]
