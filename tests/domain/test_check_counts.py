"""How many sites and domains a province takes: each limit reached, and not reached."""

from dataclasses import replace
from datetime import date

from butler_desktop.domain.case import Case
from butler_desktop.domain.checks import Finding, findings
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing import Filing
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.rulebook import Rulebook
from tests.builders import a_filing, an_order

TODAY = date(2026, 11, 22)


def limits(
    form: Particulars,
    rulebook: Rulebook,
    province: str,
    sites: int,
    others: tuple[tuple[FilingState, int], ...] = (),
) -> list[Finding]:
    """What is found of a filing of so many sites, beside others of the sponsor's order."""
    row = rulebook.provinces.named(province)
    assert row is not None
    form = form.with_value("province", row.code)
    order = an_order()
    filing = replace(a_filing(order, particulars=form), id="f0", site_count=sites)
    beside: tuple[Filing, ...] = tuple(
        replace(filing, id=f"f{number}", state=state, site_count=count)
        for number, (state, count) in enumerate(others, 1)
    )
    case = Case.of(Dossier(order, (filing, *beside)), filing)
    found = findings(form, rulebook, TODAY, case=case)
    return [it for it in found if it.rule == "W31"]


def test_sites_of_one_application(forms: dict[str, Particulars], rulebook: Rulebook) -> None:
    (found,) = limits(forms["F00"], rulebook, "湖北", 2)
    assert found.severity == "error"
    assert found.message.zh == "网站或域名数量超过该省上限：每次最多 1 个网站"
    assert limits(forms["F00"], rulebook, "湖北", 1) == []
    assert limits(forms["F00"], rulebook, "北京", 99) == []
    (medium,) = limits(forms["F04"], rulebook, "黑龙江", 3)
    assert medium.severity == "warning"
    assert limits(forms["F04"], rulebook, "黑龙江", 2) == []
    assert limits(forms["F03"], rulebook, "山西", 9) == []  # not for change filings


def test_sites_in_all(forms: dict[str, Particulars], rulebook: Rulebook) -> None:
    many = ((FilingState.APPROVED, 20), (FilingState.SUBMITTED, 9))
    assert limits(forms["F00"], rulebook, "陕西", 1, many) == []
    (found,) = limits(forms["F00"], rulebook, "陕西", 2, many)
    assert found.message.zh.endswith("总共最多 30 个网站")
    released = (*many, (FilingState.WITHDRAWN, 5))
    assert limits(forms["F00"], rulebook, "陕西", 1, released) == []


def test_fewer_at_a_time_after_many(forms: dict[str, Particulars], rulebook: Rulebook) -> None:
    many = ((FilingState.APPROVED, 15), (FilingState.SUBMITTED, 4))
    assert limits(forms["F00"], rulebook, "江西", 2, many) == []
    more = (*many, (FilingState.CLOSED, 1))
    (found,) = limits(forms["F00"], rulebook, "江西", 2, more)
    assert found.message.zh.endswith("已备案超过 15 个的，每次最多 1 个网站")
    assert limits(forms["F00"], rulebook, "江西", 1, more) == []
    (person,) = limits(forms["F04"], rulebook, "江西", 2, ((FilingState.APPROVED, 8),))
    assert "7" in person.message.zh


def test_domains_of_one_site(forms: dict[str, Particulars], rulebook: Rulebook) -> None:
    form = forms["F10"]
    twice = form.with_value("service.extra_domains", ("sample-b.cn",))
    (found,) = (it for it in findings(twice, rulebook, TODAY) if it.rule == "W31")
    assert (found.severity, found.path) == ("error", "service.extra_domains")
    same = form.with_value("service.extra_domains", (form.service.domain or "",))
    assert not [it for it in findings(same, rulebook, TODAY) if it.rule == "W31"]
    elsewhere = twice.with_value("province", "110000")
    assert not [it for it in findings(elsewhere, rulebook, TODAY) if it.rule == "W31"]
