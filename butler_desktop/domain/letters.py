"""Letters of a filing: which papers can be drafted for a form, what each lacks, what it says.

A province's own template stands for the general one of the same paper, and is
never offered for another province.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from butler_desktop.domain.form_conditions import is_organisation
from butler_desktop.domain.letter import (
    NOTHING,
    Block,
    Letter,
    LetterTemplate,
    TemplateBlock,
)
from butler_desktop.domain.letter_slots import (
    TOPICS,
    SlotValue,
    filled_text,
    slot_value,
    slots_in,
)
from butler_desktop.domain.material_conditions import CONDITIONS
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.readiness import Lack
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.domain.word_lists import Topic
from butler_desktop.errors import NotFound, Refused
from butler_desktop.words import Words, joined

SEAL, FINGERPRINT = "单位公章", "指印"
PARTY = "subject.sponsor_name"
ALWAYS = (PARTY, "subject.sponsor_kind")
"""In whose name a letter is, and whether with seal or fingerprint."""

TOPIC_WORDS = Words("前置审批事项", "Matters of pre-approval")
NOT_COVERED = Words(
    "{topics}不能以承诺书代替，须提供批准文件或删减经营范围",
    "{topics}: a commitment will not do; show the permit or reduce the business scope",
)

THRESHOLD = Words("{province}从 {least} 个站点起要求", "{province} asks from {least} sites on")

Values: TypeAlias = dict[str, SlotValue]


@dataclass(frozen=True, slots=True)
class LetterOffer:
    """A paper that can be drafted for a form. ``refused`` says why it is of no use there."""

    template: LetterTemplate
    words: Words
    lacks: tuple[Lack, ...] = ()
    refused: Words | None = None
    hint: Words = NOTHING

    @property
    def is_ready(self) -> bool:
        """Whether it can be made now."""
        return not self.lacks and self.refused is None


def letters_for(form: Particulars, rulebook: Rulebook) -> tuple[LetterOffer, ...]:
    """The papers that can be drafted for this form, also those that still lack something."""
    return tuple(_offer(template, form, rulebook) for template in _templates(form, rulebook))


def lettered_kinds(form: Particulars, rulebook: Rulebook) -> frozenset[str]:
    """The materials for which there is a letter."""
    return frozenset(template.kind for template in _templates(form, rulebook))


def letter_offer(template_id: str, form: Particulars, rulebook: Rulebook) -> LetterOffer:
    """The offer of one template. Raises NotFound where this form has no use for it."""
    for offer in letters_for(form, rulebook):
        if offer.template.id == template_id:
            return offer
    raise NotFound(
        Words(f"这条备案没有“{template_id}”这种文书", f"This filing has no letter “{template_id}”")
    )


def filled_letter(template_id: str, form: Particulars, rulebook: Rulebook) -> Letter:
    """The letter with everything filled in.

    Raises NotFound, and Refused with the lacks as findings where a field is
    missing or the province takes no such paper.
    """
    offer = letter_offer(template_id, form, rulebook)
    if offer.refused is not None:
        raise Refused(offer.refused)
    if offer.lacks:
        raise Refused(
            Words("“{letter}”还不能生成", "“{letter}” cannot be made yet").filled(
                letter=offer.words
            ),
            joined([it.words for it in offer.lacks]),
            offer.lacks,
        )
    return _filled(offer.template, form, rulebook)


def _templates(form: Particulars, rulebook: Rulebook) -> Iterator[LetterTemplate]:
    own = {it.kind for it in rulebook.letters if form.province in it.scope.provinces}
    for template in rulebook.letters:
        provinces = template.scope.provinces
        is_here = form.province in provinces if provinces else template.kind not in own
        if is_here and _is_for(template, form) and _has_subject(template, form, rulebook):
            yield template


def _has_subject(template: LetterTemplate, form: Particulars, rulebook: Rulebook) -> bool:
    """Whether the form speaks of what the paper is about."""
    return not template.scope.about_topics or any(_topics(template, form, rulebook))


def _is_for(template: LetterTemplate, form: Particulars) -> bool:
    scope = template.scope
    holds = all(CONDITIONS[name](form) for name in scope.when)
    stands = not any(CONDITIONS[name](form) for name in scope.unless)
    spoken = _spoken(form)
    return holds and stands and (not scope.words or any(it in spoken for it in scope.words))


def _offer(template: LetterTemplate, form: Particulars, rulebook: Rulebook) -> LetterOffer:
    covered, others = _topics(template, form, rulebook)
    values = _values(template, form, rulebook, covered)
    words = Words(_put(template.title, values) or template.words.zh, template.words.en)
    if template.refused is not None:
        return LetterOffer(template, words, refused=template.refused)
    told = NOT_COVERED.filled(topics=joined([it.words for it in others]))
    if others and not covered:
        return LetterOffer(template, words, refused=told)
    asked = (*values.values(), *(slot_value(path, form, rulebook) for path in ALWAYS))
    lacks = dict.fromkeys(it for value in asked for it in value.lacks)
    hints = [template.hint, *([told] if others else ()), *_threshold(template, form, rulebook)]
    said = [it for it in hints if it.zh]
    hint = Words("；".join(it.zh for it in said), "; ".join(it.en for it in said))
    return LetterOffer(template, words, tuple(lacks), None, hint)


def _threshold(template: LetterTemplate, form: Particulars, rulebook: Rulebook) -> Iterator[Words]:
    """From how many sites on the province asks for the paper."""
    rule = rulebook.province_rules.ruling(form).get(f"{template.kind}_threshold")
    province = rulebook.provinces.named(form.province)
    if rule is not None and province is not None:
        least = rule.value["sites"] + (rule.value["op"] == ">")
        yield THRESHOLD.filled(province=province.short_words, least=least)


def _topics(
    template: LetterTemplate, form: Particulars, rulebook: Rulebook
) -> tuple[tuple[Topic, ...], tuple[Topic, ...]]:
    """The topics that the letter speaks of, and those of which the province takes no letter."""
    scope = template.scope
    if not scope.about_topics:
        return (), ()
    permitted = {it.type for it in form.service.pre_approvals}
    spoken = [it for it in rulebook.word_lists.topics_of(_spoken(form)) if it.id not in permitted]
    covered = tuple(
        it
        for it in spoken
        if it.id not in scope.but_topics and (not scope.topics or it.id in scope.topics)
    )
    refused = tuple(
        it
        for it in spoken
        if it.id in scope.but_topics or (scope.refuses_others and it not in covered)
    )
    return covered, refused


def _spoken(form: Particulars) -> str:
    """What an authority looks through for words that need a permit."""
    subject, service = form.subject, form.service
    texts = (
        subject.sponsor_name,
        subject.business_scope,
        service.service_name,
        service.service_remark,
    )
    return "\n".join(text for text in texts if text)


def _shown(template: LetterTemplate, form: Particulars) -> list[TemplateBlock]:
    return [
        it
        for it in template.blocks
        if all(CONDITIONS[name](form) for name in it.when)
        and (not it.provinces or form.province in it.provinces)
    ]


def _signers(template: LetterTemplate, form: Particulars) -> list[str]:
    return [it.text for it in template.signers if all(CONDITIONS[name](form) for name in it.when)]


def _values(
    template: LetterTemplate, form: Particulars, rulebook: Rulebook, covered: tuple[Topic, ...]
) -> Values:
    """What stands in the slots that this form shows of the template."""
    texts = [template.title, template.addressee, *_signers(template, form)]
    for each in _shown(template, form):
        texts.extend(each.block.texts())
    slots = dict.fromkeys(slot for text in texts for slot in slots_in(text))
    topics = SlotValue("、".join(it.words.zh for it in covered), TOPIC_WORDS)
    return {slot: topics if slot == TOPICS else slot_value(slot, form, rulebook) for slot in slots}


def _put(text: str, values: Values) -> str:
    """The text filled; empty where something for it is missing."""
    slots = slots_in(text)
    if not all(values[slot].text for slot in slots):
        return ""
    return filled_text(text, {slot: values[slot].text for slot in slots})


def _filled(template: LetterTemplate, form: Particulars, rulebook: Rulebook) -> Letter:
    covered, _ = _topics(template, form, rulebook)
    values = _values(template, form, rulebook, covered)
    party = slot_value(PARTY, form, rulebook)
    named = {value.words.zh: value.text for value in (*values.values(), party)}
    return Letter(
        id=template.id,
        title=_put(template.title, values) or template.words.zh,
        addressee=_put(template.addressee, values),
        blocks=tuple(_block(it.block, values) for it in _shown(template, form)),
        signers=tuple(_put(text, values) for text in _signers(template, form)),
        party=party.text,
        mark=_mark(template, form),
        values=tuple(named.items()),
    )


def _block(block: Block, values: Values) -> Block:
    rows = tuple(tuple(_put(cell, values) for cell in row) for row in block.rows)
    return replace(block, text=_put(block.text, values), rows=rows)


def _mark(template: LetterTemplate, form: Particulars) -> str:
    """What is set on the paper beside the signature."""
    if not template.sealed:
        return ""
    has_seal = is_organisation(form) and form.subject.has_seal is not False
    return SEAL if has_seal else FINGERPRINT
