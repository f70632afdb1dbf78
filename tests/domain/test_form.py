import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.form import (
    FIELDS,
    SECTIONS,
    choices,
    counts,
    field_at,
    missing_fields,
    normalised,
    parse_value,
    shown_fields,
)
from butler_desktop.domain.form_field import FieldKind
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.errors import Refused

GOOD = [f"F{number:02d}" for number in range(12)]


def paths(form: Particulars) -> set[str]:
    return {field.path for field in shown_fields(form)}


def named(form: Particulars, path: str, rulebook: Rulebook) -> str:
    (found,) = [f for f in shown_fields(form, rulebook.tables) if f.path == path]
    assert found.name(form) == found.words
    return found.words.zh


def test_the_layout_has_every_path_of_the_form_once() -> None:
    asked = [field.path for field in FIELDS if "*" not in field.path]
    assert len(asked) == len(set(asked))
    assert set(asked) == {path for path, _ in Particulars().leaves()}


def test_every_field_is_named_in_both_languages_and_lies_in_its_section() -> None:
    for field in FIELDS:
        assert field.words.zh, field.path
        assert field.words.en.isascii(), field.path
        prefix = field.path.partition(".")[0] if "." in field.path else "filing"
        assert field.section.id == prefix


def test_every_choice_has_its_table(rulebook: Rulebook) -> None:
    for field in FIELDS:
        if field.kind in (FieldKind.CHOICE, FieldKind.CHOICES):
            assert list(rulebook.tables[field.table])
        if field.key_table:
            assert field.key_table in rulebook.tables


def test_sections_follow_the_form() -> None:
    order = [field.section.id for field in FIELDS]
    assert list(dict.fromkeys(order)) == [section.id for section in SECTIONS]


@pytest.mark.parametrize("entry", GOOD)
def test_a_whole_form_lacks_nothing(entry: str, forms: dict[str, Particulars]) -> None:
    assert missing_fields(forms[entry]) == ()
    assert all(count.filled == count.required > 0 for count in counts(forms[entry]))


@pytest.mark.parametrize(
    ("entry", "path"),
    [
        ("F24", "service.domain_realname_on"),
        ("F38", "access.access_methods"),
        ("F40", "existing_subject_number"),
    ],
)
def test_a_missing_field_is_named(entry: str, path: str, forms: dict[str, Particulars]) -> None:
    assert [field.path for field in missing_fields(forms[entry])] == [path]


def test_taking_a_mandatory_value_away_is_noticed(forms: dict[str, Particulars]) -> None:
    form = forms["F00"]
    for field in shown_fields(form):
        if field.mandatory(form):
            empty = () if isinstance(form.get(field.path), tuple) else None
            missing = {f.path for f in missing_fields(form.with_value(field.path, empty))}
            assert field.path in missing or field.path.endswith(("_kind", "filing_kind"))


def test_numbers_on_record_are_asked_by_kind() -> None:
    numbers = {"existing_subject_number", "existing_service_number"}
    asked = {kind: paths(Particulars.empty(kind)) & numbers for kind in (
        "first_filing", "new_service", "access_filing", "change_filing"
    )}  # fmt: skip
    assert asked["first_filing"] == set()
    assert asked["new_service"] == {"existing_subject_number"}
    assert asked["access_filing"] == numbers
    assert asked["change_filing"] == numbers
    subject_only = Particulars.empty("change_filing").with_value("change_scope", "subject")
    assert paths(subject_only) & numbers == {"existing_subject_number"}


def test_websites_and_apps_are_asked_for_different_things(forms: dict[str, Particulars]) -> None:
    website, app = paths(forms["F00"]), paths(forms["F08"])
    assert {"service.domain", "service.home_url", "service.dns_state"} <= website - app
    assert {"service.platforms", "service.platforms.android.package_name"} <= app - website


def test_private_persons_are_not_asked_for_seal_and_legal_representative(
    forms: dict[str, Particulars],
) -> None:
    of_companies = {"subject.has_seal", "subject.legal_rep_name", "subject.business_scope"}
    assert of_companies <= paths(forms["F00"])
    assert of_companies & paths(forms["F04"]) == set()


def test_a_certificate_without_end_needs_no_end(forms: dict[str, Particulars]) -> None:
    form = forms["F00"].with_value("subject.certificate_long_term", False)
    assert [field.path for field in missing_fields(form)] == ["subject.certificate_valid_to"]


def test_fields_are_named_as_the_form_at_hand_names_them(
    forms: dict[str, Particulars], rulebook: Rulebook
) -> None:
    assert named(forms["F00"], "service.service_name", rulebook) == "网站名称"
    assert named(forms["F08"], "service.service_name", rulebook) == "APP 名称"
    assert named(forms["F00"], "subject.certificate_number", rulebook) == "统一社会信用代码"
    assert named(forms["F04"], "subject.certificate_number", rulebook) == "证件号码"
    package = "service.platforms.android.package_name"
    assert named(forms["F08"], package, rulebook) == "Android 包名"
    titles = [count.title.zh for count in counts(forms["F08"])]
    assert titles == ["备案类型", "主办者", "主体负责人", "APP", "APP 负责人", "接入信息"]


