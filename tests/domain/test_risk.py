from datetime import date
from typing import Any

import pytest

from butler_desktop.domain.checks import Finding
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.risk import RiskLevel, risk_of
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.words import Words


def finding(severity: str, path: str, **given: Any) -> Finding:
    return Finding(
        "K01", severity, path, Words("有误", "wrong"), "GK", as_of=date(2026, 1, 1), **given
    )


@pytest.mark.parametrize(
    ("found", "level"),
    [
        ((), RiskLevel.LOW),
        ((finding("info", "province"),), RiskLevel.LOW),
        ((finding("warning", "fact:sites_open", is_asked=True),), RiskLevel.LOW),
        ((finding("warning", "subject_pic.mobile", is_asked=True),), RiskLevel.MEDIUM),
        ((finding("warning", "province"),), RiskLevel.MEDIUM),
        ((finding("warning", "province"), finding("error", "province")), RiskLevel.HIGH),
    ],
)
def test_the_worst_that_is_open_decides(
    found: tuple[Finding, ...],
    level: RiskLevel,
    forms: dict[str, Particulars],
    rulebook: Rulebook,
) -> None:
    assert risk_of(forms["F00"], rulebook, found).level is level


def test_it_is_told_by_part_with_the_authoritys_time(
    forms: dict[str, Particulars], rulebook: Rulebook
) -> None:
    found = (
        finding("error", "subject.sponsor_name"),
        finding("warning", "subject.mailing_address"),
        finding("error", "material:sponsor_cert"),
        finding("warning", "fact:sites_open", is_asked=True),
    )
    risk = risk_of(forms["F00"], rulebook, found)
    assert [(it.title.zh, it.errors, it.warnings) for it in risk.groups] == [
        ("主办者", 1, 1),
        ("材料", 1, 0),
    ]
    assert risk.asked == 1
    assert risk.days == (15, 17)
    assert risk_of(Particulars.empty("first_filing"), rulebook, ()).days is None
