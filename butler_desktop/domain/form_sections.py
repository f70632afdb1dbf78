"""Sections: the parts of the filing form under one heading, in the form's order."""

from dataclasses import dataclass
from typing import TypeAlias

from butler_desktop.domain import form_conditions as when
from butler_desktop.domain.form_conditions import Condition
from butler_desktop.domain.particulars import Particulars
from butler_desktop.words import Words

Variants: TypeAlias = tuple[tuple[Condition, Words], ...]
"""Other names, each for the forms on which its condition holds."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the form; ``id`` is also the first step of its fields' paths."""

    id: str
    words: Words
    variants: Variants = ()

    def title(self, particulars: Particulars) -> Words:
        """The heading for this form."""
        return varied(self.words, self.variants, particulars)


def varied(words: Words, variants: Variants, particulars: Particulars) -> Words:
    """The first variant whose condition holds, else ``words``."""
    return next((other for holds, other in variants if holds(particulars)), words)


FILING = Section("filing", Words("备案类型", "Filing"))
SUBJECT = Section("subject", Words("主办者", "Sponsor"))
SUBJECT_PIC = Section("subject_pic", Words("主体负责人", "Subject person in charge"))
SERVICE = Section(
    "service",
    Words("互联网信息服务", "Internet service"),
    ((when.is_website, Words("网站", "Website")), (when.is_app, Words("APP", "App"))),
)
SERVICE_PIC = Section(
    "service_pic",
    Words("互联网信息服务负责人", "Service person in charge"),
    (
        (when.is_website, Words("网站负责人", "Website person in charge")),
        (when.is_app, Words("APP 负责人", "App person in charge")),
    ),
)
ACCESS = Section("access", Words("接入信息", "Access"))

SECTIONS = (FILING, SUBJECT, SUBJECT_PIC, SERVICE, SERVICE_PIC, ACCESS)
"""In the order of the form."""


def section_of(path: str) -> Section:
    """The section that a path belongs to; facts of the filing itself have no prefix."""
    prefix, dot, _ = path.partition(".")
    return next((each for each in SECTIONS if dot and each.id == prefix), FILING)