def test_details_of_pre_approvals_are_asked_where_there_are_any(
    forms: dict[str, Particulars], rulebook: Rulebook
) -> None:
    none = forms["F00"]
    assert not [path for path in paths(none) if path.startswith("service.pre_approvals.")]
    news = none.with_value("service.pre_approvals", ("news",))
    number = "service.pre_approvals.news.number"
    assert named(news, number, rulebook) == "新闻 批准文号"
    assert [field.path for field in missing_fields(news)] == [number]


def test_choices_are_narrowed_to_the_sponsor(
    forms: dict[str, Particulars], rulebook: Rulebook
) -> None:
    def offered(form: Particulars, path: str) -> set[str]:
        return {row.id for row in choices(field_at(path), form, rulebook.tables)}

    company, person = forms["F00"], forms["F04"]
    assert "resident_id" not in offered(company, "subject.certificate_type")
    assert "business_license" not in offered(person, "subject.certificate_type")
    assert offered(person, "service.service_contents") == {"blog_personal_space", "other"}
    assert offered(person, "service.pre_approvals") == {"none"}
    assert "business_license" not in offered(company, "subject_pic.id_type")
    chosen = person.with_value("service.service_contents", ("online_shopping",))
    assert "online_shopping" in offered(chosen, "service.service_contents")


@pytest.mark.parametrize(
    ("path", "typed", "value"),
    [
        ("subject.sponsor_kind", "企业", "enterprise"),
        ("subject.sponsor_kind", " ENTERPRISE ", "enterprise"),
        ("province", "浙江", "330000"),
        ("province", "330000", "330000"),
        ("filing_kind", "接入备案", "access_filing"),
        ("subject.has_seal", "是", True),
        ("subject.has_seal", "NO", False),
        ("subject.has_seal", "", None),
        ("service.languages", "中文简体、英语，中文简体", ("zh_hans", "english")),
        ("service.languages", " ", ()),
        ("access.ip_ranges", "1.2.3.4；1.2.3.6～1.2.3.9\n", ("1.2.3.4", "1.2.3.6-1.2.3.9")),
        ("subject.certificate_valid_to", "2026年3月8日", "2026-03-08"),
        ("subject.certificate_valid_to", "20260308", "2026-03-08"),
        ("subject.certificate_valid_to", "下个月", "下个月"),
        ("subject.certificate_number", " 91330106ma9gdhytxj ", "91330106MA9GDHYTXJ"),
        ("subject.sponsor_name", " 云杉（杭州）\u200b有限公司 ", "云杉（杭州）有限公司"),
        ("subject_pic.mobile", "+86 138-0013-8000", "13800138000"),
        ("subject_pic.email", "Shen＠Sample.CN ", "Shen@sample.cn"),
        ("service.domain", "https://www.Sample.cn/index?a=1", "www.sample.cn"),
        ("existing_subject_number", "浙icp备2024614746号", "浙ICP备2024614746号"),
        ("service.platforms.ios.signature_fingerprint", "AB:CD:EF", "abcdef"),
        ("subject.subject_remark", "  ", None),
    ],
)
def test_typing(path: str, typed: str, value: object, rulebook: Rulebook) -> None:
    assert parse_value(field_at(path), typed, rulebook.tables) == value


def test_typing_prefers_what_this_form_offers(
    forms: dict[str, Particulars], rulebook: Rulebook
) -> None:
    field = field_at("subject.certificate_type")
    institution = Particulars().with_value("subject.sponsor_kind", "public_institution")
    parsed = parse_value(field, "组织机构代码证", rulebook.tables, institution)
    assert parsed == "org_code_cert_institution"


@pytest.mark.parametrize(
    ("path", "typed"), [("subject.sponsor_kind", "公司"), ("subject.has_seal", "也许")]
)
def test_what_a_field_cannot_mean_is_refused(path: str, typed: str, rulebook: Rulebook) -> None:
    with pytest.raises(Refused):
        parse_value(field_at(path), typed, rulebook.tables)


def test_a_refused_choice_says_what_there_is(rulebook: Rulebook) -> None:
    with pytest.raises(Refused) as refusal:
        parse_value(field_at("change_scope"), "全部", rulebook.tables)
    assert "变更接入" in refusal.value.cure.zh


@given(st.sampled_from(FIELDS), st.text(max_size=30))
def test_tidying_is_done_once(field: object, text: str) -> None:
    assert isinstance(field, type(FIELDS[0]))
    once = normalised(field, text)
    assert normalised(field, once) == once


@given(st.sampled_from([f for f in FIELDS if "*" not in f.path]))
def test_every_field_is_found_by_its_path(field: object) -> None:
    assert isinstance(field, type(FIELDS[0]))
    assert field_at(field.path) is field


@pytest.mark.parametrize("path", ["nothing", "service.platforms.ios", "service.platforms.*"])
def test_no_field_at_other_paths(path: str) -> None:
    with pytest.raises(Refused):
        field_at(path)


def test_what_people_are_is_masked() -> None:
    personal = {field.path for field in FIELDS if field.personal}
    for role in ("subject_pic", "service_pic"):
        assert {f"{role}.{name}" for name in ("name", "id_number", "mobile", "email")} <= personal
    assert {"subject.certificate_number", "subject.legal_rep_id_number"} <= personal
