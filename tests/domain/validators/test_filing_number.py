import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.validators import filing_number

SUBJECT, SERVICE = "京ICP备2023000001号", "京ICP备2023000001号-2A"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (SUBJECT, SUBJECT),
        (" 京icp备 2023000001 号", SUBJECT),
        ("京ＩＣＰ备２０２３０００００１号", SUBJECT),
        ("蜀ICP备12345678号", "蜀ICP备12345678号"),
    ],
)
def test_subject_numbers(text: str, value: str) -> None:
    judged = filing_number.validate_subject(text)
    assert (judged.value, judged.warning) == (value, None)


@pytest.mark.parametrize("text", [SERVICE, "京ICP备2023000001号—2a", "京ICP备2023000001号-1"])
def test_service_numbers(text: str) -> None:
    assert filing_number.validate_service(text).warning is None


@pytest.mark.parametrize(
    "text", ["川ICP备2023000001号", "京ICP备202300001号", "京ICP证000000号", ""]
)
def test_unusual_forms_are_warnings(text: str) -> None:
    judged = filing_number.validate_subject(text)
    assert judged.is_right
    assert judged.warning is not None


def test_every_province_has_its_character(rulebook: Rulebook) -> None:
    characters = "".join(province.icp_abbr for province in rulebook.provinces)
    assert sorted(characters) == sorted(filing_number.ABBREVIATIONS)


@pytest.mark.parametrize(
    ("service", "subject", "belongs"),
    [
        (SERVICE, SUBJECT, True),
        (SERVICE, "京ICP备2023000002号", False),
        (SERVICE, "", False),
        ("京ICP备20230000011号-1", SUBJECT, False),
        (SUBJECT, SUBJECT, False),
    ],
)
def test_whose_service_it_is(service: str, subject: str, belongs: bool) -> None:
    assert filing_number.belongs_to(service, subject) is belongs


@pytest.mark.parametrize(
    ("subject", "service", "abbr", "existing", "number", "said"),
    [
        (SUBJECT, SERVICE, "京", "", None, ""),
        (SUBJECT, SERVICE, "", SUBJECT, None, ""),
        ("", SERVICE, "京", "", "subject_number", "没有主体备案号"),
        (SUBJECT, " ", "京", "", "service_number", "没有服务备案号"),
        (SUBJECT, SERVICE, "沪", "", "subject_number", "主体备案号应以“沪”开头"),
        ("京ICP备12号", "京ICP备12号-1", "京", "", "subject_number", "主体备案号应如"),
        (SUBJECT, "京ICP备2023000009号-1", "京", "", "service_number", "加“-序号”"),
        (SUBJECT, f"{SUBJECT}-1Z", "京", "", "service_number", "服务备案号应如"),
        (SUBJECT, SERVICE, "京", "京ICP备2023000009号", "subject_number", "现有主体备案号是"),
    ],
)
def test_both_numbers_of_an_approval(
    subject: str, service: str, abbr: str, existing: str, number: str | None, said: str
) -> None:
    fault = filing_number.numbers_fault(subject, service, abbr, existing)
    assert (fault.number if fault else None) == number
    assert fault is None or said in fault.words.zh


@given(st.text(max_size=30), st.text(max_size=30))
def test_nothing_raises(one: str, other: str) -> None:
    filing_number.validate_subject(one)
    filing_number.validate_service(other)
    filing_number.numbers_fault(one, other, "京")
