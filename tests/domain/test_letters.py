"""Which letters a form may have, what each lacks, and that no slot of one stays empty."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from butler_desktop.domain.form import FIELDS
from butler_desktop.domain.letter import BlockSort, Letter
from butler_desktop.domain.letters import (
    FINGERPRINT,
    SEAL,
    LetterOffer,
    filled_letter,
    letter_offer,
    letters_for,
)
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.errors import NotFound, Refused
from tests.domain.letter_forms import (
    authorised,
    changed,
    in_each_province,
    of_many_topics,
    two_authorised,
)


def ids(form: Particulars, rulebook: Rulebook) -> set[str]:
    return {it.template.id for it in letters_for(form, rulebook)}


def offers(form: Particulars, rulebook: Rulebook, kind: str) -> list[LetterOffer]:
    return [it for it in letters_for(form, rulebook) if it.template.kind == kind]


def in_province(form: Particulars, rulebook: Rulebook, name: str) -> Particulars:
    province = rulebook.provinces.named(name)
    assert province is not None
    return form.with_value("province", province.code)


def assert_whole(letter: Letter) -> None:
    """Nothing is left to be filled, and nothing is empty but what is written by hand."""
    for text in letter.texts():
        assert "{" not in text
        assert "None" not in text
    assert letter.title
    assert letter.party
    assert letter.signers
    assert all(letter.signers)
    assert all(value for _, value in letter.values)
    for block in letter.blocks:
        if block.sort is BlockSort.FACTS:
            assert all(all(row) for row in block.rows)
        elif block.sort is BlockSort.GRID:
            assert all(block.rows[0])
        else:
            assert block.text


@pytest.mark.parametrize("number", range(44))
def test_every_letter_of_every_sample_is_whole_or_says_what_it_lacks(
    forms: dict[str, Particulars], rulebook: Rulebook, number: int
) -> None:
    form = forms[f"F{number:02}"]
    found = letters_for(form, rulebook)
    assert found
    for offer in found:
        if offer.is_ready:
            assert_whole(filled_letter(offer.template.id, form, rulebook))
        else:
            assert offer.refused or offer.lacks


def test_each_template_is_of_use_somewhere_and_whole_there(
    forms: dict[str, Particulars], rulebook: Rulebook
) -> None:
    used = set()
    for name in ("F00", "F04", "F08"):
        for form in in_each_province(forms[name], rulebook):
            for offer in letters_for(form, rulebook):
                used.add(offer.template.id)
                if offer.is_ready:
                    assert_whole(filled_letter(offer.template.id, form, rulebook))
    assert used == {template.id for template in rulebook.letters}


def test_a_provinces_own_letter_is_never_offered_for_another(
    forms: dict[str, Particulars], rulebook: Rulebook
) -> None:
    for name in ("F00", "F04", "F08"):
        for form in in_each_province(forms[name], rulebook):
            for offer in letters_for(form, rulebook):
                provinces = offer.template.scope.provinces
                assert not provinces or form.province in provinces
    bare = changed(of_many_topics(forms["F00"]), {"province": None})
    assert not offers(bare, rulebook, "not_involved_commitment")


@pytest.mark.parametrize(
    ("province", "kind", "template"),
    [
        ("上海", "filing_commitment", "filing-commitment-shanghai"),
        ("广东", "filing_commitment", "filing-commitment-guangdong"),
        ("北京", "filing_commitment", "filing-commitment"),
        ("上海", "auth_service", "auth-service-shanghai"),
        ("江苏", "auth_service", "auth-service"),
        ("江苏", "authenticity_notice", "authenticity-notice-jiangsu"),
        ("江苏", "authenticity_commitment", "authenticity-commitment-jiangsu"),
        ("河南", "not_involved_commitment", "not-involved-henan"),
        ("广东", "not_involved_commitment", "no-finance-guangdong"),
        ("山东", "not_involved_commitment", "no-finance-shandong"),
        ("四川", "sealed_statement", "sealed-statement"),
        ("河南", "sealed_statement", "sealed-statement-henan"),
    ],
)
def test_a_province_has_its_own_letter_or_the_general_one(
    forms: dict[str, Particulars], rulebook: Rulebook, province: str, kind: str, template: str
) -> None:
    form = of_many_topics(two_authorised(in_province(forms["F00"], rulebook, province)))
    assert [it.template.id for it in offers(form, rulebook, kind)] == [template]


def test_who_is_not_the_legal_representative_has_a_letter_of_his_role(
    forms: dict[str, Particulars], rulebook: Rulebook
) -> None:
    letters = {"auth-subject", "auth-both", "auth-service"}
    form = forms["F00"]
    assert ids(form, rulebook) & letters == set()
    assert ids(authorised(form), rulebook) & letters == {"auth-both"}
    assert ids(two_authorised(form), rulebook) & letters == {"auth-subject", "auth-service"}
    private = two_authorised(forms["F04"])
    assert ids(private, rulebook) & letters == set()


@pytest.mark.parametrize("province", ["浙江", "新疆"])
def test_where_no_authorisation_is_taken_the_reason_is_said(
    forms: dict[str, Particulars], rulebook: Rulebook, province: str
) -> None:
    form = two_authorised(in_province(forms["F00"], rulebook, province))
    (offer,) = offers(form, rulebook, "auth_subject")
    assert offer.refused is not None
    with pytest.raises(Refused, match="不接受授权书"):
        filled_letter(offer.template.id, form, rulebook)


@pytest.mark.parametrize(
    ("province", "scope", "refused"),
    [
        ("湖北", "文化艺术交流", "删减经营范围"),
        ("河南", "财富管理", "金融不能以承诺书代替"),
        ("河南", "文化艺术交流", ""),
        ("江西", "文化艺术交流；教育咨询", ""),
        ("江西", "图书零售", "出版不能以承诺书代替"),
        ("安徽", "图书零售", ""),
    ],
)
def test_a_commitment_counts_where_the_province_takes_it(
    forms: dict[str, Particulars], rulebook: Rulebook, province: str, scope: str, refused: str
) -> None:
    form = in_province(forms["F00"], rulebook, province)
    form = form.with_value("subject.business_scope", scope)
    (offer,) = offers(form, rulebook, "not_involved_commitment")
    assert refused in (offer.refused.zh if offer.refused else "")
    assert offer.is_ready is not bool(refused)


def test_a_commitment_names_only_what_it_may_and_the_rest_is_said(
    forms: dict[str, Particulars], rulebook: Rulebook
) -> None:
    form = of_many_topics(in_province(forms["F00"], rulebook, "河南"))
    offer = letter_offer("not-involved-henan", form, rulebook)
    assert offer.is_ready
    assert "金融不能以承诺书代替" in offer.hint.zh
    said = "".join(filled_letter(offer.template.id, form, rulebook).texts())
    assert "金融" not in said
    assert "教育培训、文化" in said


def test_what_is_permitted_or_not_spoken_of_needs_no_commitment(
    forms: dict[str, Particulars], rulebook: Rulebook
) -> None:
    form = in_province(forms["F00"], rulebook, "河南")
    assert not offers(form, rulebook, "not_involved_commitment")
    form = form.with_value("subject.business_scope", "动漫设计")
    assert offers(form, rulebook, "not_involved_commitment")
    form = form.with_value("service.pre_approvals", ("culture",))
    assert not offers(form, rulebook, "not_involved_commitment")


@pytest.mark.parametrize("fixture", ["F00", "F04", "F08"])
def test_no_letter_is_made_while_a_field_of_it_is_empty(
    forms: dict[str, Particulars], rulebook: Rulebook, fixture: str
) -> None:
    """Each field is emptied by itself: the letter is whole without it, or lacks just that."""
    form = two_authorised(in_province(forms[fixture], rulebook, "上海"))
    for field in FIELDS:
        if "*" in field.path:
            continue
        empty = () if isinstance(form.get(field.path), tuple) else None
        without = form.with_value(field.path, empty)
        for offer in letters_for(without, rulebook):
            if offer.is_ready:
                assert_whole(filled_letter(offer.template.id, without, rulebook))
                continue
            assert {lack.place for lack in offer.lacks} == {f"form:{field.path}"}
            with pytest.raises(Refused) as told:
                filled_letter(offer.template.id, without, rulebook)
            assert told.value.findings == offer.lacks


def test_the_fields_that_are_missing_are_named_with_whose_they_are(
    forms: dict[str, Particulars], rulebook: Rulebook
) -> None:
    form = two_authorised(in_province(forms["F00"], rulebook, "上海"))
    form = changed(form, {"service_pic.title": None, "service_pic.id_number": None})
    offer = letter_offer("auth-service-shanghai", form, rulebook)
    assert [lack.words.zh for lack in offer.lacks] == [
        "缺少网站负责人职务",
        "缺少网站负责人身份证号码",
    ]
    assert [lack.place for lack in offer.lacks] == [
        "form:service_pic.title",
        "form:service_pic.id_number",
    ]


def test_who_has_no_seal_sets_a_fingerprint(
    forms: dict[str, Particulars], rulebook: Rulebook
) -> None:
    def mark(form: Particulars, template: str = "filing-commitment") -> str:
        return filled_letter(template, form, rulebook).mark

    assert mark(forms["F00"]) == SEAL
    assert mark(forms["F00"].with_value("subject.has_seal", False)) == FINGERPRINT
    assert mark(forms["F04"]) == FINGERPRINT
    assert mark(forms["F05"], "authenticity-notice-jiangsu") == ""


def test_private_sites_of_five_provinces_promise_the_statement_word_for_word(
    forms: dict[str, Particulars], rulebook: Rulebook
) -> None:
    statement = rulebook.word_lists.statements["personal_site_statement"]
    saying = set()
    for province in rulebook.provinces:
        form = forms["F04"].with_value("province", province.code)
        (offer,) = offers(form, rulebook, "filing_commitment")
        said = "".join(filled_letter(offer.template.id, form, rulebook).texts())
        if statement in said:
            saying.add(province.short)
    assert saying == {"天津", "内蒙古", "山东", "广西", "甘肃"}


@pytest.mark.parametrize(
    ("sample", "province", "said"),
    [
        ("F00", "江苏", "江苏从 30 个站点起要求"),
        ("F00", "广东", "广东从 32 个站点起要求"),
        ("F04", "广东", "广东从 6 个站点起要求"),
        ("F00", "湖南", "湖南从 2 个站点起要求"),
    ],
)
def test_the_plan_says_from_how_many_sites_on_it_is_wanted(
    forms: dict[str, Particulars], rulebook: Rulebook, sample: str, province: str, said: str
) -> None:
    form = in_province(forms[sample], rulebook, province)
    assert said in letter_offer("construction-plan", form, rulebook).hint.zh
    plan = "".join(filled_letter("construction-plan", form, rulebook).texts())
    assert ("八、承诺" in plan) is (province == "湖南")


def test_values_are_never_taken_for_slots(
    forms: dict[str, Particulars], rulebook: Rulebook
) -> None:
    form = forms["F00"].with_value("subject.sponsor_name", "{subject_pic.id_number}公司")
    said = "".join(filled_letter("filing-commitment", form, rulebook).texts())
    assert "{subject_pic.id_number}公司" in said
    assert str(form.subject_pic.id_number) not in said


def test_an_unknown_letter_is_not_found(forms: dict[str, Particulars], rulebook: Rulebook) -> None:
    for strange in ("no-such-letter", "filing-commitment-shanghai"):
        with pytest.raises(NotFound):
            filled_letter(strange, forms["F00"], rulebook)


def test_a_space_stands_where_chinese_and_latin_meet(
    forms: dict[str, Particulars], rulebook: Rulebook
) -> None:
    letter = filled_letter("construction-plan", forms["F08"], rulebook)
    assert letter.title == "APP 建设方案书"


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_form_has_only_whole_letters(
    forms: dict[str, Particulars], rulebook: Rulebook, data: st.DataObject
) -> None:
    paths = ["subject.sponsor_name", "service.service_name", "subject_pic.name", "province"]
    text = st.one_of(st.none(), st.text(min_size=1, max_size=40).filter(lambda it: "{" not in it))
    form = of_many_topics(two_authorised(forms[data.draw(st.sampled_from(["F00", "F04", "F08"]))]))
    for path in paths:
        form = form.with_value(path, data.draw(text))
    for offer in letters_for(form, rulebook):
        if offer.is_ready:
            letter = filled_letter(offer.template.id, form, rulebook)
            assert json.dumps([*letter.texts()])
            assert all(value.strip() for _, value in letter.values)
