import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.checklist import ChecklistItem, checklist, paper_name
from butler_desktop.domain.material_kind import Level, NeededBy
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.rulebook import Rulebook

MANDATORY, OPTIONAL, NOT_NEEDED = Level.MANDATORY, Level.OPTIONAL, Level.NOT_NEEDED


def items(form: Particulars, rulebook: Rulebook, **attached: int) -> dict[str, ChecklistItem]:
    return {item.kind: item for item in checklist(form, rulebook, attached)}


def levels(form: Particulars, rulebook: Rulebook) -> dict[str, Level]:
    return {kind: item.needed for kind, item in items(form, rulebook).items()}


def two_persons(form: Particulars) -> Particulars:
    return form.with_value("service_pic.id_number", "330106199909061800")


def test_a_company_with_one_person_in_both_roles(
    forms: dict[str, Particulars], rulebook: Rulebook
) -> None:
    found = items(forms["F00"], rulebook)
    assert {kind for kind, item in found.items() if item.needed is MANDATORY} == {
        "sponsor_cert",
        "subject_pic_id_front",
        "subject_pic_id_back",
        "face_photo",
        "filing_commitment",
    }
    assert found["sponsor_cert"].words.zh == "营业执照"
    shared = found["service_pic_id_front"]
    assert (shared.needed, shared.reason.zh) == (NOT_NEEDED, "与主体负责人为同一人，证件共用")
    assert found["subject_pic_id_front"].reason.zh == "两位负责人为同一人，此证件共用"


def test_two_persons_bring_two_papers(forms: dict[str, Particulars], rulebook: Rulebook) -> None:
    found = levels(two_persons(forms["F00"]), rulebook)
    for role in ("subject_pic", "service_pic"):
        assert found[f"{role}_id_front"] is MANDATORY
        assert found[f"{role}_id_back"] is MANDATORY


def test_a_private_person(forms: dict[str, Particulars], rulebook: Rulebook) -> None:
    found = items(forms["F04"], rulebook)
    assert found["sponsor_cert"].needed is NOT_NEEDED
    assert found["residence_proof"].needed is NOT_NEEDED
    assert found["pre_approval_doc"].reason.zh == "个人无法办理前置审批"
    assert found["filing_commitment"].sealed is False
    elsewhere = forms["F04"].with_value("province", "310000")
    assert levels(elsewhere, rulebook)["residence_proof"] is MANDATORY
    changing = elsewhere.with_value("filing_kind", "change_filing")
    assert levels(changing, rulebook)["residence_proof"] is NOT_NEEDED


@pytest.mark.parametrize(
    ("scope", "sponsor", "subject_id", "service_id"),
    [
        ("subject", MANDATORY, MANDATORY, OPTIONAL),
        ("service", OPTIONAL, OPTIONAL, MANDATORY),
        ("both", MANDATORY, MANDATORY, MANDATORY),
        ("access", OPTIONAL, OPTIONAL, OPTIONAL),
    ],
)
def test_a_change_asks_for_what_it_touches(
    scope: str,
    sponsor: Level,
    subject_id: Level,
    service_id: Level,
    forms: dict[str, Particulars],
    rulebook: Rulebook,
) -> None:
    form = two_persons(forms["F03"]).with_value("change_scope", scope)
    found = levels(form, rulebook)
    assert found["sponsor_cert"] is sponsor
    assert found["subject_pic_id_front"] is subject_id
    assert found["service_pic_id_front"] is service_id


def test_a_shared_paper_is_asked_for_by_either_role(
    forms: dict[str, Particulars], rulebook: Rulebook
) -> None:
    found = levels(forms["F03"].with_value("change_scope", "service"), rulebook)
    assert found["subject_pic_id_front"] is MANDATORY
    assert found["service_pic_id_front"] is NOT_NEEDED


def test_authorisation_letters(forms: dict[str, Particulars], rulebook: Rulebook) -> None:
    legal_rep = levels(forms["F00"], rulebook)
    assert (legal_rep["auth_subject"], "auth_both" in legal_rep) == (NOT_NEEDED, False)
    other = forms["F00"].with_value("subject_pic.is_legal_rep", False)
    both = levels(other.with_value("service_pic.is_legal_rep", False), rulebook)
    assert (both["auth_both"], both["auth_subject"]) == (MANDATORY, NOT_NEEDED)
    apart = levels(two_persons(other), rulebook)
    assert (apart["auth_subject"], "auth_both" in apart) == (MANDATORY, False)


