"""What a packet says of a filing: every filled field, what changed, what became of each version."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing import FaceVerification
from butler_desktop.domain.form import is_filled, shown_fields
from butler_desktop.domain.material import Material
from butler_desktop.domain.packet import PacketContent
from butler_desktop.domain.packet_builder import build_content
from butler_desktop.domain.packet_form import said_value
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.vocabulary import FilingKind
from tests.builders import NOW, a_filing, an_order
from tests.documents.papers import a_content, a_form, a_version

GOOD = [f"F{number:02}" for number in range(12)]


def a_material(kind: str, sha256: str = "a" * 64, **given: object) -> Material:
    values = {
        "id": f"{kind}-{sha256[:4]}",
        "order_id": "order",
        "filing_id": "filing",
        "material_kind": kind,
        "file_name": f"{kind}.jpg",
        "sha256": sha256,
        "byte_size": 9,
        "media_type": "image/jpeg",
        "attached_at": NOW,
        "attached_by": "林晓雯",
        "pixel_width": 1200,
        "pixel_height": 800,
    }
    return Material(**(values | given))


def built(dossier: Dossier, rulebook: Rulebook, version: int = 1, **given: object) -> PacketContent:
    """The packet of the dossier's first filing."""
    values = {"made_at": NOW, "made_by": "林晓雯", "deadline": NOW + timedelta(days=1)}
    return build_content(dossier, dossier.filings[0], rulebook, version=version, **(values | given))


def a_desk(form: str = "F00", *materials: Material, **given: object) -> Dossier:
    order = an_order(id="order", number="DD-260312-0019", ordered_site_count=3)
    filing = a_filing(order, id="filing", number="BA-1", particulars=a_form(form), **given)
    return Dossier(order, (filing,), materials)


@pytest.mark.parametrize("form", GOOD)
def test_every_filled_field_is_said(form: str, rulebook: Rulebook) -> None:
    particulars = a_form(form)
    rows = a_content(form).values()
    said = "\n".join(row.value for row in rows.values())
    for field in shown_fields(particulars, rulebook.tables):
        value = particulars.get(field.path)
        if is_filled(value) and not isinstance(value, bool):
            text = said_value(field, value, rulebook)
            assert field.path in rows or text in said, field.path


@pytest.mark.parametrize("form", GOOD)
def test_an_empty_field_is_left_out_unless_it_must_be_filled(form: str, rulebook: Rulebook) -> None:
    particulars = a_form(form)
    rows = a_content(form).values()
    for field in shown_fields(particulars, rulebook.tables):
        if not is_filled(particulars.get(field.path)) and field.path != "subject.subject_remark":
            assert (field.path in rows) == bool(field.mandatory(particulars)), field.path


def test_a_field_that_must_be_filled_and_is_not_says_so() -> None:
    form = a_form().with_value("subject_pic.email", None).with_value("service.domain", None)
    rows = a_content(form).values()
    assert rows["subject_pic.email"].value == "—"
    assert rows["service.domain"].value == "—"


def test_dates_names_and_addresses_are_said_as_people_read_them() -> None:
    rows = a_content().values()
    assert rows["subject.certificate_valid_from"].value == "2019年3月11日 至 长期"
    assert rows["subject_pic.id_valid_from"].value == "2021年5月2日 至 2041年5月2日"
    assert rows["subject_pic.name"].value == "张海燕（法定代表人）"
    assert rows["service_pic.name"].value == "张海燕（同主体负责人，法定代表人）"
    assert rows["subject.mailing_address"].value == "同证件住所"


def test_the_end_of_a_paper_is_said_where_its_beginning_is_not_known() -> None:
    form = a_form().with_value("subject_pic.id_valid_from", None)
    assert a_content(form).values()["subject_pic.id_valid_from"].value == "— 至 2041年5月2日"


def test_a_first_version_has_nothing_to_compare() -> None:
    content = a_content()
    assert content.replaces is None
    assert content.changes == content.past == ()
    assert not any(row.changed for row in content.values().values())


def test_each_change_is_marked_and_told_with_old_new_and_reason() -> None:
    returned = a_version(a_content(), returned_at=NOW, return_comment="名称请改")
    form = a_form().with_value("service.service_name", "新名称")
    form = form.with_value("subject.subject_remark", "加急")
    content = a_content(form, versions=(returned,))
    marked = {path for path, row in content.values().items() if row.changed}
    assert marked == {"service.service_name", "subject.subject_remark"}
    told = [(each.label, each.old, each.new, each.reason) for each in content.changes]
    assert told == [
        ("备注", "无", "加急", "客户退回"),
        ("网站名称", "白露松间企业门户", "新名称", "客户退回"),
    ]


def test_a_field_that_is_gone_is_told_as_empty() -> None:
    before = a_version(a_content(a_form().with_value("service.service_remark", "仅展示")))
    content = a_content(versions=(before,))
    assert [(each.old, each.new) for each in content.changes] == [("仅展示", "—")]


def test_an_exchanged_paper_is_a_change(rulebook: Rulebook) -> None:
    first = built(a_desk("F00", a_material("sponsor_cert")), rulebook)
    desk = replace(a_desk("F00", a_material("sponsor_cert", "b" * 64)), packets=(a_version(first),))
    (change,) = built(desk, rulebook, 2).changes
    assert (change.label, change.old, change.new) == ("营业执照", "AAAA AAAA", "BBBB BBBB")


