"""The papers in a packet: what is attached, what is awaited, and which rules were checked."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from butler_desktop.domain.case import Case
from butler_desktop.domain.checklist import ChecklistItem, checklist, paper_name
from butler_desktop.domain.checks import ERROR, WARNING, Finding, findings
from butler_desktop.domain.material import Material
from butler_desktop.domain.packet import AppliedRule, PacketMaterial
from butler_desktop.domain.packet_form import NOTHING
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.scan import PDF
from butler_desktop.words import Words

LONG_TERM = "长期"
NAMED = 3
"""How many findings or papers a verdict names; of more it tells the number."""


def packet_materials(
    form: Particulars, rulebook: Rulebook, attached: tuple[Material, ...]
) -> tuple[PacketMaterial, ...]:
    """The papers in the order of the checklist: attached files, then what is awaited."""
    items = _items(form, rulebook, attached)
    order = {kind.id: place for place, kind in enumerate(rulebook.materials)}
    files = sorted(attached, key=lambda each: order.get(each.material_kind, len(order)))
    awaited = (_awaited(item) for item in items if item.is_outstanding)
    return (*(_attached(each, form, rulebook) for each in files), *awaited)


def applied_rules(
    form: Particulars, rulebook: Rulebook, case: Case, today: date
) -> tuple[AppliedRule, ...]:
    """What was checked before the packet was made, with the outcome of each.

    What the butler has yet to look up, or let pass, is none of the customer's.
    """
    attached = case.papers or ()
    outstanding = [item for item in _items(form, rulebook, attached) if item.is_outstanding]
    found = findings(form, rulebook, today, case=case)
    kind = rulebook.tables.words("filing_kind", form.filing_kind or "").zh
    sponsor = rulebook.tables.words("sponsor_kind", form.subject.sponsor_kind or "").zh
    checked = (
        (f"{sponsor} · {kind}材料清单", _papers_verdict(outstanding)),
        (f"备案信息核对（{len(rulebook.checks)} 条规则）", _verdict(found, ERROR, "不符")),
        ("提示项核对", _verdict(found, WARNING, "提示")),
    )
    return tuple(AppliedRule(title, verdict, today) for title, verdict in checked)


def _items(
    form: Particulars, rulebook: Rulebook, attached: tuple[Material, ...]
) -> tuple[ChecklistItem, ...]:
    return checklist(form, rulebook, Counter(each.material_kind for each in attached))


def _attached(material: Material, form: Particulars, rulebook: Rulebook) -> PacketMaterial:
    kind = rulebook.materials.kind(material.material_kind)
    is_signed = kind is not None and (kind.sealed or bool(kind.signs.zh))
    unsigned = "电子文件" if material.media_type == PDF else "扫描图片"
    return PacketMaterial(
        kind=material.material_kind,
        title=paper_name(material.material_kind, form, rulebook).zh,
        form="签字盖章" if is_signed else unsigned,
        pages=material.page_count,
        valid_until=_valid_until(material.material_kind, form),
        sha256=material.sha256,
        media_type=material.media_type,
        pixel_width=material.pixel_width,
        pixel_height=material.pixel_height,
    )


def _awaited(item: ChecklistItem) -> PacketMaterial:
    is_signed = item.sealed or bool(item.signs.zh)
    return PacketMaterial(
        kind=item.kind,
        title=item.words.zh,
        form="签字盖章" if is_signed else NOTHING,
        pages=0,
        valid_until=NOTHING,
        pending="待提供" if item.is_missing else "提交前提供",
    )


def _valid_until(kind_id: str, form: Particulars) -> str:
    subject = form.subject
    person = form.subject_pic if kind_id.startswith("subject_pic_id") else form.service_pic
    if kind_id == "sponsor_cert":
        is_permanent, until = subject.certificate_long_term, subject.certificate_valid_to
    elif kind_id.startswith(("subject_pic_id", "service_pic_id")):
        is_permanent, until = person.id_long_term, person.id_valid_to
    elif kind_id in ("domain_cert", "domain_realname"):
        is_permanent, until = None, form.service.domain_expires_on
    else:
        return NOTHING
    return LONG_TERM if is_permanent else until or NOTHING


def _papers_verdict(outstanding: list[ChecklistItem]) -> str:
    missing = [item.words for item in outstanding if item.is_missing]
    later = [item.words for item in outstanding if not item.is_missing]
    said = f"尚缺 {len(missing)} 项：{_listed(missing)}" if missing else "齐全"
    return f"{said}；提交前提供：{_listed(later)}" if later else said


def _verdict(found: Iterable[Finding], severity: str, noun: str) -> str:
    hits = list(_of(found, severity))
    return f"{noun} {len(hits)} 项：{_listed(hits, '；')}" if hits else f"无{noun}"


def _of(found: Iterable[Finding], severity: str) -> Iterator[Words]:
    counted = (it for it in found if it.is_open and not it.is_asked)
    return (it.message for it in counted if it.severity == severity)


def _listed(words: list[Words], between: str = "、") -> str:
    said = between.join(each.zh.rstrip("。") for each in words[:NAMED])
    return said if len(words) <= NAMED else f"{said} 等"
