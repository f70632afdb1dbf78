"""Forms for letters: the sample forms, changed so that each letter is offered."""

from collections.abc import Iterator

from butler_desktop.domain.form_shape import Leaf
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.rulebook import Rulebook

SCOPE = "文化艺术交流；教育培训；以自有资金从事投资活动；财富管理；资产管理"
DOMAINS = tuple(f"sample-more-{number}.cn" for number in range(6))


def changed(form: Particulars, values: dict[str, Leaf]) -> Particulars:
    """The form with other values at some paths."""
    for path, value in values.items():
        form = form.with_value(path, value)
    return form


def authorised(form: Particulars) -> Particulars:
    """One person, who is not the legal representative, holds both roles."""
    roles: dict[str, Leaf] = {}
    for role in ("subject_pic", "service_pic"):
        roles |= {f"{role}.is_legal_rep": False, f"{role}.title": "技术总监"}
    return changed(form, roles)


def two_authorised(form: Particulars) -> Particulars:
    """Two persons, neither of them the legal representative."""
    other: dict[str, Leaf] = {
        "service_pic.name": "欧阳明德",
        "service_pic.id_number": "110105199003078515",
        "service_pic.mobile": "15900001234",
    }
    return changed(authorised(form), other)


def of_many_topics(form: Particulars) -> Particulars:
    """A scope that speaks of what needs permits, and many domains."""
    return changed(form, {"subject.business_scope": SCOPE, "service.extra_domains": DOMAINS})


def variants(form: Particulars) -> Iterator[Particulars]:
    """The form as it is, and in the ways that bring other letters."""
    yield form
    yield authorised(form)
    yield two_authorised(form)
    yield of_many_topics(form)


def in_each_province(form: Particulars, rulebook: Rulebook) -> Iterator[Particulars]:
    """The form's variants in every province."""
    for province in rulebook.provinces:
        yield from variants(form.with_value("province", province.code))