def test_a_face_verification_is_told_and_is_a_change(rulebook: Rulebook) -> None:
    face = FaceVerification("张海燕", NOW, NOW + timedelta(days=90))
    desk = replace(a_desk(face_verification=face), packets=(a_version(built(a_desk(), rulebook)),))
    content = built(desk, rulebook, 2)
    row = content.values()["face_verification"]
    assert row.value == "已通过　2026年3月18日 10:42　张海燕"
    assert row.changed
    assert [each.label for each in content.changes] == ["人脸核验"]


@pytest.mark.parametrize(
    ("fate", "said"),
    [
        ({}, "未送达，已作废"),
        ({"delivered_at": NOW}, "2026-03-18 10:42 送达，未确认，已作废"),
        ({"delivered_at": NOW, "returned_at": NOW}, "2026-03-18 10:42 客户退回，已作废"),
        ({"confirmed_at": NOW}, "2026-03-18 10:42 客户确认，其后内容有改动，已作废"),
    ],
)
def test_the_fate_of_each_version_is_told(fate: dict[str, datetime], said: str) -> None:
    content = a_content(versions=(a_version(a_content(), **fate),))
    (past,) = content.past
    assert (past.version, past.digest, past.fate) == (1, a_content().digest, said)


def test_papers_stand_in_the_order_of_the_checklist_and_what_is_awaited_last(
    rulebook: Rulebook,
) -> None:
    desk = a_desk("F00", a_material("domain_cert"), a_material("sponsor_cert", "b" * 64))
    papers = built(desk, rulebook).materials
    assert [paper.title for paper in papers[:2]] == ["营业执照", "域名证书"]
    assert (papers[0].valid_until, papers[1].valid_until) == ("长期", "2028-03-01")
    assert all(paper.pending and not paper.sha256 for paper in papers[2:])
    assert papers[2:]


def test_a_withdrawn_paper_is_not_in_the_packet(rulebook: Rulebook) -> None:
    desk = a_desk("F00", a_material("sponsor_cert", withdrawn_at=NOW))
    assert not any(paper.sha256 for paper in built(desk, rulebook).materials)


def test_the_rules_tell_what_is_missing_and_what_is_wrong(rulebook: Rulebook) -> None:
    rules = built(a_desk("F12"), rulebook).rules
    assert rules[0].title == "企业 · 首次备案材料清单"
    assert rules[0].verdict.startswith("尚缺 ")
    assert all(rule.checked_on.isoformat() == "2026-03-18" for rule in rules)


def test_a_person_signs_for_himself_and_a_company_seals() -> None:
    company, person = a_content("F00").commitment, a_content("F09").commitment
    assert (company.seal, company.signer) == ("单位公章", "法定代表人（签字）")
    assert (person.seal, person.signer) == ("本人指印", "本人（签字）")
    assert person.opening.startswith("本人 古丽米娜·吐尔逊江 现就")


def test_an_app_is_called_an_app_throughout() -> None:
    content = a_content("F08")
    assert (content.service_kind, content.roles[1]) == ("APP", "APP 负责人")
    assert "三、APP 开通后，在显著位置标明" in content.commitment.articles[2]
    assert "明确 APP 负责人" in content.commitment.articles[4]
    assert content.fee.startswith("本 APP 服务费 600.00 元，已付。")


@pytest.mark.parametrize(
    ("kind", "role"),
    [
        ("website", "网站负责人"),
        ("mini_program", "小程序负责人"),
        ("quick_app", "快应用负责人"),
        (None, "服务负责人"),
    ],
)
def test_who_may_sign_is_named_as_the_service_is(kind: str | None, role: str) -> None:
    content = a_content(a_form().with_value("service.service_kind", kind))
    assert content.roles == ("主体负责人", role)


def test_each_site_of_an_order_has_its_place(rulebook: Rulebook) -> None:
    desk = a_desk(site_count=2)
    second = a_filing(desk.order, id="second", particulars=a_form())
    desk = replace(desk, filings=(*desk.filings, second))
    assert built(desk, rulebook).place == "第 1–2 个网站，共 3 个"
    later = build_content(
        desk, second, rulebook, version=1, made_at=NOW, made_by="林", deadline=NOW
    )
    assert later.place == "第 3 个网站，共 3 个"


def test_times_are_said_in_shanghai_and_kept_in_utc(rulebook: Rulebook) -> None:
    late = datetime(2026, 3, 18, 20, 5, tzinfo=UTC)
    content = built(a_desk(), rulebook, made_at=late, deadline=late)
    assert content.made_at == late
    assert "2026年3月19日 4:05" in content.agreement
    assert content.rules[0].checked_on.isoformat() == "2026-03-19"


def test_an_empty_form_makes_a_packet_too(rulebook: Rulebook) -> None:
    order = an_order(filing_kind=FilingKind.FIRST_FILING)
    content = built(Dossier(order, (a_filing(order),)), rulebook)
    assert content.sponsor == order.customer
    assert content.domains == ()
