"""The rows of the inbox: what became of each sheet, in words, with what wants a hand first."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from butler_desktop.domain.filled_reply import Proposal, ProposedAnswer
from butler_desktop.domain.scan import PDF, SUFFIXES
from butler_desktop.services.returned_pages import FiledPage
from butler_desktop.services.scan_inbox import Inbox, Sorted
from butler_desktop.services.tray import TraySheet
from butler_desktop.ui.i18n import said
from butler_desktop.ui.kit.columns import Cell, Column
from butler_desktop.words import Words, joined


class Fate(StrEnum):
    """What became of a sheet, in the order in which the list shows them."""

    ANSWER = "answer"
    OUTDATED = "outdated"
    TRAY = "tray"
    REFUSED = "refused"
    FILED = "filed"
    KNOWN = "known"


FATE_WORDS = {
    Fate.ANSWER: Words("待登记答复", "To record"),
    Fate.OUTDATED: Words("旧版", "Old version"),
    Fate.TRAY: Words("待人工归档", "To file by hand"),
    Fate.REFUSED: Words("未收", "Not taken"),
    Fate.FILED: Words("已归档", "Filed"),
    Fate.KNOWN: Words("此前已归档", "Filed before"),
}
LOOKS = {
    Fate.ANSWER: ("stamp", "accent_text"),
    Fate.OUTDATED: ("history", "amber"),
    Fate.TRAY: ("circle-question-mark", "red"),
    Fate.REFUSED: ("circle-x", "red"),
    Fate.FILED: ("circle-check", "green"),
    Fate.KNOWN: ("copy-check", "text_3"),
}
"""Icon and ink of each."""


@dataclass(frozen=True, slots=True)
class InboxRow:
    """One row: a filed page, a sheet of the tray, or a file that was not taken."""

    id: str
    fate: Fate
    file_name: str
    sheet: int
    filed: FiledPage | None = None
    tray: TraySheet | None = None
    refused: Words | None = None

    @property
    def is_pdf(self) -> bool:
        """Whether its file may have several sheets."""
        return self.file_name.lower().endswith(SUFFIXES[PDF])

    @property
    def page_words(self) -> Words:
        """Which page of which version it is."""
        if self.filed is None:
            return Words("—", "—")
        filed = self.filed
        if filed.page.is_whole:
            page = Words("整份文件", "whole file")
        else:
            said_page = f"{filed.page.page}/{filed.pages}"
            page = Words(f"第 {said_page} 页", f"page {said_page}")
        which = f"{filed.number} v{filed.version} "
        return Words(which, which) + page

    @property
    def file_words(self) -> Words:
        """Which sheet of which file it is."""
        if not (self.sheet and self.is_pdf):
            return Words(self.file_name, self.file_name)
        return Words(f"{self.file_name} 第 {self.sheet} 页", f"{self.file_name} sheet {self.sheet}")

    @property
    def note(self) -> Words:
        """What there is to know of it."""
        if self.tray is not None:
            return self.tray.reason
        if self.filed is None:
            return self.refused or Words("", "")
        if self.filed.is_outdated:
            return differing_words(self.filed)
        said_there = self.filed.proposed
        return proposal_words(said_there) if said_there else Words("", "")

    @property
    def proposal(self) -> Proposal | None:
        """What a file that was filled in proposes."""
        said_there = self.filed.proposed if self.filed else None
        return said_there.proposal if said_there else None


def differing_words(filed: FiledPage) -> Words:
    """How the page's version stands to the filing as it is now."""
    present = Words(f"现为 v{filed.present_version}", f"now v{filed.present_version}")
    if filed.present_version == filed.version:
        present = Words("其后内容已改", "changed since")
    count = len(filed.differing)
    if not count:
        return present
    fields = joined([Words(label, label) for label in filed.differing])
    return present + Words(f"，{count} 处不同：", f", {count} differ: ") + fields


def proposal_words(answer: ProposedAnswer) -> Words:
    """What the customer filled in comes to."""
    if answer.proposal is Proposal.CONFIRM:
        return Words("填写为：确认", "Filled in: confirmed")
    if answer.why is not None:
        return Words("填写不明确：", "Not clear: ") + answer.why
    count = len(answer.marks)
    return Words(f"填写为：退回，可标记 {count} 处", f"Filled in: returned, {count} to mark")


