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
    ],
)
def test_the_host_of_what_was_pasted(text: str, value: str) -> None:
    assert tidy.host(text) == value


MARKS = "a1:/.@-+86()（）－。 \u200b\u3000?#0～至\\A，年月日"


@pytest.mark.parametrize("function", ALL)
def test_marks_in_any_order_are_tidied_once(function: object) -> None:
    @given(st.text(st.sampled_from(MARKS), max_size=14))
    @settings(max_examples=400)
    def tidies_once(text: str) -> None:
        assert callable(function)
        once = function(text)
        assert function(once) == once

    tidies_once()
