"""Tidying: what typing and pasting leave behind is taken off; nothing is corrected.

Full-width forms of ASCII become half-width in numbers, mail and addresses;
prose keeps them, for a sponsor's name is kept as its certificate prints it.
"""

import re
import unicodedata

HALF_WIDTH = {0xFF01 + offset: 0x21 + offset for offset in range(94)} | {0x3000: 0x20}
DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−－﹣"), "-")
DOTS = dict.fromkeys(map(ord, "。．｡"), ".")
URL_SCHEME = re.compile(r"^(?:[a-z][a-z0-9+.-]*:)?/+", re.IGNORECASE)
COUNTRY_CODE = re.compile(r"^(?:\+|00)86-?|^86-?(?=1[3-9]\d{9}$)")
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
    """Phones: compact, without +86; a mobile loses its hyphens, a landline keeps them."""
    number = compact(text.translate(DASHES))
    number = re.sub(r"^\((0\d{2,3})\)-?", r"\1-", number)
    digits = COUNTRY_CODE.sub("", number.replace("-", ""))
    if re.fullmatch(r"1\d{10}", digits):
        return digits
    return COUNTRY_CODE.sub("", number)


def email(text: str) -> str:
    """E-mail: compact, the domain in lower case."""
    address = re.sub(r"^(?:mailto:)+", "", compact(text), flags=re.IGNORECASE)
    local, at, domain = address.rpartition("@")
    return f"{local}{at}{domain.translate(DOTS).lower()}"


def host(text: str) -> str:
    """Domains and home pages: of a pasted URL the host alone, in lower case."""
    address = URL_SCHEME.sub("", compact(text.translate(DOTS)))
    address = re.split(r"[/?#\\]", address, maxsplit=1)[0].rpartition("@")[2]
    return re.sub(r"(?::\d*|\.)+$", "", address).lower()


def network(text: str) -> str:
    """Addresses and ranges: compact, one sort of dash, lower case."""
    address = compact(text.translate(DASHES).translate(DOTS))
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
