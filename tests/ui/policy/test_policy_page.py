"""The page of policy: every province's rules are read there, and found by a word."""

from collections.abc import Iterator

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from butler_desktop.domain.province_rules import NATIONAL
from butler_desktop.storage.rulebook import load_rulebook
from butler_desktop.ui.policy.policy_page import PolicyPage


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[PolicyPage]:
    made = PolicyPage()
    made.know(load_rulebook())
    made.resize(816, 700)
    made.show()
    made.read()
    yield made
    made.close()
    shiboken6.delete(made)


def said(page: PolicyPage) -> list[str]:
    return [row.words.text() for row in page.rows]


def test_it_begins_with_what_holds_everywhere(page: PolicyPage) -> None:
    assert page.code == NATIONAL
    assert "主体负责人须为法定代表人" in said(page)
    assert "敏感词" in said(page)


def test_a_chosen_province_shows_its_own_and_the_national_rules(page: PolicyPage) -> None:
    page.choose("440000")
    assert "网站底部悬挂主体备案号（不带后缀）" in said(page)
    assert "提交前须完成人脸核验" in said(page)
    assert "互联网信息服务备案承诺书（广东）" in said(page)


def test_initials_find_a_province_and_show_it_whole(page: PolicyPage) -> None:
    page.search.setText("zj")
    assert page.code == "330000"
    assert len(page.rows) > 20


def test_a_word_finds_what_speaks_of_it(page: PolicyPage) -> None:
    page.search.setText("党建")
    assert page.code == "540000"
    assert said(page)
    page.choose("650000")
    assert 0 < len(page.rows) < 6
    page.search.setText("没有这个词")
    assert page.rows == []
    assert page._empty.isVisible()
    page.search.setText("")
    assert page.code == "650000"
    assert len(page.rows) > 15
