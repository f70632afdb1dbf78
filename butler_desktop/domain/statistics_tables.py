"""Statistics as tables: the same values as the charts, to be read, copied and written."""

from collections.abc import Iterator
from datetime import timedelta

from butler_desktop.domain.province import Provinces
from butler_desktop.domain.return_kind import RETURN_KIND_WORDS
from butler_desktop.domain.stage import STAGE_WORDS
from butler_desktop.domain.statistics import SLOTS, Statistics
from butler_desktop.domain.table import Kind, Table, TableColumn, Value
from butler_desktop.words import Words

WEEKDAYS = tuple(
    Words(f"周{zh}", en)
    for zh, en in zip(
        "一二三四五六日", ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"), strict=True
    )
)
OPENS = timedelta(hours=9, minutes=30)

FIGURES, TREND, PROVINCES, CALLS = "figures", "trend", "provinces", "calls"
REASONS, STARS, STEPS, LOADS = "reasons", "stars", "steps", "loads"

TITLES = {
    FIGURES: Words("主要指标", "Key figures"),
    TREND: Words("一次通过率", "First-pass rate"),
    PROVINCES: Words("各省办理时长", "Duration by province"),
    CALLS: Words("首次联系达标率", "First contacts in time"),
    REASONS: Words("退回原因", "Reasons of returns"),
    STARS: Words("客户评分", "Ratings"),
    STEPS: Words("各步时长", "Duration by step"),
    LOADS: Words("工作量", "Work load"),
}

_PART = TableColumn(Words("达标", "Kept"), Kind.NUMBER)
_WHOLE = TableColumn(Words("总数", "Of"), Kind.NUMBER)
_RATE = TableColumn(Words("比率", "Rate"), Kind.PERCENT)
_COUNT = TableColumn(Words("数量", "Count"), Kind.NUMBER)
_SPREAD = (
    TableColumn(Words("四分之一", "Lower quarter"), Kind.NUMBER),
    TableColumn(Words("中位数", "Median"), Kind.NUMBER),
    TableColumn(Words("四分之三", "Upper quarter"), Kind.NUMBER),
    _COUNT,
)


def slot_words(slot: int) -> str:
    """When an hour of the working day begins: ``9:30``."""
    minutes = (OPENS + timedelta(hours=slot)) // timedelta(minutes=1)
    return f"{minutes // 60}:{minutes % 60:02d}"


def province_words(code: str, provinces: Provinces) -> Words:
    """A province as charts call it."""
    province = provinces.named(code)
    return province.short_words if province else Words("未填省份", "No province")


def statistics_tables(found: Statistics, provinces: Provinces, language: str) -> dict[str, Table]:
    """A table for each chart, by its key."""
    rows = {
        FIGURES: _figures(found, language),
        TREND: (
            (it.start, it.mine.part, it.mine.whole, it.mine.rate, it.team.rate)
            for it in found.trend
        ),
        PROVINCES: (
            (province_words(it.key, provinces).said(language), it.low, it.middle, it.high, it.count)
            for it in found.provinces
        ),
        CALLS: _calls(found, language),
        REASONS: ((RETURN_KIND_WORDS[kind].said(language), count) for kind, count in found.reasons),
        STARS: tuple(found.stars.items()),
        STEPS: _steps(found, provinces, language),
        LOADS: ((it.butler, it.open, it.done) for it in found.loads),
    }
    return {key: Table(TITLES[key], _COLUMNS[key], tuple(rows[key])) for key in TITLES}


_COLUMNS: dict[str, tuple[TableColumn, ...]] = {
    FIGURES: (
        TableColumn(Words("指标", "Figure")),
        TableColumn(Words("本期", "This period"), Kind.NUMBER),
        TableColumn(Words("上期", "Period before"), Kind.NUMBER),
        _WHOLE,
    ),
    TREND: (
        TableColumn(Words("起", "From"), Kind.TIME),
        TableColumn(Words("一次通过", "Passed at once"), Kind.NUMBER),
        _WHOLE,
        _RATE,
        TableColumn(Words("全组比率", "Rate of the team"), Kind.PERCENT),
    ),
    PROVINCES: (TableColumn(Words("省份", "Province")), *_SPREAD),
    CALLS: (
        TableColumn(Words("星期", "Weekday")),
        TableColumn(Words("下单时段", "Bought at")),
        _PART,
        _WHOLE,
        _RATE,
    ),
    REASONS: (TableColumn(Words("原因", "Reason")), _COUNT),
    STARS: (TableColumn(Words("星", "Stars"), Kind.NUMBER), _COUNT),
    STEPS: (
        TableColumn(Words("省份", "Province")),
        TableColumn(Words("阶段", "Step")),
        *_SPREAD,
    ),
    LOADS: (
        TableColumn(Words("管家", "Butler")),
        TableColumn(Words("在办", "Open"), Kind.NUMBER),
        TableColumn(Words("本期办结", "Finished in the period"), Kind.NUMBER),
    ),
}


def _figures(found: Statistics, language: str) -> Iterator[tuple[Value, ...]]:
    now, before = found.figures, found.before

    def row(words: Words, value: Value, old: Value, whole: int | None) -> tuple[Value, ...]:
        return (words.said(language), value, old, whole)

    for words, name in (
        (Words("一次通过率", "First-pass rate"), "first_pass"),
        (Words("首次联系达标率", "First contacts in time"), "first_contact"),
        (Words("材料加工达标率", "Preparation in time"), "preparation"),
    ):
        share = getattr(now, name)
        old = getattr(before, name).rate if before else None
        yield row(words, share.rate, old, share.whole)
    days = Words("提交到办结（工作日，中位数）", "Submission to decision (working days, median)")
    yield row(days, now.days, before.days if before else None, None)
    stars = Words("客户评分", "Rating")
    yield row(stars, now.stars, before.stars if before else None, now.ratings)
    rated = Words("评价回收率", "Share rated")
    yield row(rated, now.rated.rate, before.rated.rate if before else None, now.rated.whole)


def _calls(found: Statistics, language: str) -> Iterator[tuple[Value, ...]]:
    for day, words in enumerate(WEEKDAYS):
        for slot in SLOTS:
            share = found.slots.get((day, slot))
            if share is not None:
                at = slot_words(slot)
                yield words.said(language), at, share.part, share.whole, share.rate
    if found.outside.whole:
        outside = Words("工作时段外", "Outside working hours").said(language)
        share = found.outside
        yield "", outside, share.part, share.whole, share.rate


def _steps(found: Statistics, provinces: Provinces, language: str) -> Iterator[tuple[Value, ...]]:
    everywhere = Words("全部", "All").said(language)
    for stage, it in found.steps.items():
        name = STAGE_WORDS[stage].said(language)
        yield everywhere, name, it.low, it.middle, it.high, it.count
    for code, stage, it in found.step_provinces:
        where = province_words(code, provinces).said(language)
        name = STAGE_WORDS[stage].said(language)
        yield where, name, it.low, it.middle, it.high, it.count
