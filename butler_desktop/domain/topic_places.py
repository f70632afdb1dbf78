"""TopicPlaces: where a form speaks of a subject that may need a permit before filing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from butler_desktop.domain.code_tables import CodeRow
from butler_desktop.domain.examination import Examined
from butler_desktop.domain.word_lists import Topic
from butler_desktop.words import Words

SPONSOR_NAME = "subject.sponsor_name"
SCOPE = "subject.business_scope"
NAME = "service.service_name"
CONTENTS = "service.service_contents"
REMARK = "service.service_remark"

PLACES = {
    NAME: Words("服务名称", "the service's name"),
    CONTENTS: Words("服务内容", "the content"),
    REMARK: Words("服务备注", "the remark"),
    SPONSOR_NAME: Words("主办者名称", "the sponsor's name"),
    SCOPE: Words("经营范围", "the business scope"),
}
"""In the order of how much they say of the service; the first that hits is where it is shown."""

DENIAL = re.compile(
    r"(?:均|并|亦|也|都)?(?:不涉及|不含|不包含|不包括|不提供|不从事|不经营|无关于)[^。；;！\n]*"
)
"""A clause that says what a site does not have: it speaks of a subject only to deny it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A word of a subject, and the field that it stands in."""

    path: str
    word: str

    @property
    def words(self) -> Words:
        """As a finding tells it: 经营范围中的“教育咨询”."""
        place = PLACES[self.path]
        return Words(f"{place.zh}“{self.word}”", f"“{self.word}” in {place.en}")


@dataclass(frozen=True, slots=True)
class Told:
    """What a form says about its service, field by field."""

    texts: tuple[tuple[str, str], ...]
    contents: tuple[CodeRow, ...]

    @classmethod
    def of(cls, examined: Examined) -> "Told":
        """What is said, without what it only denies."""
        rows = tuple(_contents(examined))
        texts = [(CONTENTS, row.words.zh.lower()) for row in rows]
        for path in PLACES.keys() - {CONTENTS}:
            text = examined.form.get(path)
            if isinstance(text, str):
                texts.append((path, DENIAL.sub("", text).lower()))
        return cls(tuple(texts), rows)

    def places_of(self, topic: Topic) -> tuple[Place, ...]:
        """Where the form speaks of ``topic``, one word for each field."""
        found: dict[str, Place] = {}
        for path, text in self.texts:
            hits = [hint for hint in topic.hints if hint.lower() in text]
            if hits and path not in found:
                found[path] = Place(path, max(hits, key=len))
        for row in self.contents:
            if row.attributes.get("likely_pre_approval") == topic.id:
                found.setdefault(CONTENTS, Place(CONTENTS, row.words.zh))
        return tuple(found[path] for path in PLACES if path in found)


def _contents(examined: Examined) -> Iterator[CodeRow]:
    for content in examined.form.service.service_contents:
        row = examined.rulebook.tables.row("service_content_type", content)
        if row is not None:
            yield row
