"""Building a packet's content from an order's dossier."""

from dataclasses import replace
from datetime import datetime

from butler_desktop.domain.case import Case
from butler_desktop.domain.commitment import commitment
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing import FaceVerification, Filing
from butler_desktop.domain.local_time import local_date
from butler_desktop.domain.money import format_yuan
from butler_desktop.domain.packet import FACE, PacketContent, PacketRow, PacketSection
from butler_desktop.domain.packet_delta import delta_from
from butler_desktop.domain.packet_form import service_sections, set_in, subject_sections
from butler_desktop.domain.packet_history import changes, marked, past
from butler_desktop.domain.packet_papers import applied_rules, packet_materials
from butler_desktop.domain.packet_version import PacketVersion
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.time_words import full_moment_text

REFUND_RULE = (
    "提交管局前可全额退订；提交后如无不可抗力、政策变更等特殊原因不予退订；"
    "备案不成功的全额退还；备案成功后不予退订。"
)
"""Service description 2.4."""


def build_content(
    dossier: Dossier,
    filing: Filing,
    rulebook: Rulebook,
    *,
    version: int,
    made_at: datetime,
    made_by: str,
    deadline: datetime,
    delta_of: PacketVersion | None = None,
) -> PacketContent:
    """The content of the filing's packet as it would be printed now. Times UTC.

    With ``delta_of``, a confirmed version, the paper shows what differs from that.
    """
    form, order = filing.particulars, dossier.order
    versions = dossier.packets_of(filing.id)
    last = versions[-1] if versions else None
    compared = delta_of or last
    before = PacketContent.from_document(compared.content) if compared else None
    attached = dossier.materials_of(filing.id)
    service_kind = rulebook.tables.words("internet_service_kind", form.service.service_kind or "")
    province = rulebook.provinces.named(form.province)
    authority = f"{province.words.zh if province else ''}通信管理局"
    served = _with_face(service_sections(form, rulebook), filing.face_verification)
    content = PacketContent(
        filing=filing.number,
        order=order.number,
        place=_place(dossier, filing),
        sponsor=form.subject.sponsor_name or order.customer,
        service_kind=service_kind.zh,
        service_name=form.service.service_name or "",
        roles=("主体负责人", f"{set_in(service_kind.zh or '服务').lstrip()}负责人"),
        domains=_domains(form),
        filing_kind=rulebook.tables.words("filing_kind", form.filing_kind or "").zh,
        province=province.short if province else "",
        authority=authority,
        butler=made_by,
        version=version,
        replaces=last.version if last else None,
        made_at=made_at,
        deadline=deadline,
        deadline_outcome=(
            f"到期未确认也未退回的，按约定视为确认，\n备案管家将以本版信息向{authority}提交。"
        ),
        agreement=_agreement(made_by, deadline),
        fee=(
            f"本{set_in(service_kind.zh) or '项'}服务费 {format_yuan(order.unit_price_fen)} 元"
            f"{'，已付' if order.paid_at else ''}。{REFUND_RULE}"
        ),
        subject_sections=marked(subject_sections(form, rulebook), before),
        service_sections=marked(served, before),
        materials=packet_materials(form, rulebook, attached),
        rules=applied_rules(form, rulebook, Case.of(dossier, filing), local_date(made_at)),
        commitment=commitment(form, service_kind.zh, authority),
        past=past(versions),
    )
    content = replace(content, changes=changes(content, before, compared))
    return replace(content, delta=delta_from(content, delta_of)) if delta_of else content


def _place(dossier: Dossier, filing: Filing) -> str:
    before = 0
    for each in dossier.filings:
        if each.id == filing.id:
            break
        before += each.site_count
    first, last = before + 1, before + filing.site_count
    numbers = str(first) if first == last else f"{first}–{last}"
    return f"第 {numbers} 个网站，共 {dossier.order.ordered_site_count} 个"


def _domains(form: Particulars) -> tuple[str, ...]:
    service = form.service
    named = (service.domain, *service.extra_domains, *service.domains)
    return tuple(dict.fromkeys(domain for domain in named if domain))


def _agreement(butler: str, deadline: datetime) -> str:
    return (
        f"约定的确认截止时间为 {full_moment_text(deadline).zh}，由备案管家{butler}登记。"
        "自动确认以本系统数据库的时间为准，且仅在本版已送达、未退回、内容未变时生效；"
        "自动确认不代替人脸核验、签字与盖章。"
    )


def _with_face(
    sections: tuple[PacketSection, ...], face: FaceVerification | None
) -> tuple[PacketSection, ...]:
    """The sections with the face verification told where its person stands."""
    if face is None:
        return sections
    row = PacketRow(
        FACE,
        "人脸核验",
        f"已通过　{full_moment_text(face.verified_at).zh}　{face.person}",
        is_wide=True,
    )
    return tuple(
        replace(section, rows=(*section.rows, row))
        if any(each.path == "service_pic.name" for each in section.rows)
        else section
        for section in sections
    )
