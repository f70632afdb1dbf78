"""Checks of the access information."""

from collections.abc import Iterator

from butler_desktop.domain.examination import Check, Examined, Hit
from butler_desktop.domain.validators import ip_range


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


ACCESS_CHECKS: tuple[Check, ...] = (addresses_are_public, access_is_whole)
