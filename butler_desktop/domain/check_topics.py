"""Checks of subjects that need a permit before filing (前置审批), by the words of a form."""

from collections.abc import Iterator

from butler_desktop.domain import form_conditions as when
from butler_desktop.domain.examination import Check, Examined, Hit
from butler_desktop.domain.province_rules import ProvinceRule
from butler_desktop.domain.topic_places import SPONSOR_NAME, Place, Told
from butler_desktop.domain.validators import tidy
from butler_desktop.domain.word_lists import Topic
from butler_desktop.words import Words

APPROVALS = "service.pre_approvals"
COMMITMENT = "not_involved_commitment"
FINANCE = "finance"

ALSO_BY = {"after_school_training": ("education",)}
"""Permits of another name that settle a subject too."""

NEEDS_APPROVAL = {"bulletin_board": "forum_needs_approval", "religion": "religion_needs_approval"}
"""Subjects for which some provinces want the permit and nothing else."""

NAMED_TOPICS = frozenset({FINANCE, *NEEDS_APPROVAL, *ALSO_BY})
"""Subjects that these checks know by name: without one of them a check would sleep unseen."""

LICENCE = Words("须提供金融监管部门的批准文件", "the regulator's approval is needed")
LICENCE_OR_LETTERS = Words(
    "须提供金融监管部门的批准文件；不涉及的，由主办者和接入商各出承诺书",
    "the regulator's approval is needed, or commitments of sponsor and provider",
)
NOT_ONLINE = Words(
    "该省金融类单位不能在线备案，请先咨询管局",
    "financial units cannot file online here; ask the authority first",
)


def topics_are_settled(examined: Examined) -> Iterator[Hit]:
    """W23: words of a subject, with neither its permit nor the commitment that it is none."""
    if _has_paper(examined):
        return
    told = Told.of(examined)
    for topic in examined.rulebook.word_lists.topics:
        if not _is_permitted(examined, topic):
            places = told.places_of(topic)
            if places:
                yield _unsettled(examined, topic, places)


def finance_is_licensed(examined: Examined) -> Iterator[Hit]:
    """W24: words of finance where the province asks for the regulator's licence."""
    topic = next((it for it in examined.rulebook.word_lists.topics if it.id == FINANCE), None)
    if topic is None or _is_permitted(examined, topic):
        return
    places = Told.of(examined).places_of(topic)
    word = places[0].word if places else ""
    rule = examined.ruling.get("finance_keyword_needs_licence")
    if places and rule is not None and rule.value and not _has_paper(examined):
        yield Hit("W24", APPROVALS, {"word": word, "need": LICENCE_OR_LETTERS}, by=rule)
    rule = examined.ruling.get("finance_sponsor_online_filing")
    is_sponsors = any(place.path.startswith("subject.") for place in places)
    if is_sponsors and rule is not None and not rule.value:
        yield Hit("W24", SPONSOR_NAME, {"word": word, "need": NOT_ONLINE}, by=rule)


def permit_is_the_sponsors(examined: Examined) -> Iterator[Hit]:
    """W28: a permit that another unit holds."""
    sponsor = tidy.compact(examined.form.subject.sponsor_name or "")
    for permit in examined.form.service.pre_approvals:
        holder = tidy.compact(permit.holder or "")
        if permit.key != "none" and sponsor and holder and holder != sponsor:
            yield Hit("W28", f"{APPROVALS}.{permit.key}.holder")


def commitment_rule(examined: Examined, topic: Topic) -> ProvinceRule | None:
    """The province's rule by which a commitment does not settle a subject; None where it does."""
    refused = examined.ruling.get("not_involved_letter_accepted")
    if refused is not None and not refused.value:
        return refused
    permit = examined.ruling.get(NEEDS_APPROVAL.get(topic.id, ""))
    if permit is not None and permit.value:
        return permit
    asked = examined.ruling.get("not_involved_letter_on_preapproval_keyword")
    return asked if asked is not None and topic.id == FINANCE else None


def _unsettled(examined: Examined, topic: Topic, places: tuple[Place, ...]) -> Hit:
    rule = commitment_rule(examined, topic)
    slots = {
        "topic": topic.words,
        "places": Words("、".join(it.words.zh for it in places), _listed(places)),
        "papers": _papers(examined, topic, rule is None),
    }
    return Hit("W23", places[0].path, slots, by=rule)


def _listed(places: tuple[Place, ...]) -> str:
    return ", ".join(it.words.en for it in places)


def _papers(examined: Examined, topic: Topic, takes_commitment: bool) -> Words:
    """What settles a subject for this sponsor in this province."""
    permit = _permit(examined, topic)
    commitment = Words("不涉及前置审批承诺书", "the commitment that none is involved")
    if when.is_individual(examined.form):
        # private persons cannot hold a permit
        if takes_commitment:
            return Words("删去相关文字，或附", "take the words out, or attach ") + commitment
        return Words("删去相关文字", "take the words out")
    if takes_commitment:
        either = Words("须有", "needed: ") + permit
        return either + Words("；不涉及的附", "; if not involved, ") + commitment
    only = Words("须有", "needed: ") + permit
    return only + Words(
        "；该省不接受承诺书，不涉及的请先缩减经营范围或改名",
        "; no commitment is taken here: narrow the business scope or change the name",
    )


def _permit(examined: Examined, topic: Topic) -> Words:
    row = examined.rulebook.tables.row("pre_approval_type", topic.id)
    name = str(row.attributes.get("typical_document", "")) if row is not None else ""
    if not name or name.isascii():
        approver = str(row.attributes.get("approver", "")) if row is not None else ""
        name = f"{approver}{topic.words.zh}前置审批文件"
    return Words(f"“{name}”", f"the permit “{name}”")


def _is_permitted(examined: Examined, topic: Topic) -> bool:
    """Whether a permit of the subject is given; for subjects without a type any will do."""
    permits = {it.key for it in examined.form.service.pre_approvals} - {"none"}
    if examined.rulebook.tables.row("pre_approval_type", topic.id) is None:
        return bool(permits)
    return bool(permits & {topic.id, *ALSO_BY.get(topic.id, ())})


def _has_paper(examined: Examined) -> bool:
    """Whether the commitment is attached; whether the province takes it is told elsewhere."""
    return any(it.material_kind == COMMITMENT for it in examined.case.papers or ())


TOPIC_CHECKS: tuple[Check, ...] = (
    topics_are_settled,
    finance_is_licensed,
    permit_is_the_sponsors,
)
