import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.validators import email


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("name@sample.cn", "name@sample.cn"),
        (" Name.Last+x＠Mail.Sample.CN ", "Name.Last+x@mail.sample.cn"),
        ("name@sample。cn", "name@sample.cn"),
        ("mailto:a@b.cn", "a@b.cn"),
    ],
)
def test_addresses(text: str, value: str) -> None:
    judged = email.validate(text)
    assert (judged.value, judged.is_right) == (value, True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "name",
        "name@@mail",
        "name@mail",
        "@sample.cn",
        "a..b@sample.cn",
        ".a@sample.cn",
        "a@-sample.cn",
        "a@sample..cn",
        "姓名@sample.cn",
        "a@b@sample.cn",
        "a" * 92 + "@sample.cn",
    ],
)
def test_what_is_no_address(text: str) -> None:
    assert email.validate(text).fault is not None


def test_the_longest_address() -> None:
    assert email.validate("a" * 90 + "@sample.cn").is_right


@given(st.emails().filter(lambda text: len(text) <= 100 and text.isascii()))
def test_addresses_of_the_standard(text: str) -> None:
    assert email.validate(text).is_right


@given(st.text(max_size=30))
def test_nothing_raises(text: str) -> None:
    email.validate(text)
