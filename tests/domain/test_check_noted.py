"""Questions that nothing but a butler can answer: when they are asked, and what answers do."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.asked_question import asked_questions, digest_of
from butler_desktop.domain.case import FORM_ALONE, Case
from butler_desktop.domain.checks import ERROR, INFO, WARNING, Finding, findings
from butler_desktop.domain.examination import Examined
from butler_desktop.domain.fact_question import place_of_question
from butler_desktop.domain.material import Material
from butler_desktop.domain.noted_fact import NotedFact
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.validators.iso_date import months_after

TODAY = date(2026, 11, 22)
AT = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)


def a_paper(kind: str, sha256: str = "a" * 64, **given: Any) -> Material:
    values: dict[str, Any] = {
        "id": kind,
        "order_id": "o",
        "filing_id": "f",
        "material_kind": kind,
        "file_name": f"{kind}.jpg",
        "sha256": sha256,
        "byte_size": 1,
        "media_type": "image/jpeg",
        "attached_at": AT,
        "attached_by": "林晓雯",
    }
    return Material(**(values | given))


class Desk:
    """A form with what was noted of it."""

    def __init__(self, rulebook: Rulebook, form: Particulars, *papers: Material) -> None:
        self.rulebook, self.form = rulebook, form
        self.case = Case(papers=papers) if papers else FORM_ALONE

    def examined(self, today: date = TODAY) -> Examined:
        return Examined(self.form, self.rulebook, today, self.case)

    def note(self, place: str, answer: str, day: date = TODAY, words: str = "") -> None:
        (asked,) = [it for it in asked_questions(self.examined()) if it.place == f"fact:{place}"]
        fact = NotedFact(
            f"{len(self.case.noted):04}",
            asked.question.id,
            asked.about,
            answer,
            day.isoformat(),
            AT,
            "林晓雯",
            words,
            digest_of(asked.question, asked.about, self.examined()),
        )
        self.case = replace(self.case, noted=(*self.case.noted, fact))

    def found(self, place: str, today: date = TODAY) -> Finding | None:
        found = findings(self.form, self.rulebook, today, case=self.case)
        return next((it for it in found if it.place == f"fact:{place}"), None)


@pytest.fixture
def desk(rulebook: Rulebook, forms: dict[str, Particulars]) -> Any:
    def opened(entry: str, *papers: Material, **given: Any) -> Desk:
        form = forms[entry]
        for path, value in given.items():
            form = form.with_value(path.replace("__", "."), value)
        return Desk(rulebook, form, *papers)

    return opened


CASES: list[tuple[str, dict[str, Any], str, str, str, str, str]] = [
    # form, changes, question, bad answer, rule, its severity, good answer
    ("F00", {}, "open_elsewhere", "open", "K03", ERROR, "none"),
    ("F00", {}, "several_numbers", "several", "K22", WARNING, "none"),
    ("F00", {}, "domain_on_record", "other", "K02", ERROR, "none"),
    ("F00", {}, "registry_fits", "differs", "S09", WARNING, "same"),
    ("F00", {}, "registrar_approved", "not_approved", "D05", ERROR, "approved"),
    ("F03", {}, "record_certificate", "differs", "K05", ERROR, "same"),
    ("F03", {}, "record_certificate", "merged", "K05", WARNING, "same"),
    ("F03", {}, "record_province", "other", "K06", ERROR, "same"),
    ("F03", {}, "record_domains", "changed", "K07", ERROR, "same"),
    ("F03", {}, "record_domains", "added", "K08", ERROR, "fewer"),
    ("F01", {"province": "420000"}, "record_has_service", "empty", "K10", WARNING, "some"),
    ("F02", {}, "record_name", "differs", "K14", WARNING, "same"),
    ("F05", {}, "record_service_person", "differs", "K14", ERROR, "same"),
    ("F02", {}, "record_old_certificate", "old", "K15", WARNING, "present"),
    ("F02", {}, "record_subject", "differs", "S22", WARNING, "same"),
    ("F02", {}, "record_mobile", "dead", "P30", WARNING, "alive"),
    ("F01", {}, "sites_open", "down", "K16", WARNING, "open"),
    ("F01", {}, "sites_footer", "missing", "K17", WARNING, "shown"),
    ("F01", {}, "sites_link", "missing", "K18", WARNING, "linked"),
    ("F02", {}, "sites_number_kind", "service", "K19", WARNING, "subject"),
    ("F01", {}, "sites_number_kind", "subject", "K19", WARNING, "service"),
    ("F01", {}, "sites_content", "differs", "K20", WARNING, "fits"),
    ("F01", {}, "record_domains_held", "lost", "K21", WARNING, "held"),
    ("F03", {}, "site_title", "differs", "W35", ERROR, "same"),
    ("F03", {}, "site_address", "differs", "I05", WARNING, "same"),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "given", "place", "bad", "rule", "severity", "good"), CASES)
def test_unanswered_asks_unsound_breaks_the_rule_sound_is_silent(
    entry: str, given: Any, place: str, bad: str, rule: str, severity: str, good: str, desk: Any
) -> None:
    here = desk(entry, **given)
    asked = here.found(place)
    assert asked is not None
    assert asked.is_asked
    assert asked.severity in (WARNING, INFO)
    assert asked.message.zh.endswith("？")
    here.note(place, bad)
    broken = here.found(place)
    assert broken is not None
    assert (broken.rule, broken.severity, broken.is_asked) == (rule, severity, False)
    assert "{" not in broken.message.zh + broken.message.en
    here.note(place, good)
    assert here.found(place) is None


def test_every_question_is_asked_of_some_form_or_paper(
    rulebook: Rulebook, forms: dict[str, Particulars]
) -> None:
    papers = tuple(a_paper(it.id) for it in rulebook.materials)
    raised = set()
    for form in forms.values():
        for province in rulebook.provinces:
            for scope in ("subject", "both", form.change_scope):
                other = replace(form, province=province.code, change_scope=scope)
                examined = Examined(other, rulebook, TODAY, Case(papers=papers))
                raised |= {it.question.id for it in asked_questions(examined)}
    assert raised == {it.id for it in rulebook.questions}


@pytest.mark.parametrize("kind", ["first_filing", "new_service", "access_filing", "change_filing"])
def test_an_empty_form_raises_no_question(kind: str, rulebook: Rulebook) -> None:
    examined = Examined(Particulars.empty(kind), rulebook, TODAY)
    assert list(asked_questions(examined)) == []


def test_an_answer_grows_stale_and_is_asked_again(desk: Any) -> None:
    here = desk("F00")
    here.note("open_elsewhere", "none", TODAY - timedelta(days=7))
    assert here.found("open_elsewhere") is None
    late = here.found("open_elsewhere", TODAY + timedelta(days=1))
    assert late is not None
    assert late.is_asked
    assert "上次核实 2026-11-15" in late.message.zh


def test_of_another_value_the_answer_says_nothing(desk: Any) -> None:
    here = desk("F00")
    here.note("domain_on_record", "none")
    assert here.found("domain_on_record") is None
    here.form = here.form.with_value("service.domain", "another.cn")
    assert here.found("domain_on_record") is not None


def test_an_answer_that_was_taken_back_is_asked_again(desk: Any) -> None:
    here = desk("F00")
    here.note("domain_on_record", "none")
    here.note("domain_on_record", "")
    assert here.found("domain_on_record").is_asked


def test_what_was_said_with_the_answer_is_in_the_sentence(desk: Any) -> None:
    here = desk("F01")
    here.note("sites_open", "down", words="www.old.cn")
    assert here.found("sites_open").message.zh == "已备案网站无法访问（www.old.cn），可能被驳回"


def test_each_picture_is_looked_at_until_it_is_replaced(desk: Any) -> None:
    here = desk(
        "F00", a_paper("sponsor_cert"), a_paper("domain_cert", media_type="application/pdf")
    )
    asked = here.found("picture_seen:sponsor_cert")
    assert asked.rule == "M08"
    assert "营业执照" in asked.message.zh
    assert here.found("picture_seen:domain_cert") is None
    here.note("picture_seen:sponsor_cert", "good", TODAY - timedelta(days=90))
    assert here.found("picture_seen:sponsor_cert") is None
    here.case = replace(here.case, papers=(a_paper("sponsor_cert", "b" * 64),))
    assert here.found("picture_seen:sponsor_cert") is not None


def test_a_province_names_the_seal_of_its_licences(desk: Any) -> None:
    here = desk("F00", a_paper("sponsor_cert"), province="460000")
    assert (
        "海南省市场监督管理局商事登记专用章" in here.found("licence_seal:sponsor_cert").message.zh
    )
    assert desk("F00", a_paper("sponsor_cert")).found("licence_seal:sponsor_cert") is None


def test_a_signed_paper_is_asked_for_its_seal_and_its_day(desk: Any) -> None:
    here = desk("F00", a_paper("filing_commitment"), a_paper("auth_both"), a_paper("sponsor_cert"))
    assert here.found("paper_signed:filing_commitment").rule == "M13"
    assert here.found("paper_signed:sponsor_cert") is None
    assert here.found("paper_day:filing_commitment").rule == "M11"
    assert here.found("letter_day:auth_both").rule == "P04"
    here.note("paper_signed:filing_commitment", "lacking")
    assert not here.found("paper_signed:filing_commitment").is_asked


@given(age=st.integers(-40, 160))
def test_a_letter_counts_for_three_months(rulebook: Rulebook, age: int) -> None:
    here = Desk(rulebook, Particulars.empty("first_filing"), a_paper("auth_both"))
    day = TODAY - timedelta(days=age)
    here.note("letter_day:auth_both", day.isoformat())
    is_sound = age >= 0 and months_after(day, 3) >= TODAY
    assert (here.found("letter_day:auth_both") is None) == is_sound


def test_second_looks_start_anew_when_a_value_changes(desk: Any) -> None:
    here = desk("F00", a_paper("sponsor_cert"))
    assert here.found("papers_compared").severity == INFO
    here.note("papers_compared", "same")
    assert here.found("papers_compared") is None
    here.form = here.form.with_value("subject.sponsor_name", "北京另一家公司")
    assert here.found("papers_compared") is not None


def test_a_rename_needs_its_letter(desk: Any) -> None:
    here = desk("F03", change_scope="both")
    here.note("sponsor_renamed", "renamed")
    assert here.found("sponsor_renamed").rule == "S12"
    here.case = replace(here.case, papers=(a_paper("rename_letter"),))
    assert here.found("sponsor_renamed") is None


def test_another_sponsor_and_a_later_change_where_a_province_refuses(
    desk: Any, rulebook: Rulebook
) -> None:
    def raised(entry: str, place: str, **given: Any) -> list[Desk]:
        made = (desk(entry, province=it.code, **given) for it in rulebook.provinces)
        return [it for it in made if it.found(place) is not None]

    swap = raised("F03", "other_sponsor", change_scope="both")
    assert 0 < len(swap) < 31
    for here in swap:
        here.note("other_sponsor", "accepted")
        assert here.found("other_sponsor") is None
    here.note("other_sponsor", "other")
    assert here.found("other_sponsor").rule == "K24"
    (later,) = raised("F02", "change_after_access")
    later.note("change_after_access", "change")
    assert later.found("change_after_access").rule == "K25"


def test_a_province_that_checks_sites_itself_weighs_them_more(desk: Any) -> None:
    weights = set()
    for code in ("310000", "110000", "440000", "330000", "120000", "420000", "370000", "130000"):
        here = desk("F01", province=code)
        here.note("sites_open", "down")
        weights.add(here.found("sites_open").severity)
    assert WARNING in weights


def test_places_of_questions_name_their_paper() -> None:
    assert place_of_question("a") == "fact:a"
    assert place_of_question("a", "b") == "fact:a:b"
