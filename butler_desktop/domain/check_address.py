"""Checks of the sponsor's addresses: their detail, their city, words that do not belong."""

import re
from collections.abc import Iterator

from butler_desktop.domain.address import Address, parsed
from butler_desktop.domain.examination import Check, Examined, Fix, Hit
from butler_desktop.words import Words

CERTIFICATE, MAILING = "subject.certificate_address", "subject.mailing_address"
LEAST_DETAIL = 6
"""Characters after the district."""

HOUSE = re.compile(r"[号室栋幢座楼层村组社弄]")
ROOM = re.compile(r"[室层户座]|\d{3,}")
NO_HOUSE = Words("通信地址不够详细，请写到门牌号", "The address lacks a house number")
NO_ROOM = Words("该省要求通信地址写到门牌号和房间号", "This province wants house and room")
NO_NUMBER = Words("该省要求通信地址写到门牌号", "This province wants the house number")


def address_is_detailed(examined: Examined) -> Iterator[Hit]:
    """S15: a mailing address without a house, or without the room where a province wants it."""
    text = examined.form.subject.mailing_address
    if not text:
        return
    detail = _address(examined, text).detail
    rule = examined.ruling.get("address_detail")
    if len(detail) < LEAST_DETAIL or not HOUSE.search(detail):
        by = rule if rule is not None and rule.severity != "info" else None
        yield Hit("S15", MAILING, {"fault": NO_NUMBER if by else NO_HOUSE}, by=by)
    elif rule is not None and rule.value == "house_number_and_room" and not ROOM.search(detail):
        yield Hit("S15", MAILING, {"fault": NO_ROOM}, by=rule)


def address_is_told_as_the_province_does(examined: Examined) -> Iterator[Hit]:
    """S15: a place that the province files under a district of another name (Tianjin)."""
    rule = examined.ruling.get("address_note")
    text = examined.form.subject.mailing_address or ""
    if rule is None or not text:
        return
    for entry in re.split(r"[;；]", rule.value):
        places, _, district = entry.strip().partition("→")
        names = [re.sub(r"[内外]$", "", it).strip() for it in re.split(r"[/、,，]", places)]
        if any(name and name in text for name in names) and district not in text:
            said = Words(f"该省的填法：{entry.strip()}", f"How it is written here: {entry.strip()}")
            yield Hit("S15", MAILING, {"fault": said}, by=rule, severity="info")
            return


def addresses_share_a_city(examined: Examined) -> Iterator[Hit]:
    """S14: a mailing address in another city than the certificate's, where that is ruled."""
    rule = examined.ruling.get("address_same_city_as_certificate")
    if rule is None or not rule.value:
        return
    subject = examined.form.subject
    one = _address(examined, subject.certificate_address).city_name
    other = _address(examined, subject.mailing_address).city_name
    if one and other and one != other:
        yield Hit("S14", MAILING, {"one": one, "other": other}, by=rule)


def address_has_no_filler(examined: Examined) -> Iterator[Hit]:
    """S16: words that a province does not want in an address."""
    rule = examined.ruling.get("address_forbidden_words")
    if rule is None:
        return
    for path, text in _addresses(examined):
        for word in rule.value:
            if word in text:
                yield Hit("S16", path, {"word": word}, by=rule, fix=_without(path, text, word))


def address_says_it_once(examined: Examined) -> Iterator[Hit]:
    """S17: a detail that begins with province, city or district again."""
    for path, text in _addresses(examined):
        found = _address(examined, text)
        parts = [found.province.words.zh] if found.province else []
        parts += [part for part in (found.city, found.district) if part]
        if any(found.detail.startswith(part) for part in parts):
            yield Hit("S17", path)


def _without(path: str, text: str, word: str) -> Fix:
    mended = text.replace(word, "")
    return Fix(path, mended, Words(f"去掉“{word}”", f"Remove “{word}”"))


def _addresses(examined: Examined) -> Iterator[tuple[str, str]]:
    subject = examined.form.subject
    for path, text in (
        (CERTIFICATE, subject.certificate_address),
        (MAILING, subject.mailing_address),
    ):
        if text:
            yield path, text


def _address(examined: Examined, text: str | None) -> Address:
    return parsed(text, examined.rulebook.provinces)


ADDRESS_CHECKS: tuple[Check, ...] = (
    address_is_detailed,
    address_is_told_as_the_province_does,
    addresses_share_a_city,
    address_has_no_filler,
    address_says_it_once,
)
