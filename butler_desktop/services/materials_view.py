"""The materials of one filing as their page shows them: groups of papers, each with its verdict."""

from dataclasses import dataclass
from datetime import datetime

from butler_desktop.domain.checklist import ChecklistItem
from butler_desktop.domain.checks import Finding
from butler_desktop.domain.form_sections import SERVICE, SERVICE_PIC, SUBJECT, Section
from butler_desktop.domain.form_shape import Leaf
from butler_desktop.domain.local_time import local_date
from butler_desktop.domain.material import Material
from butler_desktop.domain.material_kind import Level, MaterialGroup
from butler_desktop.domain.scan import PDF
from butler_desktop.domain.scan_limits import ScanLimits
from butler_desktop.domain.validators import iso_date
from butler_desktop.domain.verdict import UNFINISHED, VALIDITY, Verdict, verdict, warnings
from butler_desktop.domain.vocabulary import FILING_KIND_WORDS
from butler_desktop.services.filing_view import FilingView
from butler_desktop.words import Words

_GROUPS: tuple[tuple[Section, tuple[MaterialGroup, ...]], ...] = (
    (SUBJECT, (MaterialGroup.SPONSOR, MaterialGroup.SUBJECT_PIC)),
    (SERVICE_PIC, (MaterialGroup.SERVICE_PIC,)),
    (SERVICE, (MaterialGroup.SERVICE,)),
)
"""Under which heading of the form each group of papers is shown."""

_DOT = Words(" ・ ", " · ")


@dataclass(frozen=True, slots=True)
class MaterialRow:
    """One paper: its name, a second line, how it stands, and its files, oldest first."""

    kind: str
    words: Words
    second: Words
    reason: Words
    verdict: Verdict
    is_mandatory: bool
    files: tuple[Material, ...]
    limits: ScanLimits
    """What the filing systems want of its files."""
    has_letter: bool = False
    """Whether it can be drafted here."""
    expired: Finding | None = None
    """The check that says that its validity is over, by the form."""

    @property
    def is_done(self) -> bool:
        """Whether it leaves nothing to do."""
        return self.verdict not in UNFINISHED

    @property
    def is_folded(self) -> bool:
        """Whether it is out of the way: nothing there, and nothing asked for."""
        return self.verdict in (Verdict.OPTIONAL, Verdict.NOT_NEEDED)


@dataclass(frozen=True, slots=True)
class MaterialRows:
    """The papers under one heading of the form. ``done`` of ``needed`` mandatory ones are sound."""

    section: str
    words: Words
    rows: tuple[MaterialRow, ...]

    @property
    def needed(self) -> int:
        """How many are mandatory."""
        return sum(row.is_mandatory for row in self.rows)

    @property
    def done(self) -> int:
        """How many of the mandatory ones are sound."""
        return sum(row.is_mandatory and row.verdict is Verdict.SOUND for row in self.rows)

    @property
    def not_needed(self) -> int:
        """How many this filing does not need."""
        return sum(row.verdict is Verdict.NOT_NEEDED for row in self.rows)


@dataclass(frozen=True, slots=True)
class MaterialsView:
    """All papers of a filing. ``rules`` says by which rules they are asked for."""

    filing_id: str
    rules: Words
    groups: tuple[MaterialRows, ...]
    is_editable: bool
    has_letters: bool = False
    """Whether any paper can be drafted, also one that is not listed."""

    @property
    def needed(self) -> int:
        """How many papers are mandatory."""
        return sum(group.needed for group in self.groups)

    @property
    def done(self) -> int:
        """How many of the mandatory ones are sound."""
        return sum(group.done for group in self.groups)

    @property
    def unfinished(self) -> tuple[MaterialRow, ...]:
        """The papers that leave something to do."""
        return tuple(row for row in self.rows if not row.is_done)

    @property
    def rows(self) -> tuple[MaterialRow, ...]:
        """The papers of all groups."""
        return tuple(row for group in self.groups for row in group.rows)

    def row(self, kind: str) -> MaterialRow | None:
        """The paper of this kind, if it is listed."""
        return next((row for row in self.rows if row.kind == kind), None)


