import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from butler_desktop.domain.validators import tidy

ALL = (
    tidy.prose,
    tidy.compact,
    tidy.code,
    tidy.phone,
    tidy.email,
    tidy.host,
    tidy.network,
    tidy.filing_number,
    tidy.fingerprint,
    tidy.date,
)


def test_prose_keeps_the_width_of_its_marks() -> None:
    assert tidy.prose("\u200b 云杉（杭州）有限公司\ufeff") == "云杉（杭州）有限公司"
    assert tidy.prose("第一行\n第二行 ") == "第一行\n第二行"


def test_names_beyond_the_first_plane_survive() -> None:
    assert tidy.prose("吴𬱖·𠅤") == "吴𬱖·𠅤"


@pytest.mark.parametrize("function", ALL)
def test_tidying_twice_is_tidying_once(function: object) -> None:
    @given(st.text(max_size=24))
    def tidies_once(text: str) -> None:
        assert callable(function)
        once = function(text)
        assert function(once) == once

    tidies_once()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("https://www.Sample.cn:443/a?b#c", "www.sample.cn"),
        ("//www.sample.cn", "www.sample.cn"),
        ("www.sample.cn.", "www.sample.cn"),
        ("name@sample.cn", "sample.cn"),
        ("https:\\\\www.sample.cn", "www.sample.cn"),
        ("网址：https://www.sample.cn/", "www.sample.cn"),
        ("域名:sample.cn", "sample.cn"),
        ("例子.中国:8080", "例子.中国"),
    ],
)
def test_the_host_of_what_was_pasted(text: str, value: str) -> None:
    assert tidy.host(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("(+86)13812341234", "13812341234"),
        ("（86）138 1234 1234", "13812341234"),
        ("tel:+8613812341234", "13812341234"),
        ("手机：138.1234.1234", "13812341234"),
        ("+86 10 12345678", "01012345678"),
        ("+86-571-8888 0000", "0571-88880000"),
        ("+86(0)10-12345678", "010-12345678"),
        ("0086 21 12345678", "02112345678"),
        ("+86 400 820 8820", "4008208820"),
        ("+86 95588", "95588"),
        ("010-12345678", "010-12345678"),
        ("12345678", "12345678"),
        ("电话：见附件", "电话:见附件"),
    ],
)
def test_the_number_of_what_was_pasted(text: str, value: str) -> None:
    assert tidy.phone(text) == value


@given(st.sampled_from(["+86", "+86 ", "(+86)", "0086-", "tel:+86", "手机：", ""]), st.data())
def test_a_mobile_is_found_however_it_is_written(before: str, data: st.DataObject) -> None:
    number = data.draw(st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True))
    between = data.draw(st.sampled_from(["", " ", "-", ".", "\u3000"]))
    assert tidy.phone(before + between.join((number[:3], number[3:7], number[7:]))) == number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("张三 <a@B.cn>", "a@b.cn"),
        ("张三＜a@b.cn＞", "a@b.cn"),
        ("<mailto:a@b.cn>", "a@b.cn"),
        ("a@b.cn", "a@b.cn"),
        ("张三 <见附件>", "张三<见附件>"),
    ],
)
def test_the_mail_address_of_what_was_pasted(text: str, value: str) -> None:
    assert tidy.email(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("http://47.96.1.2:8080/index", "47.96.1.2"),
        ("47.96.1.2－47.96.1.9", "47.96.1.2-47.96.1.9"),
        ("至://", "-://"),
    ],
)
def test_the_address_of_what_was_pasted(text: str, value: str) -> None:
    assert tidy.network(text) == value


MARKS = "a1:/.@-+86()（）－。 \u200b\u3000?#0～至\\A，:<>年月日"


@pytest.mark.parametrize("function", ALL)
def test_marks_in_any_order_are_tidied_once(function: object) -> None:
    @given(st.text(st.sampled_from(MARKS), max_size=14))
    @settings(max_examples=400)
    def tidies_once(text: str) -> None:
        assert callable(function)
        once = function(text)
        assert function(once) == once

    tidies_once()
