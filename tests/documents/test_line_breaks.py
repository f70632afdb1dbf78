"""No line begins or ends with a mark that may not stand there."""

from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.documents.line_breaks import NO_END, NO_START, break_before, may_break
from butler_desktop.documents.styles import BODY, CELL
from butler_desktop.documents.zh_text import ZhParagraph

WORDS = ("备案", "互联网信息服务", "2026年3月19日", "qixia-med.example", "600 元", "𬭎", "𠅤𡋾")
OPENERS, CLOSERS = "“（《「", "”）》」，。；：？！、"

pieces = st.one_of(
    st.sampled_from(WORDS),
    st.builds(
        lambda opener, word, closer: f"{opener}{word}{closer}",
        st.sampled_from(OPENERS),
        st.sampled_from(WORDS),
        st.sampled_from(CLOSERS),
    ),
    st.builds(lambda word, mark: f"{word}{mark}", st.sampled_from(WORDS), st.sampled_from(CLOSERS)),
    st.sampled_from(("……", "——", "100%", "“《管理办法》（试行）”，")),
)
texts = st.lists(pieces, min_size=20, max_size=80).map("".join)


@given(texts, st.sampled_from([147.0, 230.0, 470.0]), st.sampled_from([BODY, CELL]))
def test_no_line_begins_or_ends_with_a_mark_that_may_not(text, width, style):
    lines = ZhParagraph(text, style).lines(width)
    starts = [line.text[0] for line in lines[1:]]
    ends = [line.text[-1] for line in lines[:-1]]
    assert not NO_START.intersection(starts)
    assert not NO_END.intersection(ends)


@given(texts, st.sampled_from([147.0, 230.0, 470.0]))
def test_no_character_is_lost_and_no_line_is_too_long(text, width):
    lines = ZhParagraph(text, CELL).lines(width)
    said = "".join(line.text for line in lines)
    assert said.replace(" ", "") == text.replace(" ", "")
    assert all(line.width <= width + CELL.size / 2 + 0.01 for line in lines)


def test_words_numbers_and_double_marks_stay_whole() -> None:
    assert not may_break("2", "0")
    assert not may_break("…", "…")
    assert not may_break("—", "—")
    assert not may_break("案", "，")
    assert not may_break("“", "备")
    assert may_break("备", "案")
    assert may_break("备", "“")
    assert may_break("元", "A")


def test_what_is_longer_than_a_line_is_divided_at_a_seam_or_anywhere() -> None:
    address = "someone.with.a.long.name@mail-sample.cn"
    assert address[: break_before(address, 0, 28)] == "someone.with.a.long.name@"
    assert break_before(list("a" * 60), 0, 30) == 30
