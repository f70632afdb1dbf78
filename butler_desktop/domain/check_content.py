"""Checks of the service's content: what may be chosen, what is explained, in which languages."""

from collections.abc import Iterator

from butler_desktop.domain import form_conditions as when
from butler_desktop.domain import hanzi
from butler_desktop.domain.examination import Check, Examined, Fix, Hit
from butler_desktop.domain.province_rules import ProvinceRule
from butler_desktop.words import Words, joined

CONTENTS = "service.service_contents"
LANGUAGES = "service.languages"
REMARK = "service.service_remark"
OTHER = "other"
BLOG = "blog_personal_space"
CHINESE = ("zh_hans", "zh_hant")
IN_ARABIC_LETTERS = ("uyghur", "kazakh", "kyrgyz", "arabic")

OTHER_NEEDS_REMARK = Words("选择“其他”时须填写备注", "“Other” needs a remark")
ONLY = Words("该省单位应选“{0}”", "organisations choose “{0}” here")
UNLESS = Words("除“{0}”外须填写备注", "any content but “{0}” needs a remark")
IF_CHOSEN = Words("选择“{0}”时须填写备注", "“{0}” needs a remark")
OTHER_IS_REFUSED = Words("该省单位不能选择“其他”", "organisations may not choose “Other” here")


def content_is_allowed(examined: Examined) -> Iterator[Hit]:
    """W18, W19: a private person's content beyond what persons may offer, or not here."""
    if not when.is_individual(examined.form):
        return
    contents = examined.form.service.service_contents
    for content in contents:
        row = examined.rulebook.tables.row("service_content_type", content)
        if row is not None and not row.attributes.get("personal_allowed"):
            yield Hit("W18", CONTENTS)
    rule = _ruled(examined, "personal_blog_content_forbidden")
    if rule is not None and BLOG in contents:
        yield Hit("W19", CONTENTS, by=rule)


def other_content_is_explained(examined: Examined) -> Iterator[Hit]:
    """W20: content 其他 without a remark, or where it is not taken at all."""
    service = examined.form.service
    if OTHER not in service.service_contents:
        return
    if not service.service_remark:
        asked = examined.ruling.get("remark_required_if_content")
        by = asked if asked is not None and OTHER in _ids(examined, asked) else None
        yield Hit("W20", REMARK, {"fault": OTHER_NEEDS_REMARK}, by=by)
    rule = _ruled(examined, "service_content_other_forbidden")
    if rule is not None:
        yield Hit("W20", CONTENTS, {"fault": OTHER_IS_REFUSED}, by=rule, severity="province")


def content_is_the_provinces(examined: Examined) -> Iterator[Hit]:
    """W20: contents that the province takes alone, or takes with a remark only."""
    service = examined.form.service
    if not service.service_contents:
        return
    chosen = set(service.service_contents)
    only = examined.ruling.get("service_content_org")
    if only is not None and _ids(examined, only) != chosen:
        yield _unfit(CONTENTS, ONLY, examined, only)
    if service.service_remark:
        return
    unless = examined.ruling.get("remark_required_unless_content")
    if unless is not None and _ids(examined, unless) != chosen:
        yield _unfit(REMARK, UNLESS, examined, unless)
    asked = examined.ruling.get("remark_required_if_content")
    if asked is not None and (_ids(examined, asked) - {OTHER}) & chosen:
        yield _unfit(REMARK, IF_CHOSEN, examined, asked)


def languages_fit(examined: Examined) -> Iterator[Hit]:
    """W34: a language that the province wants is missing, or one that the form itself uses."""
    service = examined.form.service
    if not service.languages:
        return
    rule = examined.ruling.get("language_must_include")
    if rule is not None and rule.value not in service.languages:
        words = examined.rulebook.tables.words("language", rule.value)
        reason = Words("须包含“{0}”", "“{0}” must be among them")
        fix = Fix(
            LANGUAGES,
            (*service.languages, rule.value),
            Words(f"加上“{words.zh}”", f"Add “{words.en}”"),
        )
        yield Hit("W34", LANGUAGES, {"reason": _with(reason, words)}, by=rule, fix=fix)
    rule = _ruled(examined, "language_must_match_site")
    text = f"{service.service_name or ''}{service.service_remark or ''}"
    if rule is not None:
        for is_written, languages, reason in _WRITTEN:
            if any(map(is_written, text)) and not set(languages) & set(service.languages):
                yield Hit("W34", LANGUAGES, {"reason": reason}, by=rule)


def business_needs_a_licence(examined: Examined) -> Iterator[Hit]:
    """W30: a commercial service, which needs another licence after the filing."""
    if examined.form.service.is_commercial:
        yield Hit("W30", "service.is_commercial")


_WRITTEN = (
    (
        hanzi.is_hanzi,
        CHINESE,
        Words(
            "名称或备注用了汉字，却没有选中文", "the name or remark is in Chinese, none is chosen"
        ),
    ),
    (
        hanzi.is_arabic,
        IN_ARABIC_LETTERS,
        Words(
            "名称或备注用了阿拉伯字母，却没有选相应语种",
            "the name or remark is in Arabic letters, no such language is chosen",
        ),
    ),
)


def _ruled(examined: Examined, key: str) -> ProvinceRule | None:
    """The rule of a key that is a plain yes."""
    rule = examined.ruling.get(key)
    return rule if rule is not None and rule.value else None


def _ids(examined: Examined, rule: ProvinceRule) -> set[str]:
    """The contents that a rule names by their Chinese names."""
    table = examined.rulebook.tables["service_content_type"]
    names = rule.value if isinstance(rule.value, list) else [rule.value]
    return {row.id for name in names if (row := table.find(str(name))) is not None}


def _unfit(path: str, fault: Words, examined: Examined, rule: ProvinceRule) -> Hit:
    rows = [
        examined.rulebook.tables.words("service_content_type", it)
        for it in sorted(_ids(examined, rule))
    ]
    slots = {"fault": _with(fault, joined(rows))}
    return Hit("W20", path, slots, by=rule, severity="province")


def _with(phrase: Words, value: Words) -> Words:
    return Words(phrase.zh.format(value.zh), phrase.en.format(value.en))


CONTENT_CHECKS: tuple[Check, ...] = (
    content_is_allowed,
    other_content_is_explained,
    content_is_the_provinces,
    languages_fit,
    business_needs_a_licence,
)
