"""Domain names: internationalised ones through IDNA, registrable ones through the public suffixes.

A filing is made per registrable domain. Values are kept in Unicode; ``ascii_form``
gives what registries and browsers use.
"""

import re
from functools import cache, lru_cache
from ipaddress import ip_address

from publicsuffixlist import PublicSuffixList

from butler_desktop.domain.validators import tidy
from butler_desktop.domain.validators.validated import Validated
from butler_desktop.words import Words

MAX_LENGTH = 253

MISSING_SUFFIXES = ("xn--zfr164b.cn", "xn--55qw42g.cn")
"""政务.cn and 公益.cn: registries' suffixes that the public list does not have."""

GOVERNMENT_SUFFIX = ".gov.cn"


def validate(text: str) -> Validated:
    """The registrable domain in ``text``; of a pasted URL the host is judged.

    A sub-domain is a fault, except under ``.gov.cn``, whose sub-domains are
    filed separately. A suffix that nobody lists is a warning.
    """
    host = validate_host(text)
    if host.fault is not None:
        return host
    name = ascii_form(host.value) or host.value
    registrable = registrable_domain(name)
    if registrable is None:
        words = Words(
            f"“{host.value}”是后缀，不是可注册的域名", f"“{host.value}” is a suffix, not a domain"
        )
        return Validated(host.value, words)
    if registrable != name and not name.endswith(GOVERNMENT_SUFFIX):
        wanted = unicode_form(registrable)
        words = Words(
            f"“{host.value}”不是主域名，应为“{wanted}”",
            f"“{host.value}” is a sub-domain; the domain is “{wanted}”",
        )
        return Validated(host.value, words)
    return Validated(host.value, warning=_suffix_warning(name))


def validate_host(text: str) -> Validated:
    """The host name in ``text``, of any level, in Unicode."""
    value = tidy.host(text)
    if not value:
        return Validated(value, Words("没有域名", "no domain given"))
    if is_address(value):
        return Validated(value, Words(f"“{value}”是 IP 地址", f"“{value}” is an IP address"))
    name = ascii_form(value)
    if name is None:
        return Validated(
            value, Words(f"“{value}”不能用作域名", f"“{value}” is not possible as a domain")
        )
    return Validated(unicode_form(name))


@lru_cache(maxsize=4096)  # every check of a domain asks again
def ascii_form(name: str) -> str | None:
    """The name in the ASCII form of IDNA 2008; None where there is none."""
    import idna

    try:
        encoded = idna.encode(name, uts46=True, std3_rules=True).decode("ascii")
    except idna.IDNAError:
        return None
    return encoded if len(encoded) <= MAX_LENGTH else None


@lru_cache(maxsize=4096)
def unicode_form(name: str) -> str:
    """The name as people read it; labels that cannot be decoded stay as they are."""
    import idna

    try:
        return idna.decode(name)
    except idna.IDNAError:
        return name


@lru_cache(maxsize=4096)
def registrable_domain(ascii_name: str) -> str | None:
    """The part of a host that is registered: one label and the public suffix. ASCII in and out."""
    for suffix in MISSING_SUFFIXES:
        if ascii_name == suffix:
            return None
        if ascii_name.endswith(f".{suffix}"):
            label = ascii_name.removesuffix(f".{suffix}").rpartition(".")[2]
            return f"{label}.{suffix}"
    found = _suffixes().privatesuffix(ascii_name)
    return str(found) if found else None


def is_inside(host: str, domain: str) -> bool:
    """Whether ``host`` is ``domain`` or a name under it."""
    inner, outer = ascii_form(tidy.host(host)), ascii_form(tidy.host(domain))
    if inner is None or outer is None:
        return False
    return inner == outer or inner.endswith(f".{outer}")


def is_whole_url(text: str) -> bool:
    """Whether ``text`` carries more than a host: a scheme, a port, a path."""
    return bool(re.search(r"[/:?#@\\]", tidy.compact(text)))


@cache
def _suffixes() -> PublicSuffixList:
    # Read when a domain is first judged: 15,000 rules cost 30 ms.
    return PublicSuffixList(only_icann=True)


def _suffix_warning(name: str) -> Words | None:
    if name.endswith(MISSING_SUFFIXES) or _suffixes().publicsuffix(name, accept_unknown=False):
        return None
    suffix = unicode_form(name.rpartition(".")[2])
    return Words(f"后缀 .{suffix} 不在公共后缀表中", f"the suffix .{suffix} is on no public list")


def is_address(text: str) -> bool:
    """Whether ``text`` is a network address, which is no domain."""
    try:
        ip_address(text.strip("[]"))
    except ValueError:
        return False
    return True
