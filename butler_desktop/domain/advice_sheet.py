"""Advice sheets (申请意见): how a filing stands before it is sent, in words for its customer.

What must be mended, which papers are missing, what the authority mostly asks.
No note of the house, no other customer's name, no number of a person in full;
never a probability. Source: rejections §5.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from butler_desktop.domain.canonical import canonical_digest
from butler_desktop.domain.checklist import ChecklistItem
from butler_desktop.domain.checks import ERROR, INFO, Finding
from butler_desktop.domain.form import missing_fields
from butler_desktop.domain.masking import masked_email, masked_number, masked_phone
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.province_rules import ProvinceRule
from butler_desktop.domain.records import to_record
from butler_desktop.domain.risk import ESTIMATE, RISK_WORDS, risk_of
from butler_desktop.domain.rule_words import RuleGroup
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.time_words import full_moment_text
from butler_desktop.domain.vocabulary import FILING_KIND_WORDS, FilingKind
from butler_desktop.words import Words

TITLE = "备案申请意见"
DISCLAIMER = (
    "本意见按生成时的资料和规则做出，不构成审批结论；各地要求可能随时调整，结果以管局为准。"
)
MUST, LOOK = "须改正", "请核对"
LONGEST = "authority_review_max_working_days"
PERSONAL = (
    (re.compile(r"(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])"), masked_number),
    (re.compile(r"(?<!\d)1\d{10}(?!\d)"), masked_phone),
    (re.compile(r"[\w.+-]+@[\w.-]+\w"), masked_email),
)
CONFIDENCES = ("high", "medium")
"""A rule that is less sure is not told to a customer."""
ASKED = tuple(it for it in RuleGroup if it not in (RuleGroup.ACCESS, RuleGroup.PROCESS))
"""What the customer himself can see to."""


@dataclass(frozen=True, slots=True)
class AdviceLine:
    """One thing to mend or to look at: where, what, and which of both."""

    place: str
    words: str
    weight: str

    @property
    def text(self) -> str:
        """All of it in one line."""
        return f"【{self.weight}】{self.place}：{self.words}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceSheet:
    """What the sheet says. Texts as printed, in Chinese; times UTC."""

    filing: str
    sponsor: str
    service: str
    province: str
    kind: str
    level: str
    time: str
    """How long the authority mostly takes; empty where nothing is known."""
    lines: tuple[AdviceLine, ...]
    unfilled: tuple[str, ...]
    """The fields that are still empty."""
    papers: tuple[str, ...]
    """The papers that have yet to come."""
    asks: tuple[str, ...]
    """What the province mostly asks of such a filing."""
    rules: str
    """The version of the rulebook."""
    rules_from: date
    made_at: datetime

    @property
    def digest(self) -> str:
        """SHA-256 (hex) over all of it, for the foot of the page."""
        return canonical_digest(to_record(self))

    @property
    def verdict(self) -> str:
        """The level, and what there is to do, counted."""
        must = sum(it.weight == MUST for it in self.lines)
        counts = (
            (must, f"{must} 处{MUST}"),
            (len(self.lines) - must, f"{len(self.lines) - must} 处{LOOK}"),
            (len(self.unfilled), f"{len(self.unfilled)} 项未填写"),
            (len(self.papers), f"缺 {len(self.papers)} 份材料"),
        )
        told = "，".join(words for count, words in counts if count)
        is_whole = not (self.unfilled or self.papers)
        level = self.level if is_whole else f"{self.level}（就已有资料）"
        return f"{level}：{told or '规则未发现问题'}"


def advice_sheet(
    number: str,
    form: Particulars,
    rulebook: Rulebook,
    found: Iterable[Finding],
    papers: Iterable[ChecklistItem],
    names: Mapping[str, Words],
    made_at: datetime,
) -> AdviceSheet:
    """The sheet of a form; ``names`` are what its places are called."""
    found = tuple(found)
    wanted = [it for it in papers if it.is_outstanding]
    listed = {f"material:{it.kind}" for it in wanted}
    province = rulebook.provinces.named(form.province)
    service = form.service
    named = (service.service_name, service.domain)
    return AdviceSheet(
        filing=number,
        sponsor=form.subject.sponsor_name or "",
        service="　".join(it for it in named if it),
        province=province.words.zh if province else "",
        kind=FILING_KIND_WORDS[FilingKind(form.filing_kind)].zh if form.filing_kind else "",
        level=RISK_WORDS[risk_of(form, rulebook, found).level].zh,
        time=_time(form, rulebook),
        lines=tuple(_lines((it for it in found if it.place not in listed), names)),
        unfilled=tuple(it.words.zh for it in missing_fields(form, rulebook.tables)),
        papers=tuple(_paper(it) for it in wanted),
        asks=tuple(_asks(form, rulebook)),
        rules=rulebook.version,
        rules_from=rulebook.effective_from,
        made_at=made_at,
    )


def advice_text(sheet: AdviceSheet) -> str:
    """The same as plain text, with nothing left out."""
    facts = (
        ("备案单号", sheet.filing),
        ("备案类型", sheet.kind),
        ("备案省份", sheet.province),
        ("主办者", sheet.sponsor),
        ("互联网信息服务", sheet.service),
        ("意见", sheet.verdict),
        ("审核时间", sheet.time),
    )
    parts = [TITLE, "\n".join(f"{label}：{value}" for label, value in facts if value)]
    mended = [it.text for it in sheet.lines]
    for title, rows in (
        ("请改正与核对", mended),
        ("尚未填写", sheet.unfilled),
        ("尚缺材料", sheet.papers),
        ("管局通常要求", sheet.asks),
    ):
        if rows:
            numbered = (f"{place}. {row}" for place, row in enumerate(rows, start=1))
            parts.append("\n".join((title, *numbered)))
    parts.append(f"{basis(sheet)}\n{DISCLAIMER}\n生成于 {full_moment_text(sheet.made_at).zh}")
    return "\n\n".join(parts) + "\n"


def basis(sheet: AdviceSheet) -> str:
    """Which rules it follows."""
    return f"依据规则 {sheet.rules} 版（{sheet.rules_from} 起施行）。"


def _lines(found: Iterable[Finding], names: Mapping[str, Words]) -> Iterator[AdviceLine]:
    """What is open, the errors first. What somebody of the house looks up is not told."""
    told = [it for it in found if it.is_open and not it.is_question and it.severity != INFO]
    for finding in sorted(told, key=lambda it: it.severity != ERROR):
        place = names.get(finding.place)
        weight = MUST if finding.severity == ERROR else LOOK
        yield AdviceLine(place.zh if place else "备案", _unsaid(finding.message.zh), weight)


def _unsaid(text: str) -> str:
    """The text with every number that is a person's masked."""
    for pattern, masked in PERSONAL:
        for number in dict.fromkeys(pattern.findall(text)):
            text = text.replace(number, masked(number))
    return text


