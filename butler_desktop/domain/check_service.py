"""Checks of the service: its content, its pre-approvals, where it may be filed."""

from collections.abc import Iterator

from butler_desktop.domain import form_conditions as when
from butler_desktop.domain.examination import Check, Examined, Hit

CONTENTS = "service.service_contents"
APPROVALS = "service.pre_approvals"


def content_is_allowed(examined: Examined) -> Iterator[Hit]:
    """W18: a private person's content beyond what persons may offer."""
    if not when.is_individual(examined.form):
        return
    for content in examined.form.service.service_contents:
        row = examined.rulebook.tables.row("service_content_type", content)
        if row is not None and not row.attributes.get("personal_allowed"):
            yield Hit("W18", CONTENTS)


def other_content_is_explained(examined: Examined) -> Iterator[Hit]:
    """W20: content 其他 without a remark."""
    service = examined.form.service
    if "other" in service.service_contents and not service.service_remark:
        yield Hit("W20", "service.service_remark")


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
    content_is_allowed,
    other_content_is_explained,
    pre_approval_is_whole,
    service_is_filed_here,
)