def test_papers_of_the_service(forms: dict[str, Particulars], rulebook: Rulebook) -> None:
    website = items(forms["F00"], rulebook)
    assert website["pre_approval_doc"].reason.zh == "服务内容不涉及"
    assert website["service_pic_id_front"].words.zh == "网站负责人证件 人像面"
    assert "app_icon" not in website
    news = forms["F00"].with_value("service.pre_approvals", ("news",))
    assert levels(news, rulebook)["pre_approval_doc"] is MANDATORY
    app = items(forms["F08"], rulebook)
    assert app["app_icon"].needed is MANDATORY
    assert app["service_pic_id_front"].words.zh == "APP 负责人证件 人像面"


def test_a_registrar_elsewhere_asks_for_the_screenshot(
    forms: dict[str, Particulars], rulebook: Rulebook
) -> None:
    here = forms["F00"].with_value("access.access_provider", "天翼云")
    assert levels(here, rulebook)["domain_realname"] is OPTIONAL
    elsewhere = here.with_value("service.domain_registrar", "另一家注册商")
    assert levels(elsewhere, rulebook)["domain_realname"] is MANDATORY


def test_a_passport_has_one_page(forms: dict[str, Particulars], rulebook: Rulebook) -> None:
    form = forms["F00"].with_value("subject_pic.id_type", "passport")
    assert levels(form, rulebook)["subject_pic_id_back"] is NOT_NEEDED


def test_what_is_attached_is_not_missing(forms: dict[str, Particulars], rulebook: Rulebook) -> None:
    form = forms["F00"]
    assert items(form, rulebook)["sponsor_cert"].is_missing
    attached = items(form, rulebook, sponsor_cert=2)["sponsor_cert"]
    assert (attached.attached, attached.is_missing) == (2, False)


def test_one_file_may_show_both_sides(forms: dict[str, Particulars], rulebook: Rulebook) -> None:
    found = items(forms["F00"], rulebook, subject_pic_id=1)
    assert not found["subject_pic_id_front"].is_missing
    assert not found["subject_pic_id_back"].is_missing
    assert found["subject_pic_id"].reason.zh == "两面在一个文件里"


def test_what_nobody_asked_for_is_listed_once_it_is_there(
    forms: dict[str, Particulars], rulebook: Rulebook
) -> None:
    assert "party_building" not in items(forms["F00"], rulebook)
    found = items(forms["F00"], rulebook, party_building=1)["party_building"]
    assert (found.needed, found.reason.zh) == (OPTIONAL, "另附")


def test_the_face_is_shown_before_the_submission_not_before_the_preparation(
    forms: dict[str, Particulars], rulebook: Rulebook
) -> None:
    face = items(forms["F00"], rulebook)["face_photo"]
    assert (face.by, face.is_missing, face.is_outstanding) == (NeededBy.SUBMISSION, False, True)


@given(data=st.data())
def test_every_paper_has_its_reason_and_the_same_order(
    data: st.DataObject, forms: dict[str, Particulars], rulebook: Rulebook
) -> None:
    form = forms[data.draw(st.sampled_from(sorted(forms)))]
    kinds = [kind.id for kind in rulebook.materials]
    attached = data.draw(st.dictionaries(st.sampled_from(kinds), st.integers(1, 3), max_size=4))
    found = checklist(form, rulebook, attached)
    listed = [item.kind for item in found]
    assert listed == [kind for kind in kinds if kind in listed]
    assert set(attached) <= set(listed)
    for item in found:
        assert item.reason.zh
        assert item.reason.en
        assert "{" not in item.words.zh + item.words.en + item.signs.zh + item.signs.en


def test_papers_are_called_as_on_the_list(
    forms: dict[str, Particulars], rulebook: Rulebook
) -> None:
    for form in (forms["F00"], forms["F04"], forms["F08"], Particulars()):
        for item in checklist(form, rulebook, {}):
            assert paper_name(item.kind, form, rulebook) == item.words
    assert paper_name("other", Particulars(), rulebook).zh == "other"
