"""Building a packet's content from an order's dossier."""

from datetime import datetime

from butler_desktop.domain.checklist import paper_name
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing import Filing
from butler_desktop.domain.form import shown_fields
from butler_desktop.domain.form_field import Field, FieldKind
from butler_desktop.domain.form_sections import SECTIONS
from butler_desktop.domain.form_shape import Leaf
from butler_desktop.domain.local_time import local
from butler_desktop.domain.material import Material
from butler_desktop.domain.money import format_yuan
from butler_desktop.domain.packet import (
    PacketChange,
    PacketContent,
    PacketMaterial,
    PacketPast,
    PacketRow,
    PacketSection,
    short_digest,
)
from butler_desktop.domain.packet_version import PacketVersion
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.vocabulary import FILING_KIND_WORDS, FilingKind

NOTHING = "—"
DIGITS = "〇一二三四五六七八九"


def build_content(
    dossier: Dossier,
    filing: Filing,
    rulebook: Rulebook,
    *,
    version: int,
    made_at: datetime,
    made_by: str,
    deadline: datetime,
) -> PacketContent:
    """The content of the filing's packet as it would be printed now. Times UTC."""
    form = filing.particulars
    past = dossier.packets_of(filing.id)
    before = PacketContent.from_document(past[-1].content) if past else None
    sections = _sections(form, rulebook, before)
    province = rulebook.provinces.named(form.province)
    order = dossier.order
    ids = [each.id for each in dossier.filings]
    service_kind = rulebook.tables.row("internet_service_kind", form.service.service_kind)
    return PacketContent(
        filing=filing.number,
        order=order.number,
        place=1 + ids.index(filing.id),
        place_of=order.ordered_site_count,
        sponsor=form.subject.sponsor_name or order.customer,
        service_kind=service_kind.words.zh if service_kind else "",
        service_name=form.service.service_name or "",
        domain=form.service.domain or "",
        filing_kind=_kind(form),
        province=province.short if province else "",
        authority=f"{province.words.zh}通信管理局" if province else "通信管理局",
        butler=made_by,
        version=version,
        replaces=past[-1].version if past else None,
        made_at=_time(made_at),
        made_on=_formal_day(made_at),
        deadline=_time(deadline),
        fee=format_yuan(order.unit_price_fen * filing.site_count).removesuffix(".00"),
        is_person=form.subject.sponsor_kind == "individual",
        sections=sections,
        changes=_changes(before, sections),
        materials=tuple(_material(m, form, rulebook) for m in dossier.materials_of(filing.id)),
        past=tuple(_past(packet) for packet in past),
    )


def _kind(form: Particulars) -> str:
    try:
        return FILING_KIND_WORDS[FilingKind(form.filing_kind or "")].zh
    except ValueError:
        return form.filing_kind or ""


def _sections(
    form: Particulars, rulebook: Rulebook, before: PacketContent | None
) -> tuple[PacketSection, ...]:
    known = {row.path: row.value for s in before.sections for row in s.rows} if before else {}
    fields = shown_fields(form, rulebook.tables)
    sections = []
    for section in SECTIONS:
        rows = []
        for field in fields:
            if field.section is section:
                value = said_value(field, form.get(field.path), rulebook)
                changed = before is not None and known.get(field.path, NOTHING) != value
                if value != NOTHING or changed or field.mandatory(form):
                    rows.append(PacketRow(field.words.zh, value, changed, field.path))
        sections.append(PacketSection(section.id, section.title(form).zh, tuple(rows)))
    return tuple(sections)


def said_value(field: Field, value: Leaf, rulebook: Rulebook) -> str:
    """A field's value as the paper says it."""
    if value is None or value in ("", ()):
        return NOTHING
    if isinstance(value, bool):
        return "是" if value else "否"
    texts = value if isinstance(value, tuple) else (value,)
    if field.table:
        texts = tuple(rulebook.tables.words(field.table, text).zh for text in texts)
    if field.kind is FieldKind.DATE:
        texts = tuple(_day(text) for text in texts)
    return "、".join(texts)


def _changes(
    before: PacketContent | None, sections: tuple[PacketSection, ...]
) -> tuple[PacketChange, ...]:
    if before is None:
        return ()
    known = {row.path: row.value for s in before.sections for row in s.rows}
    changed = [(s, row) for s in sections for row in s.rows if row.changed]
    present = {row.path for s in sections for row in s.rows}
    gone = [
        PacketChange(row.label, row.value, NOTHING)
        for s in before.sections
        for row in s.rows
        if row.path not in present and row.value != NOTHING
    ]
    told = [
        PacketChange(f"{s.title} · {row.label}", known.get(row.path, NOTHING), row.value)
        for s, row in changed
    ]
    return (*told, *gone)


def _material(material: Material, form: Particulars, rulebook: Rulebook) -> PacketMaterial:
    size = f"{material.pixel_width} × {material.pixel_height}" if material.pixel_width else NOTHING
    return PacketMaterial(
        name=paper_name(material.material_kind, form, rulebook).zh,
        file_name=material.file_name,
        media_type=material.media_type,
        pages=material.page_count,
        size=size,
        sha256=material.sha256,
    )


def _past(packet: PacketVersion) -> PacketPast:
    if packet.returned_at is not None:
        fate = f"{_time(packet.returned_at)} 客户退回：{packet.return_comment}"
    elif packet.confirmed_at is not None:
        fate = f"{_time(packet.confirmed_at)} 客户确认，其后内容有改动，已作废"
    elif packet.delivered_at is not None:
        fate = f"{_time(packet.delivered_at)} 送达，由新版替代，已作废"
    else:
        fate = "未送达，由新版替代，已作废"
    return PacketPast(packet.version, _time(packet.made_at), short_digest(packet.digest), fate)


def _time(at: datetime) -> str:
    here = local(at)
    return f"{here.year}年{here.month}月{here.day}日 {here:%H:%M}"


def _day(text: str) -> str:
    parts = text.split("-")
    if len(parts) == 3 and all(part.isdecimal() for part in parts):
        return f"{int(parts[0])}年{int(parts[1])}月{int(parts[2])}日"
    return text


def _formal_day(at: datetime) -> str:
    """二〇二六年三月十七日."""
    here = local(at)
    year = "".join(DIGITS[int(digit)] for digit in str(here.year))
    return f"{year}年{_formal(here.month)}月{_formal(here.day)}日"


def _formal(number: int) -> str:
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else ("十" if tens == 1 else DIGITS[tens] + "十")
    return head + (DIGITS[ones] if ones else "")
