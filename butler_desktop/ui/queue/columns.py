"""The queue's columns: two facts a cell in the split list, nine columns in the table."""

from collections.abc import Callable

from butler_desktop.domain.filing_states import STATES
from butler_desktop.domain.next_words import next_words
from butler_desktop.domain.presence import Presence, foremost
from butler_desktop.domain.province import Provinces
from butler_desktop.domain.stage import STAGE_WORDS, Stage
from butler_desktop.domain.table import Kind, TableColumn
from butler_desktop.domain.vocabulary import FILING_KIND_SHORT, FilingKind
from butler_desktop.domain.worklist import FilingRow
from butler_desktop.services.list_export import ExportColumn
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit import paint
from butler_desktop.ui.kit.chips import chip_width
from butler_desktop.ui.kit.columns import CHECKS, Cell, Column, check_column
from butler_desktop.ui.kit.due import DueText
from butler_desktop.ui.list_export import as_shown
from butler_desktop.ui.measure import zoom
from butler_desktop.ui.presence_look import PRESENCE_ICONS
from butler_desktop.words import Words

DOT = " ・ "
WAITS = Words("{count} 处等待选择", "Choices wait: {count}")
CALL = Words("审核员来电：可接听时间已过", "Reviewer's call: reachable time is past")
DUTY = Words("备案后义务已到期，还没有告知", "The duties after the approval were not told in time")
DUE_AT = TableColumn(Words("到期时间", "Due at"), Kind.TIME)
TO_BE_CLAIMED = Words("待认领", "To be claimed")
DueOf = Callable[[FilingRow], DueText | None]


class FilingColumns:
    """The columns of a list of filings; ``due_of`` says a row's clock as of now."""

    def __init__(self, due_of: DueOf) -> None:
        self._due_of = due_of
        self.provinces = Provinces()
        self.choices: dict[str, int] = {}
        """How many choices wait, by filing."""
        self.presence: dict[str, tuple[Presence, ...]] = {}
        """Which colleagues are at a filing."""

    def split(self) -> tuple[Column, ...]:
        """Two facts a cell: 状态, 主办者 over 单号·管家, 域名 over 省份·类型, 到期 over 下一步."""
        return (
            Column("stage", Words("状态", "State"), self._stage, _stage_width(118), sort="state"),
            Column(
                "sponsor",
                Words("主办者", "Sponsor"),
                lambda r: self._sponsor(r, f"{r.number}{DOT}{_butler(r)}"),
                216,
                second_title=Words("备案单号 ・ 管家", "Number ・ butler"),
                sort="sponsor",
                second_sort="number",
                stretch=True,
            ),
            Column(
                "domain",
                Words("网站域名", "Domain"),
                lambda r: Cell(r.domain or r.service_name, f"{self._province(r)}{DOT}{_kind(r)}"),
                158,
                second_title=Words("省份 ・ 类型", "Province ・ kind"),
                sort="domain",
                second_sort="province",
            ),
            Column(
                "due",
                Words("到期", "Due"),
                lambda r: Cell(second=said(next_words(r)), due=self._due_of(r)),
                _due_width(126),
                second_title=Words("下一步", "Next"),
                sort="due",
                second_sort="state",
            ),
        )

    def table(self) -> tuple[Column, ...]:
        """One fact a cell, nine columns."""
        return (
            check_column(36),
            Column("stage", Words("状态", "State"), self._stage, _stage_width(112), sort="state"),
            Column(
                "number",
                Words("备案单号", "Number"),
                lambda r: Cell(r.number, ink="text_2"),
                114,
                sort="number",
            ),
            Column(
                "sponsor",
                Words("主办者", "Sponsor"),
                self._sponsor,
                212,
                sort="sponsor",
                stretch=True,
            ),
            Column(
                "domain",
                Words("网站域名", "Domain"),
                lambda r: Cell(r.domain or r.service_name, ink="text_2"),
                164,
                sort="domain",
            ),
            Column(
                "kind",
                Words("类型", "Kind"),
                lambda r: Cell(_kind(r), ink="text_2"),
                _text_width(80, *FILING_KIND_SHORT.values()),
                sort="kind",
            ),
            Column(
                "province",
                Words("省份", "Province"),
                lambda r: Cell(self._province(r), ink="text_2"),
                _text_width(64, Words("内蒙古", "Guangdong")),
                sort="province",
            ),
            Column("next", Words("下一步", "Next"), lambda r: Cell(said(next_words(r))), 156),
            Column(
                "due",
                Words("到期", "Due"),
                lambda r: Cell(due=self._due_of(r)),
                _due_width(138),
                sort="due",
            ),
            Column(
                "butler",
                Words("管家", "Butler"),
                lambda r: Cell(_butler(r), ink="text_2"),
                100,
                sort="butler",
            ),
        )

    def exported(self) -> tuple[ExportColumn, ...]:
        """The facts of both layouts, and the exact time beside “tomorrow 18:00”."""
        columns = []
        for column in self.table():
            if column.key != CHECKS:
                columns.append(as_shown(column))
            if column.key == "due":
                columns.append(ExportColumn(DUE_AT, lambda r: r.due.at if r.due else None))
        return tuple(columns)

    def _stage(self, row: FilingRow) -> Cell:
        return Cell(stage=STATES[row.state].stage)

    def _sponsor(self, row: FilingRow, second: str = "") -> Cell:
        """The name; before it the sign of a choice that waits, or quietly of a colleague."""
        waits, company = row.id in self.choices, self.presence.get(row.id, ())
        tips = [said(WAITS.filled(count=self.choices[row.id]))] if waits else []
        sign = PRESENCE_ICONS[foremost(company).doing] if company else ""
        alarm = CALL if row.misses_call else DUTY if row.owes_duty else None
        if alarm is not None:
            tips.append(said(alarm))
            sign = "phone-missed" if row.misses_call else "alarm-clock"
        return Cell(
            row.sponsor_name,
            second,
            bold=_is_new(row),
            icon="git-merge" if waits else sign,
            icon_ink="" if waits else "red" if alarm else "text_3",
            tip="\n".join([*tips, *(said(it.words) for it in company)]),
        )

    def _province(self, row: FilingRow) -> str:
        province = self.provinces.named(row.province)
        return said(province.short_words) if province else "—"


def _stage_width(least: int) -> int:
    """The width at 100 % that every stage's chip has room in, in the language in force."""
    widest = max(chip_width(said(words), icon=True) for words in STAGE_WORDS.values())
    return max(least, round(widest / zoom()) + 24)


def _text_width(least: int, *usual: Words, beside: int = 18) -> int:
    """The width at 100 % that usual texts have room in; ``beside`` is for icons and edges."""
    widest = max(paint.width_of(Role.BODY, said(words)) for words in usual)
    return max(least, round(widest / zoom()) + beside)


def _due_width(least: int) -> int:
    return _text_width(least, Words("明天 18:00", "Tomorrow 18:00"), beside=38)


def _is_new(row: FilingRow) -> bool:
    """Nobody has spoken with this customer yet."""
    return STATES[row.state].stage is Stage.FIRST_CONTACT


def _butler(row: FilingRow) -> str:
    return row.butler or said(TO_BE_CLAIMED)


def _kind(row: FilingRow) -> str:
    try:
        return said(FILING_KIND_SHORT[FilingKind(row.filing_kind)])
    except ValueError:
        return row.filing_kind
