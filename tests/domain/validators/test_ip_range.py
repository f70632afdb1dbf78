import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.validators import ip_range


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.2.3.4", "1.2.3.4"),
        (" 1.2.3.4 － 1.2.3.9 ", "1.2.3.4-1.2.3.9"),
        ("1.2.3.4～1.2.3.9", "1.2.3.4-1.2.3.9"),
        ("1.2.3.4-1.2.3.4", "1.2.3.4"),
        ("１．２．３．４", "1.2.3.4"),
        ("2408:0000::0001", "2408::1"),
        ("2408::1-2408::FF", "2408::1-2408::ff"),
    ],
)
def test_addresses_and_ranges(text: str, value: str) -> None:
    judged = ip_range.validate(text)
    assert (judged.value, judged.is_right) == (value, True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1.2.3",
        "1.2.3.256",
        "1.2.3.9-1.2.3.2",
        "1.2.3.4-2408::1",
        "1.2.3.4-1.2.3.5-1.2.3.6",
        "1.2.3.4/24",
        "fe80::1%eth0",
        "sample.cn",
    ],
)
def test_what_is_neither(text: str) -> None:
    assert ip_range.validate(text).fault is not None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("10.0.0.1", "内网地址"),
        ("172.31.255.255", "内网地址"),
        ("192.168.1.8", "内网地址"),
        ("9.255.255.255-10.0.0.0", "内网地址"),
        ("9.0.0.0-11.0.0.0", "内网地址"),
        ("127.0.0.1", "本机地址"),
        ("::1", "本机地址"),
        ("169.254.1.1", "链路本地地址"),
        ("fe80::1", "链路本地地址"),
        ("224.0.0.1", "组播地址"),
        ("ff02::1", "组播地址"),
        ("203.0.113.24", "文档示例地址"),
        ("2001:db8::1", "文档示例地址"),
        ("100.64.0.1", "运营商共享地址"),
        ("2002:102:304::1", "过渡地址"),
        ("0.0.0.0", "保留地址"),
        ("255.255.255.255", "保留地址"),
        ("fd00::1", "内网地址"),
        ("4000::1", "不是公网地址"),
    ],
)
def test_what_the_public_cannot_reach(text: str, kind: str) -> None:
    fault = ip_range.public_fault(ip_range.validate(text).value)
    assert fault is not None
    assert kind in fault.zh


@pytest.mark.parametrize("text", ["1.2.3.4", "172.32.0.0", "1.2.3.4-1.2.4.4", "2408:4000::1"])
def test_public_addresses(text: str) -> None:
    assert ip_range.public_fault(ip_range.validate(text).value) is None


@given(st.ip_addresses())
def test_what_is_public_here_is_public_for_the_standard_library(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> None:
    if ip_range.public_fault(str(address)) is None:
        assert address.is_global
        assert not address.is_multicast


@given(st.lists(st.ip_addresses(v=4), min_size=3, max_size=3))
def test_a_range_is_public_only_if_all_of_it_is(
    addresses: list[ipaddress.IPv4Address],
) -> None:
    low, middle, high = sorted(addresses)
    if ip_range.public_fault(f"{low}-{high}") is None:
        assert ip_range.public_fault(str(middle)) is None


@given(st.text(max_size=40))
def test_nothing_raises(text: str) -> None:
    judged = ip_range.validate(text)
    if judged.is_right:
        ip_range.public_fault(judged.value)
