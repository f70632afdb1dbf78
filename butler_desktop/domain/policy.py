"""Policy: the rules of a province as people look them up: its own beside the national ones."""

from collections.abc import Iterator
from dataclasses import dataclass

from butler_desktop.domain.checklist import paper_name
from butler_desktop.domain.material_kind import MaterialKind, Need
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.province_papers import LETTER_WILL_DO, PROOF_WILL_DO
from butler_desktop.domain.province_rules import GROUPS, NATIONAL, ProvinceRule
from butler_desktop.domain.rule_words import RULE_GROUP_WORDS, RuleGroup
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.vocabulary import FILING_KIND_WORDS, FilingKind
from butler_desktop.words import Words, joined

NOTHING = Words("", "")

GROUP_WORDS = dict(
    zip(GROUPS, (Words("单位", "organisations"), Words("个人", "individuals")), strict=True)
)
CONFIDENCE_WORDS = {
    "high": Words("高把握，可拦下", "Sure: may bar"),
    "medium": Words("中把握，只提醒", "Fairly sure: warns"),
    "low": Words("低把握，仅供参考", "Not sure: informs"),
}
SET_WORDS = {
    "national": Words("国家级字样", "Words of the state"),
    "function": Words("职能字样", "Words of public functions"),
    "sensitive": Words("敏感词", "Sensitive words"),
    "forum": Words("互动类字样", "Words of forums"),
    "personal_banned": Words("个人网站名称的禁用词", "Not in names of personal sites"),
    "personal_business": Words(
        "个人网站名称中的经营字样", "Words of business in names of personal sites"
    ),
    "gov_like": Words("机关字样", "Words of authorities"),
    "portal": Words("门户字样", "Words of portals"),
}
"""The word lists that are of use to read; the others serve the program."""


@dataclass(frozen=True, slots=True)
class PolicyRule:
    """One rule as it is read."""

    rule: ProvinceRule
    group: RuleGroup
    words: Words
    audience: Words
    """For whom, and for which filings; empty for all."""
    sources: tuple[str, ...]
    is_own: bool
    """Whether it is the province's, not the national one."""
    differs: bool
    """Whether it says otherwise than the national rule of its key."""

    def holds(self, text: str) -> bool:
        """Whether ``text`` (in lower case) stands in anything that it says."""
        told = (self.words, self.audience, self.rule.note)
        parts = [it for words in told for it in (words.zh, words.en)]
        return any(text in it.lower() for it in (*parts, self.rule.key, *self.sources))


@dataclass(frozen=True, slots=True)
class PolicyList:
    """One list that belongs to a province, or to all: papers, letters, words."""

    section: Words
    title: Words
    words: Words

    def holds(self, text: str) -> bool:
        """Whether ``text`` (in lower case) stands in it."""
        parts = (self.title.zh, self.title.en, self.words.zh, self.words.en)
        return any(text in it.lower() for it in parts)


BY_VALUE = {"subject_pic_rule": LETTER_WILL_DO, "personal_residency": PROOF_WILL_DO}
"""Rules that ask for papers by some of their values alone."""
PAPERS = Words("本省另要的材料", "Papers that the province asks for besides")
LETTERS = Words("本省专用的文书", "Letters of the province’s own")
WORDS = Words("词表", "Word lists")


def policy_rules(rulebook: Rulebook, code: str) -> tuple[PolicyRule, ...]:
    """What holds in a province, by group; ``NATIONAL`` for what holds everywhere."""
    national = rulebook.province_rules.national
    own = () if code == NATIONAL else rulebook.province_rules.of_province(code)
    kept = [rule for rule in national if not any(_replaces(it, rule) for it in own)]
    told = [_told(rulebook, rule, bool(own) and rule in own) for rule in (*own, *kept)]
    order = list(RuleGroup)
    return tuple(sorted(told, key=lambda it: order.index(it.group)))


def policy_lists(rulebook: Rulebook, code: str) -> tuple[PolicyList, ...]:
    """The papers, letters and sentences of a province; the word lists of all."""
    is_national = code == NATIONAL
    return tuple(_words(rulebook) if is_national else _of_province(rulebook, code))


def group_words(group: RuleGroup) -> Words:
    """What a group is called."""
    return RULE_GROUP_WORDS[group]


