import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.validators import domain_name


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("sample.cn", "sample.cn"),
        (" Sample.COM.CN. ", "sample.com.cn"),
        ("ｓａｍｐｌｅ。ｃｎ", "sample.cn"),
        ("https://sample.cn/path?q=1#x", "sample.cn"),
        ("http://user@sample.cn:8080/", "sample.cn"),
        ("晨曦茶馆.中国", "晨曦茶馆.中国"),
        ("xn--nkvwkx36e2mu.xn--fiqs8s", "晨曦茶馆.中国"),
        ("sample.gd.cn", "sample.gd.cn"),
        ("某某.公司.cn", "某某.公司.cn"),
        ("某局.政务.cn", "某局.政务.cn"),
        ("某市.gov.cn", "某市.gov.cn"),
        ("ju.city.gov.cn", "ju.city.gov.cn"),
    ],
)
def test_registrable_domains(text: str, value: str) -> None:
    judged = domain_name.validate(text)
    assert (judged.value, judged.fault, judged.warning) == (value, None, None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("www.sample.cn", "“www.sample.cn”不是主域名，应为“sample.cn”"),
        ("http://www.晨曦茶馆.中国/", "“www.晨曦茶馆.中国”不是主域名，应为“晨曦茶馆.中国”"),
        ("shop.sample.com.cn", "“shop.sample.com.cn”不是主域名，应为“sample.com.cn”"),
        ("a.b.政务.cn", "“a.b.政务.cn”不是主域名，应为“b.政务.cn”"),
        ("com.cn", "“com.cn”是后缀，不是可注册的域名"),
        ("政务.cn", "“政务.cn”是后缀，不是可注册的域名"),
        ("localhost", "“localhost”是后缀，不是可注册的域名"),
        ("1.2.3.4", "“1.2.3.4”是 IP 地址"),
        ("a_b.cn", "“a_b.cn”不能用作域名"),
        ("-a.cn", "“-a.cn”不能用作域名"),
        ("a..cn", "“a..cn”不能用作域名"),
        ("☃.cn", "“☃.cn”不能用作域名"),
        ("", "没有域名"),
    ],
)
def test_faults_say_what_is_wrong(text: str, said: str) -> None:
    fault = domain_name.validate(text).fault
    assert fault is not None
    assert fault.zh == said


def test_lengths() -> None:
    assert domain_name.validate("a" * 63 + ".cn").is_right
    assert not domain_name.validate("a" * 64 + ".cn").is_right
    assert not domain_name.validate("云" * 60 + ".cn").is_right
    assert domain_name.validate_host(".".join(["a" * 62] * 4)).is_right
    assert not domain_name.validate_host(".".join(["a" * 63] * 4) + ".cn").is_right


def test_an_unlisted_suffix_is_a_warning() -> None:
    judged = domain_name.validate("sample.example")
    assert judged.is_right
    assert judged.warning is not None


@pytest.mark.parametrize(
    ("host", "domain", "inside"),
    [
        ("www.sample.cn", "sample.cn", True),
        ("sample.cn", "sample.cn", True),
        ("https://www.晨曦茶馆.中国/", "xn--nkvwkx36e2mu.xn--fiqs8s", True),
        ("notsample.cn", "sample.cn", False),
        ("sample.cn", "www.sample.cn", False),
        ("www.other.cn", "sample.cn", False),
        ("", "sample.cn", False),
    ],
)
def test_what_lies_inside(host: str, domain: str, inside: bool) -> None:
    assert domain_name.is_inside(host, domain) is inside


@pytest.mark.parametrize(
    ("text", "whole"),
    [("sample.cn", False), ("sample.cn/", True), ("http://sample.cn", True), ("a.cn:80", True)],
)
def test_what_carries_more_than_a_host(text: str, whole: bool) -> None:
    assert domain_name.is_whole_url(text) is whole


@given(st.from_regex(r"x[a-z0-9]{4,20}", fullmatch=True).filter(str.isascii))
def test_plain_labels_can_be_registered_under_every_suffix(label: str) -> None:
    for suffix in ("cn", "com.cn", "中国", "政务.cn"):
        assert domain_name.validate(f"{label}.{suffix}").is_right


@given(st.text(max_size=60))
def test_nothing_raises_and_both_forms_agree(text: str) -> None:
    judged = domain_name.validate(text)
    if judged.is_right:
        name = domain_name.ascii_form(judged.value)
        assert name is not None
        assert domain_name.unicode_form(name) == judged.value
