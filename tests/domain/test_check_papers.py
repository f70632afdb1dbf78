"""The papers of a filing under examination: each check found, and not found."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from butler_desktop.domain.case import Case
from butler_desktop.domain.check_papers import PAPER_CHECKS
from butler_desktop.domain.checks import findings
from butler_desktop.domain.form_shape import Leaf
from butler_desktop.domain.material import Material
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.rulebook import Rulebook

TODAY = date(2026, 11, 22)
ALL_OF_A_COMPANY = (
    "sponsor_cert",
    "subject_pic_id",
    "service_pic_id",
    "filing_commitment",
    "face_photo",
    "domain_realname",
)


def paper(kind: str, sha256: str = "", **facts: Any) -> Material:
    facts = {"byte_size": 200_000, "media_type": "image/jpeg", **facts}
    at = datetime(2026, 11, 20, tzinfo=UTC)
    return Material(
        kind,
        "o",
        "f",
        kind,
        f"{kind}.jpg",
        sha256 or kind,
        attached_at=at,
        attached_by="林",
        **facts,
    )


@pytest.fixture
def found(rulebook: Rulebook) -> Any:
    def examined(form: Particulars, papers: Iterable[Material]) -> dict[str, str]:
        case = Case(papers=tuple(papers))
        hits = findings(form, rulebook, TODAY, PAPER_CHECKS, case)
        return {f"{it.rule} {it.path.removeprefix('material:')}": it.severity for it in hits}

    return examined


def of_kinds(*kinds: str) -> list[Material]:
    return [paper(kind) for kind in kinds]


def test_a_company_with_all_its_papers(forms: dict[str, Particulars], found: Any) -> None:
    assert found(forms["F00"], of_kinds(*ALL_OF_A_COMPANY)) == {}


def test_of_a_form_alone_nothing_is_said(forms: dict[str, Particulars], rulebook: Rulebook) -> None:
    assert findings(forms["F00"], rulebook, TODAY, PAPER_CHECKS) == ()


def test_missing_papers_bar_those_for_submission_warn(
    forms: dict[str, Particulars], found: Any
) -> None:
    hits = found(forms["F00"], of_kinds("subject_pic_id", "domain_realname"))
    assert hits == {
        "M01 sponsor_cert": "error",
        "M01 face_photo": "warning",
        "M01 filing_commitment": "error",
    }


RULED: list[tuple[str, dict[str, Leaf], str, str]] = [
    # form, what it says, the finding without the paper, its severity
    ("F00", {"province": "310000"}, "M12 filing_commitment", "error"),
    ("F00", {"province": "320000"}, "M12 authenticity_notice", "error"),
    ("F00", {"province": "320000"}, "M12 authenticity_commitment", "error"),
    ("F00", {"province": "320000"}, "D20 domain_cert", "warning"),
    ("F00", {"province": "540000"}, "M12 party_building", "error"),
    ("F04", {"province": "310000"}, "P26 residence_proof", "error"),
    (
        "F00",
        {"province": "150000", "subject.sponsor_kind": "government"},
        "S24 institution_form",
        "error",
    ),
    (
        "F00",
        {"province": "230000", "subject.sponsor_kind": "government"},
        "S24 institution_form",
        "warning",
    ),
    ("F00", {"subject_pic.is_legal_rep": False}, "P02 auth_both", "error"),
    (
        "F00",
        {
            "province": "310000",
            "service_pic.is_legal_rep": False,
            "service_pic.name": "别人",
            "service_pic.id_number": "330106199909061800",
        },
        "P03 auth_service",
        "error",
    ),
    (
        "F00",
        {"province": "510000", "service.extra_domains": tuple(f"a{n}.cn" for n in range(6))},
        "W33 sealed_statement",
        "error",
    ),
    (
        "F00",
        {"province": "310000", "service.service_name": "云杉旅行社"},
        "M12 travel_licence",
        "error",
    ),
    (
        "F00",
        {"province": "150000", "subject.legal_rep_id_number": "110105198208159352"},
        "M12 holding_photo",
        "error",
    ),
]


@pytest.mark.parametrize(("entry", "says", "finding", "severity"), RULED)
def test_a_province_asks_for_a_paper(
    entry: str,
    says: dict[str, Leaf],
    finding: str,
    severity: str,
    forms: dict[str, Particulars],
    found: Any,
) -> None:
    form = forms[entry]
    for path, value in says.items():
        form = form.with_value(path, value)
    papers = of_kinds("sponsor_cert", "subject_pic_id")
    assert found(form, papers).get(finding) == severity
    _, kind = finding.split()
    assert finding not in found(form, [*papers, paper(kind)])
    assert finding not in found(forms[entry], papers)


FLAGS = [
    ("pdf", "M02", "info"),
    ("too_large", "M03", "info"),
    ("too_small", "M04", "warning"),
    ("low_resolution", "M05", "warning"),
    ("greyscale", "M06", "warning"),
    ("incomplete", "M07", "warning"),
    ("blurred", "E07", "warning"),
    ("cut_edge", "E08", "warning"),
]


@pytest.mark.parametrize(("flag", "rule", "severity"), FLAGS)
def test_what_was_measured_is_told(
    flag: str, rule: str, severity: str, forms: dict[str, Particulars], found: Any
) -> None:
    others = [paper(kind) for kind in ALL_OF_A_COMPANY[1:]]
    hits = found(forms["F00"], [paper("sponsor_cert", flags=(flag,)), *others])
    assert hits == {f"{rule} sponsor_cert": severity}


def test_an_icon_that_is_too_large(forms: dict[str, Particulars], found: Any) -> None:
    large = found(forms["F08"], [paper("app_icon", flags=("too_large",))])
    assert large["A05 app_icon"] == "warning"
    assert "A05 app_icon" not in found(forms["F08"], [paper("app_icon")])


def test_one_side_of_a_card(forms: dict[str, Particulars], found: Any) -> None:
    front = found(forms["F00"], of_kinds("subject_pic_id_front"))
    assert front["M09 subject_pic_id_back"] == "error"
    both = found(forms["F00"], of_kinds("subject_pic_id_front", "subject_pic_id_back"))
    assert not [hit for hit in both if hit.startswith("M09")]


def test_one_picture_for_two_papers(forms: dict[str, Particulars], found: Any) -> None:
    twice = [paper("sponsor_cert", "same"), paper("domain_cert", "same")]
    assert found(forms["F00"], twice)["M10 domain_cert"] == "warning"
    once = [paper("sponsor_cert"), paper("domain_cert")]
    assert "M10 domain_cert" not in found(forms["F00"], once)


def test_a_promise_that_hubei_does_not_take(forms: dict[str, Particulars], found: Any) -> None:
    papers = [paper("not_involved_commitment")]
    trains = forms["F00"].with_value("service.service_name", "云杉教育培训")
    assert found(trains.with_value("province", "420000"), papers)["W25 not_involved_commitment"]
    assert "W25 not_involved_commitment" not in found(trains, papers)


def test_a_plan_from_a_number_of_sites_on(
    forms: dict[str, Particulars], rulebook: Rulebook
) -> None:
    from butler_desktop.domain.checklist import checklist

    form = forms["F00"].with_value("province", "430000")
    one = {it.kind: it for it in checklist(form, rulebook, {}, sites=1)}
    two = {it.kind: it for it in checklist(form, rulebook, {}, sites=2)}
    assert "construction_plan" not in one
    assert (two["construction_plan"].rule, two["construction_plan"].is_missing) == ("W32", True)
