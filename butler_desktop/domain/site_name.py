"""SiteName: the name of a website or app as the rules of names look at it."""

import re
import unicodedata
from dataclasses import dataclass

from butler_desktop.domain import hanzi
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.validators import domain_name, tidy

PATH = "service.service_name"

ALLOWED = "（）()-－‐‑–—"
"""Brackets and hyphens, in the forms that typing gives them."""

EMOJI_MARKS = "\N{VARIATION SELECTOR-15}\N{VARIATION SELECTOR-16}\N{COMBINING ENCLOSING KEYCAP}"
"""Marks that only make a picture of what stands before them."""

WORDS_ONLY = re.compile(r"[（）()\-\s]")


@dataclass(frozen=True, slots=True)
class SiteName:
    """A name, trimmed; ``persons`` are the names in the form that it may hold with their dots."""

    text: str
    persons: tuple[str, ...] = ()

    @classmethod
    def of(cls, form: Particulars) -> "SiteName":
        """The name in a form; empty where none is given."""
        people = (
            form.subject.sponsor_name,
            form.subject.legal_rep_name,
            form.subject_pic.name,
            form.service_pic.name,
        )
        names = tuple(_one_dot(it) for it in people if it)
        return cls(tidy.prose(form.service.service_name or ""), names)

    @property
    def hanzi_count(self) -> int:
        """How many Chinese characters it has."""
        return sum(map(hanzi.is_hanzi, self.text))

    @property
    def length(self) -> int:
        """How many characters people see: marks upon a character are no more of them."""
        return sum(not unicodedata.category(it).startswith("M") for it in self.text)

    @property
    def lower(self) -> str:
        """Half-width, lower case, without spaces, from its first word on: for finding words."""
        return tidy.compact(self.text).lower().lstrip("()-")

    @property
    def plain(self) -> str:
        """The same without brackets and hyphens: for comparing."""
        return WORDS_ONLY.sub("", tidy.compact(self.text)).lower()

    @property
    def is_digits(self) -> bool:
        """Whether it is nothing but digits."""
        return bool(self.plain) and all(map(str.isdecimal, self.plain))

    @property
    def is_latin(self) -> bool:
        """Whether it has Latin letters, and at most digits beside them."""
        others = [it for it in self.plain if not it.isdecimal()]
        return bool(others) and all(map(hanzi.is_latin, others))

    @property
    def has_latin(self) -> bool:
        """Whether there is a Latin letter in it."""
        return any(map(hanzi.is_latin, self.text))

    def symbols(self) -> tuple[str, ...]:
        """The characters that are neither letters, digits, brackets nor hyphens, each once."""
        found = (it for at, it in enumerate(self.text) if self._is_symbol(at))
        return tuple(dict.fromkeys(found))

    def without_symbols(self) -> str:
        """The name with its symbols taken out."""
        return "".join(it for at, it in enumerate(self.text) if not self._is_symbol(at))

    def is_domain(self, domain: str) -> bool:
        """Whether it is ``domain``, with or without its suffix, or the home page's address."""
        host = tidy.host(domain)
        if self.hanzi_count and host.isascii() and "xn--" not in host:
            return False  # nearly always
        ascii_host = domain_name.ascii_form(host) or host
        whole = domain_name.registrable_domain(ascii_host) or ascii_host
        names = {whole, domain_name.unicode_form(whole)}
        names |= {name.partition(".")[0] for name in names}
        names |= {tidy.compact(name).replace("-", "").lower() for name in names}
        plain = tidy.host(self.text).removeprefix("www.")
        return bool(plain) and bool({plain, self.plain} & names)

    def _is_symbol(self, at: int) -> bool:
        character = self.text[at]
        is_usual = character in ALLOWED or character.isdecimal() or hanzi.is_letter(character)
        if is_usual and character not in EMOJI_MARKS:
            return False
        return not (character in hanzi.MIDDLE_DOTS and self._joins_name(at))

    def _joins_name(self, at: int) -> bool:
        """Whether the dot here stands where it stands in the name of a person of the form."""
        around = _one_dot(self.text[max(at - 1, 0) : at + 2])
        return len(around) == 3 and any(around in name for name in self.persons)


def _one_dot(text: str) -> str:
    for dot in hanzi.MIDDLE_DOTS[1:]:
        text = text.replace(dot, hanzi.MIDDLE_DOTS[0])
    return text
