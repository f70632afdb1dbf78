"""Asked questions: which of the rulebook's questions a form raises, and how each stands.

An empty form raises none: a question is asked once what it is about is given.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from butler_desktop.domain.canonical import canonical_digest
from butler_desktop.domain.checklist import paper_name
from butler_desktop.domain.examination import Examined
from butler_desktop.domain.fact_question import (
    NOTHING,
    FactQuestion,
    place_of_question,
    question_at,
)
from butler_desktop.domain.form import is_filled
from butler_desktop.domain.form_conditions import always
from butler_desktop.domain.material import Material
from butler_desktop.domain.material_conditions import CONDITIONS
from butler_desktop.domain.material_kind import NOBODY
from butler_desktop.domain.noted_fact import NotedFact, latest
from butler_desktop.domain.province_rules import ProvinceRule
from butler_desktop.domain.standing import FORM, MATERIAL, WHOLE, standing
from butler_desktop.words import Words

PICTURES, SIGNED, PAPERS = "pictures", "signed", "papers"
FACT = "fact:"
ABOUT = (PICTURES, SIGNED, PAPERS)
"""What a question can be asked of, besides the filing."""


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question that is asked of this filing."""

    question: FactQuestion
    about: str
    """A kind of paper; empty for the filing."""
    paper: Words
    """What that paper is called."""
    rule: ProvinceRule | None
    """The province's rule that it rests on."""
    noted: NotedFact | None
    """The answer to what stands there now; it may be stale."""
    is_answered: bool
    """Whether the answer still counts."""

    @property
    def place(self) -> str:
        """``fact:key`` or ``fact:key:kind``."""
        return place_of_question(self.question.id, self.about)

    @property
    def ruled(self) -> Any:
        """What the province's rule says."""
        return self.rule.value if self.rule else None

    @property
    def words(self) -> Words:
        """The question in full."""
        return self.question.words.filled(material=self.paper, ruled=self.ruled)

    @property
    def look_at(self) -> str:
        """The place of the filing that it is about."""
        if self.about:
            return MATERIAL + self.about
        return FORM + self.question.field if self.question.field else ""


def asked_questions(examined: Examined) -> Iterator[AskedQuestion]:
    """The questions in the rulebook's order, for each paper where they are about papers."""
    for question in examined.rulebook.questions:
        if _is_asked(question, examined):
            for about in _abouts(question, examined):
                yield _asked(question, about, examined)


def standing_at(examined: Examined, place: str) -> str:
    """A digest of what stands at a place; of a question, what was answered of what."""
    papers = examined.case.papers or ()
    if not place.startswith(FACT):
        return standing(examined.form, papers, place)
    fact, about = question_at(place)
    for question in examined.rulebook.questions:
        if question.id == fact:
            before = digest_of(question, about, examined)
            noted = latest(examined.case.noted, fact, about)
            counts = noted is not None and noted.before == before
            answer = noted.answer if noted is not None and counts else ""
            return canonical_digest({"place": place, "value": [answer, before]})
    return ""


def _is_asked(question: FactQuestion, examined: Examined) -> bool:
    form, ruling = examined.form, examined.ruling
    if question.field and not is_filled(form.get(question.field)):
        return False
    if not CONDITIONS.get(question.when, always)(form):
        return False
    excused = ruling.get(question.unless_ruled)
    if excused is not None and excused.value:
        return False
    if not question.ruled:
        return True
    rule = ruling.get(question.ruled)
    if rule is None:
        return False
    return rule.value in question.ruled_as if question.ruled_as else bool(rule.value)


def _abouts(question: FactQuestion, examined: Examined) -> tuple[str, ...]:
    if not question.about:
        return ("",)
    papers = examined.case.papers or ()
    if question.about == PAPERS:
        return ("",) if papers else ()
    kinds = dict.fromkeys(it.material_kind for it in papers if _is_meant(question, it, examined))
    return tuple(kinds)


def _is_meant(question: FactQuestion, paper: Material, examined: Examined) -> bool:
    kind = paper.material_kind
    if kind in question.excluded or (question.only and kind not in question.only):
        return False
    if question.about == PICTURES:
        return paper.media_type.startswith("image/")
    known = examined.rulebook.materials.kind(kind)
    return known is not None and (known.sealed or known.signs != NOBODY)


def _asked(question: FactQuestion, about: str, examined: Examined) -> AskedQuestion:
    rule = examined.ruling.get(question.ruled or question.by)
    noted = latest(examined.case.noted, question.id, about)
    if noted is not None and not _says_something(noted, question, examined):
        noted = None
    counts = noted is not None and _is_fresh(question, noted, examined.today)
    return AskedQuestion(question, about, _paper(about, examined), rule, noted, counts)


def _paper(about: str, examined: Examined) -> Words:
    return paper_name(about, examined.form, examined.rulebook) if about else NOTHING


def _says_something(noted: NotedFact, question: FactQuestion, examined: Examined) -> bool:
    """Whether it was not taken back, and is about what stands there now."""
    return bool(noted.answer) and noted.before == digest_of(question, noted.about, examined)


def digest_of(question: FactQuestion, about: str, examined: Examined) -> str:
    """What a question is about, as a digest that holds nothing personal."""
    if question.about == PAPERS:
        place = WHOLE
    else:
        place = MATERIAL + about if about else FORM + question.field
    return standing(examined.form, examined.case.papers or (), place)


def _is_fresh(question: FactQuestion, noted: NotedFact, today: date) -> bool:
    if not question.stale_days:
        return True
    return (today - date.fromisoformat(noted.checked_on)).days <= question.stale_days
