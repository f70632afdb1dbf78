"""Apps: one name everywhere, and one application each for private persons."""

from datetime import date

from butler_desktop.domain.checks import Finding, findings
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.rulebook import Rulebook

TODAY = date(2026, 11, 22)
NAME = "service.platforms.android.app_name"


def of_rule(rule: str, form: Particulars, rulebook: Rulebook) -> list[Finding]:
    return [it for it in findings(form, rulebook, TODAY) if it.rule == rule]


def test_another_name_on_a_platform_is_an_error(
    forms: dict[str, Particulars], rulebook: Rulebook
) -> None:
    form = forms["F08"]
    (found,) = of_rule("A07", form.with_value(NAME, "云杉别名"), rulebook)
    assert (found.severity, found.path) == ("error", NAME)
    assert found.message.zh == "各平台 APP 名称须一致（Android）"
    assert found.fix is not None
    mended = form.with_value(found.fix.path, found.fix.value)
    assert of_rule("A07", mended, rulebook) == []
    assert of_rule("A07", form, rulebook) == []


def test_a_private_person_files_site_and_app_apart(
    forms: dict[str, Particulars], rulebook: Rulebook
) -> None:
    both = forms["F04"].with_value("service.platforms", ("android",))
    (found,) = of_rule("A08", both, rulebook)
    assert (found.severity, found.path) == ("warning", "service.service_kind")
    assert of_rule("A08", forms["F04"], rulebook) == []
    unit = forms["F00"].with_value("service.platforms", ("android",))
    assert of_rule("A08", unit, rulebook) == []
