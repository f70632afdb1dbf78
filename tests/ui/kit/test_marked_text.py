"""Marked text: as high as its lines, with a lead that is bold."""

import pytest
from pytestqt.qtbot import QtBot

from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit.marked_text import MarkedText
from butler_desktop.ui.look import Look

LONG = "名称含“平台”，浙江要求附业务说明，近 90 天同类退回 6 次。" * 3


@pytest.fixture
def text(qtbot: QtBot) -> MarkedText:
    made = MarkedText()
    qtbot.addWidget(made)
    made.resize(300, 20)
    return made


def test_it_is_as_high_as_its_lines(text: MarkedText, worn: Look) -> None:
    text.show_words("info", "短")
    assert text.heightForWidth(300) == Role.META.line
    text.show_words("info", LONG)
    lines = text.heightForWidth(300) // Role.META.line
    assert lines > 2
    assert text.minimumHeight() == text.heightForWidth(300)
    assert text.heightForWidth(2000) < text.heightForWidth(300)
    worn.set_zoom(2.0)
    assert text.minimumHeight() == text.heightForWidth(300) > lines * 18


def test_a_lead_may_end_its_line(text: MarkedText) -> None:
    text.show_words("circle-x", "2 个网站 × 600 元", "red", lead="金额与个数不符\n")
    assert text.heightForWidth(300) == 2 * Role.META.line
    assert text.accessibleName() == "金额与个数不符\n2 个网站 × 600 元"
    assert text.text() == "2 个网站 × 600 元"


def test_a_bold_lead_differs_from_a_plain_one(text: MarkedText) -> None:
    text.show_words("", "甲乙丙")
    plain = text.grab().toImage()
    text.show_words("", "乙丙", lead="甲")
    assert plain != text.grab().toImage()
