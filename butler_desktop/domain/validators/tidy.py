"""Tidying: what typing and pasting leave behind is taken off; nothing is corrected.

Full-width forms of ASCII become half-width in numbers, mail and addresses;
prose keeps them, for a sponsor's name is kept as its certificate prints it.
"""

import re
import unicodedata

HALF_WIDTH = {0xFF01 + offset: 0x21 + offset for offset in range(94)} | {0x3000: 0x20}
DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−－﹣"), "-")
DOTS = dict.fromkeys(map(ord, "。．｡"), ".")
URL_SCHEME = re.compile(r"^(?:[a-z][a-z0-9+.-]*:)?[/\\]+", re.IGNORECASE)
URL_LABEL = re.compile(r"^(?:[^\x00-\x7f.]{1,8}:)+(?!\d{1,5}(?:/|$))(?=.)")
"""What stands before a pasted address: 网址：…; a name in Chinese with its port is none."""
WEB = re.compile(r"^https?:[/\\]{2}", re.IGNORECASE)
PHONE_LABEL = re.compile(r"^(?:[^\d+():]{1,8}:)+(?=[+(\d])")
"""手机：…, tel:…"""
COUNTRY_CODE = re.compile(r"^(?:\+|00)86-?|^86-?(?=1[3-9]\d{9}$)")
BRACKETED_CODE = re.compile(r"^\((?:\+?86|0086)\)-?(?=.)")
AREA = re.compile(r"(?!400|800)(?:10|2\d|[3-9]\d{2})-?\d{7,8}(?!\d)")
"""An area code without its 0 and a landline, as they follow +86."""
DATE_PARTS = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
DATE_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})")


def visible(text: str) -> str:
    """``text`` without control and invisible characters; line ends and tabs stay."""
    if text.isprintable():
        return text  # nearly always
    return "".join(
        character
        for character in text
        if character in "\n\t" or unicodedata.category(character) not in ("Cc", "Cf")
    )


def prose(text: str) -> str:
    """Names, addresses, remarks: trimmed, without invisible characters."""
    return visible(text).strip()


def compact(text: str) -> str:
    """Half-width, without any spaces or invisible characters."""
    if text.isascii() and text.isprintable() and " " not in text:
        return text  # nearly always
    return "".join(visible(text).translate(HALF_WIDTH).split())


def code(text: str) -> str:
    """Codes of certificates: compact, upper case."""
    return compact(text).upper()


def phone(text: str) -> str:
    """Phones: compact, without +86 and what stands before it.

    A mobile loses its hyphens and dots; a landline keeps its hyphens and gets
    back the 0 that its area code has within the country.
    """
    number = compact(text.translate(DASHES))
    while (bare := _bare_phone(number)) != number:
        number = bare
    return number


def _bare_phone(number: str) -> str:
    number = BRACKETED_CODE.sub("+86", PHONE_LABEL.sub("", number))
    number = re.sub(r"^(\+86|0086)-?\(0\)", r"\g<1>0", number)
    number = re.sub(r"^\((0\d{2,3})\)-?", r"\1-", number)
    digits = COUNTRY_CODE.sub("", re.sub(r"[-.]", "", number))
    if re.fullmatch(r"1\d{10}", digits):
        return digits
    bare = COUNTRY_CODE.sub("", number)
    return f"0{bare}" if bare != number and AREA.match(bare) else bare


def email(text: str) -> str:
    """E-mail: compact, the domain in lower case; of 姓名 <a@b> the address alone."""
    typed = compact(text)
    named = re.search(r"<([^<>@]+@[^<>@]+)>$", typed)
    address = re.sub(r"^(?:mailto:)+", "", named[1] if named else typed, flags=re.IGNORECASE)
    local, at, domain = address.rpartition("@")
    return f"{local}{at}{domain.translate(DOTS).lower()}"


def host(text: str) -> str:
    """Domains and home pages: of a pasted URL the host alone, in lower case."""
    address = URL_SCHEME.sub("", URL_LABEL.sub("", compact(text.translate(DOTS))))
    address = re.split(r"[/?#\\]", address, maxsplit=1)[0].rpartition("@")[2]
    return re.sub(r"(?::\d*|\.)+$", "", address).lower()


def network(text: str) -> str:
    """Addresses and ranges: compact, one sort of dash, lower case; of a pasted URL the host."""
    address = compact(text.translate(DASHES).translate(DOTS))
    if WEB.match(address):
        address = host(address)
    return re.sub(r"[-~～至到]+", "-", address).lower()


def filing_number(text: str) -> str:
    """Filing numbers: compact, one sort of dash, ``ICP`` in upper case."""
    number = compact(text.translate(DASHES))
    return re.sub(r"icp", "ICP", number, flags=re.IGNORECASE).upper()


def fingerprint(text: str) -> str:
    """Fingerprints and keys: compact, without colons, lower case."""
    return compact(text).replace(":", "").lower()


def date(text: str) -> str:
    """Dates as ISO text where day, month and year can be told; else as typed."""
    typed = visible(text).translate(HALF_WIDTH).strip()
    parts = DATE_PARTS.fullmatch(typed) or DATE_DIGITS.fullmatch(typed)
    if parts is None:
        return typed
    year, month, day = parts.groups()
    return f"{year}-{month:0>2}-{day:0>2}"