def rows_of(batch: Iterable[Sorted], waiting: Inbox) -> list[InboxRow]:
    """What was just dropped and what waits from before, each once, what wants a hand first."""
    rows: dict[str, InboxRow] = {}
    answers = {it.page.id: it for it in waiting.answers}
    for page in waiting.answers:
        rows[page.page.id] = _filed(page, Fate.ANSWER)
    for sheet in waiting.tray:
        rows[sheet.id] = InboxRow(sheet.id, Fate.TRAY, sheet.file_name, sheet.sheet, tray=sheet)
    for number, it in enumerate(batch):
        if it.filed is not None and it.filed.page.id not in answers:
            known = Fate.KNOWN if it.filed.is_known else Fate.FILED
            fate = Fate.OUTDATED if it.filed.is_outdated else known
            rows.setdefault(it.filed.page.id, _filed(it.filed, fate))
        elif it.refused is not None:
            id_ = f"refused {number}"
            rows[id_] = InboxRow(id_, Fate.REFUSED, it.file_name, 0, refused=it.refused)
    order = list(Fate)
    return sorted(rows.values(), key=lambda row: order.index(row.fate))


def counts_words(rows: Iterable[InboxRow]) -> Words:
    """How many of each there are."""
    fates = [row.fate for row in rows]
    told = [
        Words(f"{FATE_WORDS[fate].zh} {count}", f"{FATE_WORDS[fate].en} {count}")
        for fate in Fate
        if (count := fates.count(fate))
    ]
    return Words(" ・ ".join(it.zh for it in told), " ・ ".join(it.en for it in told))


def columns(*, narrow: bool = False) -> tuple[Column, ...]:
    """The columns of the list; where it is narrow, two facts in each of three."""
    if narrow:
        file, sponsor = Words("来自", "From"), Words("主办者", "Sponsor")
        return (
            Column("fate", Words("结果", "Outcome"), _fate_and_file_cell, 132, file),
            Column("page", Words("页", "Page"), _page_and_sponsor_cell, 176, sponsor, stretch=True),
            Column("note", Words("说明", "Note"), _note_cell, 120, stretch=True),
        )
    return (
        Column("fate", Words("结果", "Outcome"), _fate_cell, 124),
        Column("page", Words("页", "Page"), _page_cell, 188),
        Column("sponsor", Words("主办者", "Sponsor"), _sponsor_cell, 110, stretch=True),
        Column("note", Words("说明", "Note"), _note_cell, 150, stretch=True),
        Column("file", Words("来自", "From"), _file_cell, 150),
    )


def _filed(page: FiledPage, fate: Fate) -> InboxRow:
    return InboxRow(page.page.id, fate, page.page.file_name, page.page.sheet, filed=page)


def _fate_cell(row: InboxRow) -> Cell:
    icon, ink = LOOKS[row.fate]
    return Cell(said(FATE_WORDS[row.fate]), ink=ink, icon=icon)


def _page_cell(row: InboxRow) -> Cell:
    words = said(row.page_words)
    return Cell(words, ink="text" if row.filed else "text_3", tip=words if row.filed else "")


def _sponsor_cell(row: InboxRow) -> Cell:
    name = row.filed.sponsor if row.filed else ""
    return Cell(name, tip=name)


def _fate_and_file_cell(row: InboxRow) -> Cell:
    words = said(row.file_words)
    return replace(_fate_cell(row), second=words, tip=words)


def _page_and_sponsor_cell(row: InboxRow) -> Cell:
    cell, sponsor = _page_cell(row), _sponsor_cell(row).first
    return replace(cell, second=sponsor, tip=f"{cell.tip}\n{sponsor}" if sponsor else cell.tip)


def _note_cell(row: InboxRow) -> Cell:
    words = said(row.note)
    return Cell(words, ink="amber" if row.fate is Fate.OUTDATED else "text_2", tip=words)


def _file_cell(row: InboxRow) -> Cell:
    words = said(row.file_words)
    return Cell(words, ink="text_3", tip=words)
