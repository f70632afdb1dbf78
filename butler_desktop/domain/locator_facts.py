"""Locator facts: by which texts filings and orders can be found."""

from collections.abc import Iterable, Mapping
from typing import Any

from butler_desktop.domain.filing import Filing
from butler_desktop.domain.locator import Fact, FactKind
from butler_desktop.domain.order import Order

FILING_KEYS = {
    "sponsor_name": FactKind.NAME,
    "number": FactKind.NUMBER,
    "domain": FactKind.DOMAIN,
    "service_name": FactKind.NAME,
    "customer": FactKind.NAME,
    "order_number": FactKind.NUMBER,
    "subject_number": FactKind.NUMBER,
    "service_number": FactKind.NUMBER,
}
"""The facts of a filing, in the order in which they are told."""

ORDER_KEYS = {
    "customer": FactKind.NAME,
    "number": FactKind.NUMBER,
    "contact_name": FactKind.PERSON,
}
"""The facts of an order."""

PHONE = "phone"


def facts(
    keys: Mapping[str, FactKind], texts: Mapping[str, Any], phones: Iterable[str | None] = ()
) -> tuple[Fact, ...]:
    """The facts that ``texts`` has under ``keys``, a text once, and the telephone numbers."""
    found: dict[str, Fact] = {}
    for key, kind in keys.items():
        text = texts.get(key) or ""
        if text:
            found.setdefault(text, Fact(key, kind, text))
    digits = dict.fromkeys(_digits(phone) for phone in phones if phone)
    return (*found.values(), *(Fact(PHONE, FactKind.PHONE, number) for number in digits if number))


def filing_facts(filing: Filing, order: Order) -> tuple[Fact, ...]:
    """By what a filing can be found."""
    form = filing.particulars
    texts = {
        "number": filing.number,
        "sponsor_name": form.subject.sponsor_name or order.customer,
        "domain": form.service.domain,
        "service_name": form.service.service_name,
        "customer": order.customer,
        "order_number": order.number,
        "subject_number": filing.subject_number,
        "service_number": filing.service_number,
    }
    phones = (order.contact_phone, form.subject_pic.mobile, form.service_pic.mobile)
    return facts(FILING_KEYS, texts, phones)


def order_facts(order: Order) -> tuple[Fact, ...]:
    """By what an order can be found."""
    texts = {
        "number": order.number,
        "customer": order.customer,
        "contact_name": order.contact_name,
    }
    return facts(ORDER_KEYS, texts, (order.contact_phone,))


def _digits(phone: str) -> str:
    return "".join(c for c in phone if c.isascii() and c.isdecimal())
