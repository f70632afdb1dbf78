"""Checks of a service's name: its length, what it is written with, that it is no domain."""

from collections.abc import Iterator

from butler_desktop.domain import form_conditions as when
from butler_desktop.domain.examination import Check, Examined, Fix, Hit
from butler_desktop.domain.site_name import PATH, SiteName
from butler_desktop.words import Words

MIN_HANZI = 3
MOST_FOR_PERSONS = 10


def name_is_long_enough(examined: Examined) -> Iterator[Hit]:
    """W01, W12: too few Chinese characters; a private person's name of too many characters."""
    name = SiteName.of(examined.form)
    if not name.text:
        return
    rule = examined.ruling.get("name_min_hanzi")
    if name.hanzi_count < MIN_HANZI:
        yield Hit("W01", PATH, {"n": MIN_HANZI})
    elif rule is not None and name.hanzi_count < int(rule.value):
        yield Hit("W01", PATH, {"n": rule.value}, by=rule, severity="province")
    if when.is_individual(examined.form) and name.length > MOST_FOR_PERSONS:
        yield Hit("W12", PATH)


def name_is_not_a_code(examined: Examined) -> Iterator[Hit]:
    """W02, W03: nothing but digits, nothing but Latin letters."""
    name = SiteName.of(examined.form)
    if name.is_digits:
        yield Hit("W02", PATH)
    elif name.is_latin:
        yield Hit("W03", PATH)


def name_is_no_domain(examined: Examined) -> Iterator[Hit]:
    """W04: a website that is called by its domain.

    A domain in Chinese is mostly called by the site's own name: that warns.
    """
    name, service = SiteName.of(examined.form), examined.form.service
    if not (name.text and when.is_website(examined.form)):
        return
    domains = [it for it in (service.domain, *service.extra_domains) if it]
    if any(name.is_domain(domain) for domain in domains):
        is_own_name = name.hanzi_count >= MIN_HANZI and not name.symbols()
        yield Hit("W04", PATH, severity="warning" if is_own_name else "")


def name_has_no_symbols(examined: Examined) -> Iterator[Hit]:
    """W05: signs beside letters, digits, Hanzi, brackets and hyphens."""
    name = SiteName.of(examined.form)
    symbols = name.symbols()
    if symbols:
        shown = Words(" ", " space ") if symbols == (" ",) else Words(*[" ".join(symbols)] * 2)
        yield Hit("W05", PATH, {"symbols": shown}, fix=_cleaned(name))


def _cleaned(name: SiteName) -> Fix | None:
    value = name.without_symbols().strip()
    if not value:
        return None
    return Fix(PATH, value, Words(f"改为“{value}”", f"Change to “{value}”"))


NAME_CHECKS: tuple[Check, ...] = (
    name_is_long_enough,
    name_is_not_a_code,
    name_is_no_domain,
    name_has_no_symbols,
)