def _paper(item: ChecklistItem) -> str:
    signed = [it for it in (item.signs.zh, "盖章" if item.sealed else "") if it]
    return f"{item.words.zh}（{'，'.join(signed)}）" if signed else item.words.zh


def _time(form: Particulars, rulebook: Rulebook) -> str:
    ruling = rulebook.province_rules.ruling(form)
    told = []
    province, usual = rulebook.provinces.named(form.province), ruling.get(ESTIMATE)
    if province is not None and usual is not None:
        low, high = usual.value
        told.append(f"{province.short}管局一般 {low}–{high} 天（旧数据，仅供安排）")
    if (longest := ruling.get(LONGEST)) is not None:
        told.append(f"规定不超过 {longest.value} 个工作日")
    return "；".join(told)


def _asks(form: Particulars, rulebook: Rulebook) -> Iterator[str]:
    """What the province rules for this form, the surest first, each sentence once."""
    own = [
        rule
        for rule in rulebook.province_rules.of_province(form.province)
        if rule.is_for(form)
        and rule.confidence in CONFIDENCES
        and rulebook.rule_words.group(rule) in ASKED
    ]

    def place(rule: ProvinceRule) -> tuple[int, int]:
        return CONFIDENCES.index(rule.confidence), ASKED.index(rulebook.rule_words.group(rule))

    said = (rulebook.rule_words.sentence(it) for it in sorted(own, key=place))
    yield from dict.fromkeys(it.zh for it in said if it is not None)
