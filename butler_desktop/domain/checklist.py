"""The checklist: which papers a filing needs, why, and whether they are there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from butler_desktop.domain.form_conditions import is_organisation
from butler_desktop.domain.form_sections import SECTIONS
from butler_desktop.domain.material_conditions import CONDITIONS
from butler_desktop.domain.material_kind import (
    MISSING,
    Level,
    MaterialGroup,
    MaterialKind,
    Need,
    NeededBy,
)
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.province_papers import Asking, is_asked
from butler_desktop.domain.province_rules import ProvinceRule
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.words import Words

SPONSOR_CERTIFICATE = Words("主办者证件", "Sponsor certificate")


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One paper of the checklist. ``attached`` counts the files that show it."""

    kind: str
    words: Words
    group: MaterialGroup
    needed: Level
    reason: Words
    attached: int
    by: NeededBy
    signs: Words
    sealed: bool
    rule: str = MISSING
    """The check that tells when it is not there."""
    ruled_by: ProvinceRule | None = None
    """The province's rule that asks for it."""

    @property
    def is_missing(self) -> bool:
        """Whether the content is incomplete without it."""
        return self.is_outstanding and self.by is NeededBy.CONTENT

    @property
    def is_outstanding(self) -> bool:
        """Whether it must still come, now or before the submission."""
        return self.needed is Level.MANDATORY and not self.attached


def checklist(
    particulars: Particulars,
    rulebook: Rulebook,
    attached: Mapping[str, int],
    *,
    sites: int = 1,
    today: date | None = None,
) -> tuple[ChecklistItem, ...]:
    """The papers of this filing, in the rulebook's order.

    ``attached`` counts the present files by kind; ``sites`` those that the
    sponsor wants on record, ``today`` is the day in Shanghai. Papers that this filing does
    not need are listed with the reason, so that nobody wonders.
    """
    slots = _slots(particulars, rulebook)
    has_seal = is_organisation(particulars)
    asked = _Asked(particulars, rulebook, sites, today)
    items = []
    for kind in rulebook.materials:
        count = attached.get(kind.id, 0)
        need, by = asked.need(kind)
        if need is None and count:
            need = Need("", Level.OPTIONAL, kind.when_attached)
        if need is not None:
            items.append(
                ChecklistItem(
                    kind=kind.id,
                    words=kind.words.filled(**slots),
                    group=kind.group,
                    needed=need.level or _level(by),
                    reason=need.reason.filled(**slots) if by else need.reason,
                    attached=count + attached.get(kind.part_of, 0),
                    by=kind.by,
                    signs=kind.signs.filled(**slots),
                    sealed=kind.sealed and has_seal,
                    rule=need.rule,
                    ruled_by=by,
                )
            )
    return tuple(items)


def paper_name(kind_id: str, particulars: Particulars, rulebook: Rulebook) -> Words:
    """What this form calls a paper; the id itself when the rulebook does not know it."""
    kind = rulebook.materials.kind(kind_id)
    if kind is None:
        return Words(kind_id, kind_id)
    return kind.words.filled(**_slots(particulars, rulebook))


class _Asked:
    """What asks for papers: the form itself, and the rules of its province."""

    def __init__(
        self, form: Particulars, rulebook: Rulebook, sites: int, today: date | None
    ) -> None:
        self._form, self._rulebook, self._sites, self._today = form, rulebook, sites, today
        self._ruling = rulebook.province_rules.ruling(form)

    def need(self, kind: MaterialKind) -> tuple[Need | None, ProvinceRule | None]:
        """The first of a paper's needs that holds, with the province's rule behind it."""
        for need in kind.needs:
            if CONDITIONS[need.when](self._form):
                if not need.ruled:
                    return need, None
                for rule in self._ruling.all(need.ruled):
                    asking = Asking(rule, self._form, self._rulebook, self._sites, self._today)
                    if is_asked(asking, need.wants):
                        return need, rule
        return None, None


def _level(by: ProvinceRule | None) -> Level:
    """Only a rule that is sure makes a paper mandatory."""
    return Level.MANDATORY if by is not None and by.severity == "error" else Level.OPTIONAL


def _slots(particulars: Particulars, rulebook: Rulebook) -> dict[str, Words]:
    """What the names of papers may speak of: headings of the form, the sponsor's certificate."""
    certificate = rulebook.tables.row("certificate_type", particulars.subject.certificate_type)
    is_personal = certificate is not None and certificate.attributes.get("person_certificate")
    named = SPONSOR_CERTIFICATE if certificate is None or is_personal else certificate.words
    titles = {section.id: section.title(particulars) for section in SECTIONS}
    province = rulebook.provinces.named(particulars.province)
    place = province.short_words if province else Words("", "")
    return titles | {"certificate": named, "province": place}
