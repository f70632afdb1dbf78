"""Return kinds: what an authority's returns are about, in few words, for counting.

Each return counts once, by what its first sentence is about.
"""

from collections.abc import Container
from enum import StrEnum

from butler_desktop.domain.rejection_reading import read_rejection
from butler_desktop.words import Words


class ReturnKind(StrEnum):
    """What a return is about."""

    PAPERS = "papers"
    NAME = "name"
    SMS = "sms"
    APPROVAL = "approval"
    DOMAIN = "domain"
    CONTENT = "content"
    CONTACT = "contact"
    SPONSOR = "sponsor"
    PERSON = "person"
    OTHER = "other"


RETURN_KIND_WORDS = {
    ReturnKind.PAPERS: Words("证件材料", "Papers"),
    ReturnKind.NAME: Words("网站名称", "Name of the site"),
    ReturnKind.SMS: Words("核验超时", "SMS lapsed"),
    ReturnKind.APPROVAL: Words("前置审批", "Prior approval"),
    ReturnKind.DOMAIN: Words("域名信息", "Domain"),
    ReturnKind.CONTENT: Words("网站内容", "Content of the site"),
    ReturnKind.CONTACT: Words("联系方式", "Telephone, e-mail"),
    ReturnKind.SPONSOR: Words("主办者信息", "Sponsor"),
    ReturnKind.PERSON: Words("负责人信息", "Persons in charge"),
    ReturnKind.OTHER: Words("其他", "Other"),
}

_BY_PLACE: tuple[tuple[ReturnKind, tuple[str, ...]], ...] = (
    (ReturnKind.APPROVAL, ("material:pre_approval",)),
    (ReturnKind.NAME, ("form:service.service_name", "material:trademark")),
    (ReturnKind.DOMAIN, ("form:service.domain", "material:domain")),
    (ReturnKind.CONTACT, (".mobile", ".emergency_phone", ".office_phone", ".email")),
    (ReturnKind.PAPERS, ("material:", ".id_valid_to", "certificate_valid_to")),
    (ReturnKind.PERSON, ("form:subject_pic", "form:service_pic", "legal_rep")),
    (ReturnKind.SPONSOR, ("form:subject",)),
    (ReturnKind.CONTENT, ("form:service", "form:access")),
)
"""The first whose words stand in a place decides."""


class _Everything(Container[str]):
    """Every place is known: here nothing is marked, only counted."""

    def __contains__(self, _place: object) -> bool:
        return True


def return_kind(reasons: str) -> ReturnKind:
    """What a return is about; without words it is a lapsed SMS."""
    if not reasons.strip():
        return ReturnKind.SMS
    for reason in read_rejection(reasons, _Everything()):
        for kind, words in _BY_PLACE:
            if any(word in place for place in reason.places for word in words):
                return kind
    return ReturnKind.OTHER
