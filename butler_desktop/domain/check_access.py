"""Checks of the access information: addresses, the way of access, cloud resources."""

from collections.abc import Iterator
from datetime import date

from butler_desktop.domain import form_conditions as when
from butler_desktop.domain.examination import Check, Examined, Hit
from butler_desktop.domain.validators import ip_range, iso_date

LONGEST_REVIEW = 20
"""Working days that an authority has by law."""

MARGIN = 5
"""Working days for what goes before: the provider's review, the ministry's SMS."""


def addresses_are_public(examined: Examined) -> Iterator[Hit]:
    """I01, I02: an address that cannot be one, or that the public cannot reach."""
    for text in examined.form.access.ip_ranges:
        judged = ip_range.validate(text)
        if judged.fault is not None:
            yield Hit("I01", "access.ip_ranges", {"fault": judged.fault})
        else:
            fault = ip_range.public_fault(judged.value)
            if fault is not None:
                yield Hit("I02", "access.ip_ranges", {"fault": fault})


def access_is_whole(examined: Examined) -> Iterator[Hit]:
    """I09: addresses without the way of access or the place of the servers."""
    access = examined.form.access
    if access.ip_ranges and not access.access_methods:
        yield Hit("I09", "access.access_methods")
    if access.ip_ranges and not access.server_locations:
        yield Hit("I09", "access.server_locations")


def addresses_are_the_providers(examined: Examined) -> Iterator[Hit]:
    """I03: an address that is not among the provider's, where those are known."""
    known = examined.rulebook.provider_ranges
    for text in examined.form.access.ip_ranges if known else ():
        judged = ip_range.validate(text)
        if judged.fault is None and not ip_range.Span.of(judged.value).lies_in(known):
            yield Hit("I03", "access.ip_ranges", {"address": judged.value})


def resources_serve(examined: Examined) -> Iterator[Hit]:
    """I04, I06: a cloud resource outside the mainland; one that ends before the review may."""
    outside = examined.rulebook.word_lists.sets.get("regions_outside", ())
    last_needed = _review_ends(examined)
    for resource in examined.form.access.resources:
        path = f"access.resources.{resource.key}"
        region = (resource.region or "").strip().lower()
        if any(_is_region(word, region) for word in outside):
            yield Hit("I04", f"{path}.region", {"region": resource.region})
        ends = iso_date.parsed(resource.expires_on)
        if ends is not None and ends < last_needed:
            yield Hit("I06", f"{path}.expires_on", {"day": last_needed.isoformat()})


def site_has_one_address(examined: Examined) -> Iterator[Hit]:
    """I08: several addresses where the province takes one for each site."""
    rule, addresses = examined.ruling.get("single_ip_per_site"), examined.form.access.ip_ranges
    if rule is None or not rule.value or not when.is_website(examined.form):
        return
    values = {ip_range.validate(text).value for text in addresses}
    if len(values) > 1 or any("-" in value for value in values):
        yield Hit("I08", "access.ip_ranges", by=rule)


def _review_ends(examined: Examined) -> date:
    """The day by which the authority must have decided, with some days to spare."""
    rule = examined.ruling.get("authority_review_max_working_days")
    count = int(rule.value) if rule is not None else LONGEST_REVIEW
    return examined.rulebook.calendar.working_day_after(examined.today, count + MARGIN)


def _is_region(word: str, region: str) -> bool:
    """Whether a word of the list names the region; codes of continents only begin it."""
    return region.startswith(word) if word.endswith("-") else word in region


ACCESS_CHECKS: tuple[Check, ...] = (
    addresses_are_public,
    addresses_are_the_providers,
    access_is_whole,
    resources_serve,
    site_has_one_address,
)