def materials_view(view: FilingView) -> MaterialsView:
    """The materials of the filing that was read."""
    form = view.filing.particulars
    groups = []
    for section, shown in _GROUPS:
        rows = tuple(_row(item, view) for item in view.checklist if item.group in shown)
        if rows:
            groups.append(MaterialRows(section.id, section.title(form), rows))
    rules, has_letters = _rules(view), bool(view.letters)
    return MaterialsView(view.filing.id, rules, tuple(groups), view.is_editable, has_letters)


def _row(item: ChecklistItem, view: FilingView) -> MaterialRow:
    kind = view.rulebook.materials.kind(item.kind)
    shown_by = {item.kind, kind.part_of if kind else ""}
    files = tuple(file for file in view.materials if file.material_kind in shown_by)
    limits = view.rulebook.materials.limits(item.kind)
    found, expired = verdict(item, files), _expired(item, view) if files else None
    second = _second(item, files, limits)
    if expired is not None:
        found, second = Verdict.EXPIRED, _over(view.filing.particulars.get(expired.path), view.now)
    return MaterialRow(
        kind=item.kind,
        words=item.words,
        second=second,
        reason=item.reason,
        verdict=found,
        is_mandatory=item.needed is Level.MANDATORY,
        files=files,
        limits=limits,
        has_letter=item.kind in view.letters,
        expired=expired,
    )


def _expired(item: ChecklistItem, view: FilingView) -> Finding | None:
    path, rule = VALIDITY.get(item.kind, ("", ""))
    found = (it for it in view.findings if it.rule == rule and it.path == path)
    return next(found, None)


def _over(until: Leaf, now: datetime) -> Words:
    """To when a paper counted, and how long that is past."""
    day = iso_date.parsed(str(until))
    if day is None:
        raise AssertionError("a paper that expired on no day")
    days = (local_date(now) - day).days
    return Words(f"有效期至 {day}，已过期 {days} 天", f"Valid to {day}: over for {days} days")


def _second(item: ChecklistItem, files: tuple[Material, ...], limits: ScanLimits) -> Words:
    """What is wrong with the files, else which they are; without one why it is asked for."""
    if wrong := warnings(files, limits):
        return wrong[0].message
    if files:
        newest = files[-1]
        words = Words(newest.file_name, newest.file_name) + _DOT + _extent(newest)
        more = len(files)
        return words if more == 1 else Words(f"{more} 份", f"{more} files") + _DOT + words
    return _dotted([words for words in (item.reason, _signature(item)) if words.zh])


def _signature(item: ChecklistItem) -> Words:
    """Who signs, and whether the paper bears a seal; nothing where the reason says so."""
    if item.signs.zh and item.signs.zh in item.reason.zh:
        return Words("", "")
    if item.signs.zh:
        return item.signs + (Words("，盖章", ", seal") if item.sealed else Words("", ""))
    return Words("须盖章", "Sealed") if item.sealed else Words("", "")


def _extent(file: Material) -> Words:
    if file.media_type == PDF:
        pages = file.page_count
        return Words(f"{pages} 页", f"{pages} page" if pages == 1 else f"{pages} pages")
    extent = f"{file.pixel_width} × {file.pixel_height}"
    return Words(extent, extent)


def _rules(view: FilingView) -> Words:
    """By which rules the papers are asked for: sponsor, filing kind, province, version."""
    form, rulebook = view.filing.particulars, view.rulebook
    parts: list[Words] = []
    if form.subject.sponsor_kind:
        parts.append(rulebook.tables.words("sponsor_kind", form.subject.sponsor_kind))
    kinds: dict[str, Words] = {str(kind): words for kind, words in FILING_KIND_WORDS.items()}
    if form.filing_kind in kinds:
        parts.append(kinds[form.filing_kind])
    if province := rulebook.provinces.named(form.province):
        parts.append(province.short_words)
    return _dotted(parts) + Words(f"（{rulebook.version} 版）", f" (rules of {rulebook.version})")


def _dotted(parts: list[Words]) -> Words:
    """The parts with a dot between them."""
    return Words(_DOT.zh.join(p.zh for p in parts), _DOT.en.join(p.en for p in parts))
