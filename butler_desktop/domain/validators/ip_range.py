"""Network addresses: one address or a range of one family, all of it public."""

import ipaddress
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network
from typing import NamedTuple, TypeAlias

from butler_desktop.domain.validators import tidy
from butler_desktop.domain.validators.validated import Validated
from butler_desktop.words import Words

Address: TypeAlias = IPv4Address | IPv6Address
Network: TypeAlias = IPv4Network | IPv6Network


def _networks(*texts: str) -> tuple[Network, ...]:
    return tuple(ipaddress.ip_network(text) for text in texts)


SPECIAL_NETWORKS: tuple[tuple[Words, tuple[Network, ...]], ...] = (
    (
        Words("内网地址", "private"),
        _networks("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"),
    ),
    (Words("本机地址", "loopback"), _networks("127.0.0.0/8", "::1/128")),
    (Words("链路本地地址", "link-local"), _networks("169.254.0.0/16", "fe80::/10")),
    (Words("组播地址", "multicast"), _networks("224.0.0.0/4", "ff00::/8")),
    (
        Words("文档示例地址", "for documentation"),
        _networks(
            "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32", "3fff::/20"
        ),
    ),
    (Words("运营商共享地址", "shared by carriers"), _networks("100.64.0.0/10")),
    (Words("6to4 过渡地址", "a 6to4 transition address"), _networks("2002::/16")),
    (
        Words("保留地址", "reserved"),
        _networks("0.0.0.0/8", "192.0.0.0/24", "198.18.0.0/15", "240.0.0.0/4", "2001::/23"),
    ),
)
"""Blocks that are not public, from the registries of special-purpose addresses."""

GLOBAL_UNICAST = ipaddress.ip_network("2000::/3")
"""The only IPv6 block that is given out."""


class Span(NamedTuple):
    """All addresses of one family from ``first`` to ``last``."""

    version: int
    first: int
    last: int

    @classmethod
    def of(cls, text: str) -> "Span":
        """The addresses of ``a.b.c.d``, ``start-end`` or ``network/bits``. Raises ValueError."""
        if "/" in text:
            network = ipaddress.ip_network(tidy.network(text), strict=False)
            return cls(network.version, int(network[0]), int(network[-1]))
        judged = validate(text)
        if judged.fault is not None:
            raise ValueError(judged.fault.en)
        first, _, last = judged.value.partition("-")
        start, end = ipaddress.ip_address(first), ipaddress.ip_address(last or first)
        return cls(start.version, int(start), int(end))

    def lies_in(self, spans: Iterable["Span"]) -> bool:
        """Whether every address is in one of ``spans``, or in several that follow each other."""
        needed = self.first
        for span in sorted(it for it in spans if it.version == self.version):
            if span.first <= needed <= span.last:
                needed = span.last + 1
        return needed > self.last


def validate(text: str) -> Validated:
    """The address or ``start-end`` range in ``text``; the fault is about its form only."""
    value = tidy.network(text)
    addresses = [_address(part) for part in value.split("-")]
    if None in addresses or len(addresses) > 2:
        return Validated(value, Words(f"“{value}”不是 IP 地址", f"“{value}” is no IP address"))
    start, end = addresses[0], addresses[-1]
    if start is None or end is None or start.version != end.version:
        return Validated(
            value, Words("起止地址须同为 IPv4 或 IPv6", "both ends must be of one family")
        )
    if int(start) > int(end):
        return Validated(value, Words("起始地址大于结束地址", "the range ends before it begins"))
    return Validated(str(start) if start == end else f"{start}-{end}")


def public_fault(value: str) -> Words | None:
    """Why a well-formed address or range is not all public; None where it is."""
    first, _, last = value.partition("-")
    start, end = ipaddress.ip_address(first), ipaddress.ip_address(last or first)
    for words, networks in SPECIAL_NETWORKS:
        for network in networks:
            if network.version == start.version and _overlaps(network, start, end):
                return Words(
                    f"{value} 属于{words.zh}（{network}）", f"{value} is {words.en} ({network})"
                )
    if start.version == GLOBAL_UNICAST.version and not _lies_in(GLOBAL_UNICAST, start, end):
        return Words(f"{value} 不是公网地址", f"{value} is not public")
    return None


def _overlaps(network: Network, start: Address, end: Address) -> bool:
    return int(start) <= int(network[-1]) and int(end) >= int(network[0])


def _lies_in(network: Network, start: Address, end: Address) -> bool:
    return int(network[0]) <= int(start) and int(end) <= int(network[-1])


def _address(text: str) -> Address | None:
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return None
    return None if "%" in text else address  # a scope is of this machine only
