"""Paper text: labels and values are found wherever a certificate prints them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.paper_text import Item, Paper, read_items
from butler_desktop.domain.read_line import Box, ReadLine
from tests.read_pages import ID_BACK, ID_FRONT, LICENCE, line

I = Item  # noqa: E741


def read(paper: Paper, *lines: ReadLine) -> dict[Item, str]:
    return {each.item: each.text for each in read_items(paper, lines)}


def test_an_id_card_of_two_sides_is_read() -> None:
    assert read(Paper.ID_CARD, *ID_FRONT) == {
        I.NAME: "郭俊杰",
        I.NUMBER: "310115199310174879",
        I.ADDRESS: "上海市浦东新区云栖路18号3幢",
        I.BIRTH: "1993-10-17",
    }
    assert read(Paper.ID_CARD, *ID_BACK) == {
        I.ISSUER: "上海市公安局浦东分局",
        I.VALID_FROM: "2016-05-02",
        I.VALID_TO: "2026-05-02",
    }


def test_a_licence_of_two_columns_is_read() -> None:
    assert read(Paper.LICENCE, *LICENCE) == {
        I.NAME: "上海竹溪映雪文化传媒有限公司",
        I.NUMBER: "91310115MA5729JGGM",
        I.ADDRESS: "上海市浦东新区云栖路18号",
        I.HEAD: "郭俊杰",
        I.SCOPE: "软件开发；信息系统集成服务；广告设计。",
        I.VALID_FROM: "2019-03-11",
        I.VALID_TO: "2039-03-10",
    }


@given(st.permutations(LICENCE))
def test_the_order_of_the_lines_does_not_matter(lines: list[ReadLine]) -> None:
    assert read(Paper.LICENCE, *lines) == read(Paper.LICENCE, *LICENCE)


def test_a_domain_certificate_is_read() -> None:
    lines = (
        line("域名注册证书", 0.4, 0.1),
        line("域名 chenxi.example", 0.1, 0.3),
        line("注册人上海竹溪映雪文化传媒有限公司", 0.1, 0.4),
        line("注册日期2024-01-09", 0.1, 0.5),
        line("到期日期2027-1-9", 0.1, 0.6),
    )
    assert read(Paper.DOMAIN, *lines) == {
        I.DOMAIN: "chenxi.example",
        I.REGISTRANT: "上海竹溪映雪文化传媒有限公司",
        I.VALID_TO: "2027-01-09",
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2016.05.02-2026.05.02", {I.VALID_FROM: "2016-05-02", I.VALID_TO: "2026-05-02"}),
        ("2016.5.2一2026.5.2", {I.VALID_FROM: "2016-05-02", I.VALID_TO: "2026-05-02"}),
        ("2016.05.02-长期", {I.VALID_FROM: "2016-05-02", I.LONG_TERM: "长期"}),
        ("2016年05月02日至长期", {I.VALID_FROM: "2016-05-02", I.LONG_TERM: "长期"}),
        ("长期", {I.LONG_TERM: "长期"}),
        ("看不清", {}),
    ],
)
def test_a_period_is_two_days_or_one_without_end(text: str, found: dict[Item, str]) -> None:
    assert read(Paper.ID_CARD, line(f"有效期限{text}", 0.1, 0.5)) == found


def test_a_licence_without_an_end_begins_with_the_company() -> None:
    lines = line("成立日期2019年03月11日", 0.1, 0.5), line("营业期限长期", 0.1, 0.6)
    assert read(Paper.LICENCE, *lines) == {I.VALID_FROM: "2019-03-11", I.LONG_TERM: "长期"}


@pytest.mark.parametrize(
    ("paper", "text", "number"),
    [
        (Paper.ID_CARD, "公民身份号码 3IO1I5l993IOI74879", "310115199310174879"),
        (Paper.ID_CARD, "310115 19931017 4879", "310115199310174879"),
        (Paper.LICENCE, "统一社会信用代码：9I3IOII5MA5729JGGM", "91310115MA5729JGGM"),
        (Paper.LICENCE, "注册号 310115000123456", ""),
        (Paper.ID_CARD, "编号 1234567890123456789012", ""),
    ],
)
def test_letters_that_a_number_cannot_have_are_its_digits(
    paper: Paper, text: str, number: str
) -> None:
    assert read(paper, line(text, 0.1, 0.5)).get(I.NUMBER, "") == number


def test_a_label_without_a_value_says_nothing() -> None:
    assert read(Paper.LICENCE, line("名称", 0.1, 0.3), line("住所", 0.1, 0.4)) == {}


def test_the_place_of_a_value_is_its_own_and_not_the_labels() -> None:
    (name,) = read_items(Paper.ID_CARD, [ID_FRONT[0]])
    assert name.box.left > ID_FRONT[0].box.left + 0.03
    assert name.box.right == ID_FRONT[0].box.right


def test_neither_a_line_nor_an_item_prints_its_text() -> None:
    read_ = read_items(Paper.ID_CARD, ID_FRONT)
    assert "郭" not in repr(ID_FRONT)
    assert "郭" not in repr(read_)
    assert "3101" not in repr(read_)


FRACTIONS = st.floats(0, 1)
BOXES = st.builds(Box, FRACTIONS, FRACTIONS, FRACTIONS, FRACTIONS)
TEXTS = st.one_of(
    st.text(max_size=30),
    st.sampled_from([each.text for each in (*ID_FRONT, *ID_BACK, *LICENCE)]),
)


@given(st.sampled_from(Paper), st.lists(st.builds(ReadLine, TEXTS, FRACTIONS, BOXES), max_size=12))
def test_whatever_was_read_each_item_comes_once(paper: Paper, lines: list[ReadLine]) -> None:
    found = read_items(paper, lines)
    items = [each.item for each in found]
    assert len(items) == len(set(items))
    assert I.OTHER not in items
    assert I.PERIOD not in items
    assert all(each.text for each in found)
