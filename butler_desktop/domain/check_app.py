"""Checks of an app's platforms: package, fingerprint, key, the name on each."""

import re
from collections.abc import Iterator

from butler_desktop.domain import form_conditions as when
from butler_desktop.domain.examination import Check, Examined, Fix, Hit
from butler_desktop.domain.validators import tidy
from butler_desktop.words import Words

PACKAGE = re.compile(r"[A-Za-z]\w*(\.[A-Za-z]\w*)+", re.ASCII)
BUNDLE = re.compile(r"[A-Za-z][\w-]*(\.[A-Za-z0-9][\w-]*)+", re.ASCII)
"""Apple's identifiers may carry hyphens."""

APPLE = ("ios", "macos")
FINGERPRINTS = {"android": (32,), "ios": (40,)}
"""Hex digits: MD5 on Android, SHA-1 on iOS."""

OTHER_FINGERPRINTS = (32, 40, 64)


def platforms_are_named(examined: Examined) -> Iterator[Hit]:
    """A01: an app without a platform."""
    service = examined.form.service
    if when.is_app(examined.form) and service.service_name and not service.platforms:
        yield Hit("A01", "service.platforms")


def platform_is_whole(examined: Examined) -> Iterator[Hit]:
    """A02, A03, A04: a package, fingerprint or key that cannot be one."""
    if not when.is_app(examined.form):
        return
    for platform in examined.form.service.platforms:
        path = f"service.platforms.{platform.key}"
        slots = {"platform": examined.rulebook.tables.words("app_platform", platform.key)}
        shape = BUNDLE if platform.key in APPLE else PACKAGE
        if platform.package_name and not shape.fullmatch(platform.package_name):
            yield Hit("A02", f"{path}.package_name", slots)
        if platform.signature_fingerprint:
            digits = tidy.fingerprint(platform.signature_fingerprint)
            lengths = FINGERPRINTS.get(platform.key, OTHER_FINGERPRINTS)
            if len(digits) not in lengths or not re.fullmatch(r"[0-9a-f]+", digits):
                yield Hit("A03", f"{path}.signature_fingerprint", slots)
        if platform.package_name and not platform.public_key:
            yield Hit("A04", f"{path}.public_key")


def name_is_the_same_everywhere(examined: Examined) -> Iterator[Hit]:
    """A07: an app that is called otherwise on one of its platforms."""
    filed = _name(examined.form.service.service_name)
    if not (filed and when.is_app(examined.form)):
        return
    for platform in examined.form.service.platforms:
        if platform.app_name and _name(platform.app_name) != filed:
            path = f"service.platforms.{platform.key}.app_name"
            name = examined.form.service.service_name or ""
            fix = Fix(path, name, Words(f"改为“{name}”", f"Change to “{name}”"))
            slots = {"platform": examined.rulebook.tables.words("app_platform", platform.key)}
            yield Hit("A07", path, slots, fix=fix)


def person_files_one_at_a_time(examined: Examined) -> Iterator[Hit]:
    """A08: a private person's website and app in one application."""
    form, service = examined.form, examined.form.service
    has_site, has_app = bool(service.domain and service.home_url), bool(service.platforms)
    if when.is_individual(form) and when.may_use_domain(form) and has_site and has_app:
        yield Hit("A08", "service.service_kind")


def _name(text: str | None) -> str:
    """A name for comparison: spaces and the width of brackets do not count."""
    return tidy.compact(text or "")


APP_CHECKS: tuple[Check, ...] = (
    platforms_are_named,
    platform_is_whole,
    name_is_the_same_everywhere,
    person_files_one_at_a_time,
)
