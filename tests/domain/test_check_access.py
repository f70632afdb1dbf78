"""Addresses and cloud resources: each rule firing, and not firing."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.checks import Finding, findings
from butler_desktop.domain.form_shape import Leaf
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.validators.ip_range import Span

TODAY = date(2026, 11, 22)
RANGES = "access.ip_ranges"
REGION, ENDS = "access.resources.ecs-1.region", "access.resources.ecs-1.expires_on"


def found_in(
    form: Particulars, rulebook: Rulebook, province: str, values: dict[str, Leaf]
) -> dict[str, Finding]:
    row = rulebook.provinces.named(province)
    assert row is not None
    form = form.with_value("province", row.code)
    for path, value in values.items():
        form = form.with_value(path, value)
    return {it.rule: it for it in findings(form, rulebook, TODAY) if not it.is_asked}


PROVIDERS: list[tuple[str, bool]] = [
    ("1.2.3.119", True),
    ("1.2.3.250-1.2.4.9", True),
    ("1.2.3.250-1.2.4.11", False),
    ("8.8.8.8", False),
    ("2400:3200::1", True),
    ("2400:3201::1", False),
]


@pytest.mark.parametrize(("address", "is_theirs"), PROVIDERS)
def test_addresses_of_others_warn_where_the_providers_are_known(
    address: str, is_theirs: bool, forms: dict[str, Particulars], rulebook: Rulebook
) -> None:
    spans = ("1.2.4.0-1.2.4.10", "1.2.3.0/24", "2400:3200::/32")
    book = replace(rulebook, provider_ranges=tuple(map(Span.of, spans)))
    found = found_in(forms["F00"], book, "北京", {RANGES: (address,)})
    assert (found["I03"].severity if "I03" in found else "") == ("" if is_theirs else "warning")
    assert "I03" not in found_in(forms["F00"], rulebook, "北京", {RANGES: (address,)})


@given(data=st.data())
def test_spans_cover_what_a_set_of_addresses_covers(data: st.DataObject) -> None:
    numbers = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted)
    spans = [Span(4, first, last) for first, last in data.draw(st.lists(numbers, max_size=5))]
    asked = Span(4, *data.draw(numbers))
    covered = {number for span in spans for number in range(span.first, span.last + 1)}
    wanted = set(range(asked.first, asked.last + 1))
    assert asked.lies_in(spans) == (wanted <= covered)
    assert not Span(6, *asked[1:]).lies_in(spans)


def test_no_range_is_no_range() -> None:
    for text in ("", "1.2.3", "9.9.9.9-1.1.1.1", "1.2.3.4/99"):
        with pytest.raises(ValueError):
            Span.of(text)


CASES: list[tuple[str, dict[str, Leaf], str, str]] = [
    # province, values on F00, rule, severity; none where it must not fire
    ("北京", {REGION: "中国香港"}, "I04", "error"),
    ("北京", {REGION: "cn-hongkong"}, "I04", "error"),
    ("北京", {REGION: "ap-southeast-1"}, "I04", "error"),
    ("北京", {REGION: "us-west-1"}, "I04", "error"),
    ("北京", {REGION: "华北2（北京）"}, "I04", ""),
    ("北京", {REGION: "ap-guangzhou"}, "I04", ""),
    ("北京", {REGION: "cn-northeast-1"}, "I04", ""),
    ("北京", {REGION: None, ENDS: "2030-01-01"}, "I04", ""),
    ("北京", {ENDS: "2026-12-24"}, "I06", "warning"),
    ("北京", {ENDS: "2026-12-25"}, "I06", ""),
    ("北京", {ENDS: "2026-01-01"}, "I06", "warning"),
    ("北京", {ENDS: "长期"}, "I06", ""),
    ("天津", {RANGES: ("1.2.3.4", "1.2.3.5")}, "I08", "info"),
    ("天津", {RANGES: ("1.2.3.4-1.2.3.5",)}, "I08", "info"),
    ("天津", {RANGES: ("1.2.3.4", " 1.2.3.4")}, "I08", ""),
    ("北京", {RANGES: ("1.2.3.4", "1.2.3.5")}, "I08", ""),
]


@pytest.mark.parametrize(("province", "values", "rule", "severity"), CASES)
def test_addresses_and_resources(
    province: str,
    values: dict[str, Leaf],
    rule: str,
    severity: str,
    forms: dict[str, Particulars],
    rulebook: Rulebook,
) -> None:
    found = found_in(forms["F00"], rulebook, province, values)
    assert (found[rule].severity if rule in found else "") == severity
