"""Provinces: the 31 communications administrations, by the code of GB/T 2260."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from butler_desktop.words import Words


@dataclass(frozen=True, slots=True)
class Province:
    """One province; ``icp_abbr`` is the first character of its filing numbers."""

    code: str
    words: Words
    short: str
    abbr: str
    icp_abbr: str

    @property
    def short_words(self) -> Words:
        """The name for lists: 内蒙古, not 内蒙古自治区."""
        return Words(self.short, self.words.en)


@dataclass(frozen=True, slots=True)
class Provinces:
    """All provinces, in the order of their codes."""

    rows: tuple[Province, ...] = ()
    _by_name: dict[str, Province] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        named = {p.code: p for p in self.rows}
        for province in self.rows:
            names = (province.words.zh, province.short, province.words.en.lower())
            named.update(dict.fromkeys(names, province))
        object.__setattr__(self, "_by_name", named)

    def __iter__(self) -> Iterator[Province]:
        return iter(self.rows)

    def named(self, text: str | None) -> Province | None:
        """The province named by its code, its Chinese full or short name, or in English."""
        return self._by_name.get((text or "").strip().lower())

    def of_number(self, first_character: str) -> Province | None:
        """The province whose filing numbers begin with ``first_character``."""
        return next((p for p in self.rows if p.icp_abbr == first_character), None)
