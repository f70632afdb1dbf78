"""Checks of the service: its pre-approvals, where it may be filed."""

from collections.abc import Iterator

from butler_desktop.domain import form_conditions as when
from butler_desktop.domain.examination import Check, Examined, Hit

APPROVALS = "service.pre_approvals"


def pre_approval_is_whole(examined: Examined) -> Iterator[Hit]:
    """W26, W27, W29: a permit without its number, expired, or held by a private person."""
    for permit in examined.form.service.pre_approvals:
        if permit.key == "none":
            continue
        words = examined.rulebook.tables.words("pre_approval_type", permit.key)
        if when.is_individual(examined.form):
            yield Hit("W29", APPROVALS)
        if not permit.number:
            yield Hit("W26", f"{APPROVALS}.{permit.key}.number", {"approval": words})
        if examined.days_over(permit.valid_to):
            yield Hit("W27", f"{APPROVALS}.{permit.key}.valid_to", {"approval": words})


def service_is_filed_here(examined: Examined) -> Iterator[Hit]:
    """A09: mini programs are filed by the platform they live on."""
    if examined.form.service.service_kind == "mini_program":
        yield Hit("A09", "service.service_kind")


SERVICE_CHECKS: tuple[Check, ...] = (
    pre_approval_is_whole,
    service_is_filed_here,
)
