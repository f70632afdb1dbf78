"""Filings that share a sponsor, a domain, a telephone or a person: each found, and not found."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from butler_desktop.domain.access import Resource
from butler_desktop.domain.case import Case
from butler_desktop.domain.check_coexistence import COEXISTENCE_CHECKS, ON_ONE_RESOURCE
from butler_desktop.domain.checks import findings
from butler_desktop.domain.coexistence import coexisting, keys_of
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.form_shape import Leaf
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.rulebook import Rulebook
from tests.builders import a_filing, an_order

TODAY = date(2026, 11, 22)


def row(form: Particulars, **facts: Any) -> dict[str, Any]:
    told = {
        "number": "BA-2611-0007",
        "sponsor_name": "别家公司",
        "service_name": form.service.service_name,
        "filing_kind": form.filing_kind,
        "state": "collecting",
    }
    return told | keys_of(form) | facts


@pytest.fixture
def found(rulebook: Rulebook) -> Any:
    def examined(form: Particulars, *others: dict[str, Any]) -> dict[str, str]:
        case = Case(coexisting=coexisting(form, others))
        hits = findings(form, rulebook, TODAY, COEXISTENCE_CHECKS, case)
        return {f"{it.rule} {it.path}": it.severity for it in hits}

    return examined


def other_sponsor(form: Particulars, **values: Leaf) -> Particulars:
    """A form of another sponsor that shares nothing, and then ``values``."""
    made = Particulars.empty("first_filing")
    made = made.with_value("subject.certificate_number", "92500105TE5T000169")
    for path, value in values.items():
        made = made.with_value(path.replace("__", "."), value)
    return made


def test_nothing_shared_nothing_found(forms: dict[str, Particulars], found: Any) -> None:
    assert found(forms["F00"], row(other_sponsor(forms["F00"]))) == {}
    assert found(Particulars.empty("first_filing"), row(forms["F00"])) == {}


@pytest.mark.parametrize(
    ("state", "kind", "weighs"),
    [
        ("authority_review", "new_service", "warning"),
        ("collecting", "first_filing", "warning"),
        ("collecting", "new_service", None),
        ("approved", "first_filing", None),
    ],
)
def test_a_sponsor_twice_in_flight(
    state: str, kind: str, weighs: str | None, forms: dict[str, Particulars], found: Any
) -> None:
    hits = found(forms["F00"], row(forms["F00"], state=state, filing_kind=kind))
    assert hits.get("K03 subject.certificate_number") == weighs


def test_one_domain_in_two_open_filings(forms: dict[str, Particulars], found: Any) -> None:
    form = forms["F00"]
    same = other_sponsor(form, service__domain=f"WWW.{form.service.domain}".upper()[4:])
    assert found(form, row(same)) == {"D19 service.domain": "warning"}
    assert found(form, row(same, state="approved")) == {}


def test_a_mobile_of_another_sponsor(forms: dict[str, Particulars], found: Any) -> None:
    form = forms["F00"]
    same = other_sponsor(form, service_pic__mobile=form.subject_pic.mobile)
    hits = found(form, row(same))
    assert hits["P21 subject_pic.mobile"] == "warning"
    own = row(same, certificate_key=keys_of(form)["certificate_key"], filing_kind="new_service")
    assert not [hit for hit in found(form, own) if hit.startswith("P21")]


def test_a_province_that_forbids_it(forms: dict[str, Particulars], found: Any) -> None:
    tianjin = forms["F00"].with_value("province", "120000")
    same = other_sponsor(tianjin, subject_pic__id_number=tianjin.subject_pic.id_number)
    hits = found(tianjin, row(same))
    assert hits["P22 subject_pic.id_number"] == "error"
    assert "P22 subject_pic.id_number" not in found(forms["F00"], row(same))


def test_one_name_for_two_services_of_a_sponsor(forms: dict[str, Particulars], found: Any) -> None:
    form = forms["F01"]
    assert found(form, row(form, state="approved"))["W17 service.service_name"] == "warning"
    other = row(form, state="approved", service_name="另一个名字")
    assert "W17 service.service_name" not in found(form, other)


def test_a_resource_carries_so_many(forms: dict[str, Particulars], rulebook: Rulebook) -> None:
    form = forms["F00"]
    form = replace(form, access=replace(form.access, resources=(Resource(id="ecs-1"),)))
    order = an_order()
    filings = tuple(a_filing(order, particulars=form) for _ in range(ON_ONE_RESOURCE + 1))

    def hits(count: int) -> set[str]:
        dossier = Dossier(order, filings[:count])
        case = Case(dossier=dossier, filing=filings[0])
        return {it.rule for it in findings(form, rulebook, TODAY, COEXISTENCE_CHECKS, case)}

    assert hits(ON_ONE_RESOURCE) == set()
    assert hits(ON_ONE_RESOURCE + 1) == {"I07"}