def _replaces(own: ProvinceRule, national: ProvinceRule) -> bool:
    """Whether a province's rule stands for the national one for everybody whom that is for."""
    covers = not own.of or (bool(national.of) and national.of <= own.of)
    covers_kinds = not own.kinds or (bool(national.kinds) and national.kinds <= own.kinds)
    return own.key == national.key and covers and covers_kinds


def _told(rulebook: Rulebook, rule: ProvinceRule, is_own: bool) -> PolicyRule:
    same = [it for it in rulebook.province_rules.national if it.key == rule.key]
    return PolicyRule(
        rule=rule,
        group=rulebook.rule_words.group(rule),
        words=rulebook.rule_words.said(rule),
        audience=_audience(rulebook, rule),
        sources=tuple(_source(rulebook, it) for it in rule.source.replace("+", ",").split(",")),
        is_own=is_own,
        differs=is_own and bool(same) and all(it.value != rule.value for it in same),
    )


def _source(rulebook: Rulebook, key: str) -> str:
    return rulebook.sources.get(key.strip(), key.strip())


def _audience(rulebook: Rulebook, rule: ProvinceRule) -> Words:
    table = rulebook.tables["sponsor_kind"]
    of = []
    for name in sorted(rule.of):
        row = table.find(name)
        of.append(GROUP_WORDS.get(name) or (row.words if row else Words(name, name)))
    kinds = [FILING_KIND_WORDS[it] for it in FilingKind if it in rule.kinds]
    parts = [joined(it) for it in (of, kinds) if it]
    if not parts:
        return NOTHING
    return parts[0] if len(parts) == 1 else parts[0] + Words(" ・ ", " ・ ") + parts[1]


def _of_province(rulebook: Rulebook, code: str) -> Iterator[PolicyList]:
    rules = rulebook.province_rules.of_province(code)
    province = rulebook.provinces.named(code)
    place = province.short_words if province else NOTHING
    form = Particulars.empty("first_filing").with_value("province", code)
    for kind in rulebook.materials:
        need = _need(kind, rules)
        if need is not None:
            name = paper_name(kind.id, form, rulebook)
            yield PolicyList(PAPERS, name, need.reason.filled(province=place))
    for letter in rulebook.letters:
        if code in letter.scope.provinces:
            yield PolicyList(LETTERS, letter.words, letter.refused or NOTHING)
    for rule in rules:
        text = rulebook.word_lists.statements.get(str(rule.value), "")
        if rule.key == "personal_remark_statement" and text:
            yield PolicyList(
                WORDS, Words("备注中规定的声明", "The prescribed statement"), _both(text)
            )
        suffixes = rulebook.word_lists.suffixes.get(str(rule.value), frozenset())
        if rule.key == "tld_allowlist" and suffixes:
            listed = " ".join(sorted(suffixes))  # a list without spaces could not be broken
            yield PolicyList(
                WORDS, Words("可用的域名后缀", "Suffixes that are taken"), _both(listed)
            )


def _words(rulebook: Rulebook) -> Iterator[PolicyList]:
    for name, title in SET_WORDS.items():
        if words := rulebook.word_lists.sets.get(name, ()):
            yield PolicyList(WORDS, title, _both("、".join(words)))
    for topic in rulebook.word_lists.topics:
        title = Words(f"前置审批：{topic.words.zh}", f"May need a permit: {topic.words.en}")
        yield PolicyList(WORDS, title, _both("、".join(topic.hints)))


def _both(text: str) -> Words:
    """Words that are looked at in Chinese names alone."""
    return Words(text, text)


def _need(kind: MaterialKind, rules: tuple[ProvinceRule, ...]) -> Need | None:
    """The need of a paper that a rule of the province gives rise to."""
    return next(
        (need for need in kind.needs for it in rules if it.key == need.ruled and _asks(it, need)),
        None,
    )


def _asks(rule: ProvinceRule, need: Need) -> bool:
    """Whether the rule may ask for the paper; only a form can tell for certain."""
    if need.wants:
        return need.wants in rule.value
    if rule.key in BY_VALUE:
        return rule.value in BY_VALUE[rule.key]
    return bool(rule.value)
