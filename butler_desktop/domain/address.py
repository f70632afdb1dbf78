"""Addresses: the city and district that a Chinese address names, and what is left as its detail.

Read from the words alone, without a gazetteer: good enough to compare two
addresses of one form, never to correct one.
"""

import re
from dataclasses import dataclass

from butler_desktop.domain.province import Province, Provinces

MUNICIPALITIES = ("110000", "120000", "310000", "500000")
_PROVINCE_ENDINGS = ("维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "省", "市")
_CITY = re.compile(r"^.{1,9}?(?:自治州|地区|盟|市)")
_DISTRICT = re.compile(r"^.{1,9}?(?:自治县|自治旗|区|县|旗|市)")
_STREET = re.compile(r"[镇乡村路]|街道|大道")
NO_CITY = "市辖区"


@dataclass(frozen=True, slots=True)
class Address:
    """The parts of an address; each is empty where the text does not name it."""

    province: Province | None
    city: str
    district: str
    detail: str

    @property
    def city_name(self) -> str:
        """The city for comparison; a municipality is one city."""
        if self.province is not None and self.province.code in MUNICIPALITIES:
            return self.province.short
        return self.city


def parsed(text: str | None, provinces: Provinces) -> Address:
    """The parts of ``text``, spaces aside."""
    rest = "".join((text or "").split())
    province = next((it for it in provinces if rest.startswith(it.short)), None)
    if province is not None:
        rest = rest.removeprefix(province.short)
        ending = next((it for it in _PROVINCE_ENDINGS if rest.startswith(it)), "")
        rest = rest.removeprefix(ending)
    city = ""
    if province is None or province.code not in MUNICIPALITIES:
        found = _CITY.match(rest)
        city = found.group() if found else ""
        rest = rest.removeprefix(city)
    rest = rest.removeprefix(NO_CITY)
    found = _DISTRICT.match(rest)
    district = found.group() if found else ""
    if _STREET.search(district):  # a city without districts: its towns come next
        district = ""
    return Address(province, city, district, rest.removeprefix(district))
