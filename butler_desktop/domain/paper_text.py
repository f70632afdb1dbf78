"""Paper text: the items of a certificate among the lines that were read on it.

A label stands before its value, in one line with it or in another at its left;
a long value goes on below. Labels as the papers print them: resident identity
card (GA 448-2013), business licence (SAMR's form of 2019 and those before),
domain certificates of the large registrars.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from butler_desktop.domain.read_line import Box, ReadLine
from butler_desktop.domain.validators import tidy

MOST_LINES = 6
"""Lines that one value takes at most."""


class Item(StrEnum):
    """What a paper says."""

    NAME = "name"
    NUMBER = "number"
    ADDRESS = "address"
    BIRTH = "birth"
    ISSUER = "issuer"
    HEAD = "head"  # legal representative, owner, person in charge
    SCOPE = "scope"
    FOUNDED = "founded"
    PERIOD = "period"
    VALID_FROM = "valid_from"
    VALID_TO = "valid_to"
    LONG_TERM = "long_term"
    DOMAIN = "domain"
    REGISTRANT = "registrant"
    OTHER = "other"  # known, so that it ends what stands before it


class Paper(StrEnum):
    """Which labels to look for."""

    ID_CARD = "id_card"
    LICENCE = "licence"
    DOMAIN = "domain"


@dataclass(frozen=True, slots=True, repr=False)
class ReadItem:
    """One item: its text, tidied, where it stands, and the least sure of its lines."""

    item: Item
    text: str
    score: float
    box: Box

    def __repr__(self) -> str:
        return f"<ReadItem {self.item}>"


_LABELS: dict[Paper, Mapping[str, Item]] = {
    Paper.ID_CARD: {
        "姓名": Item.NAME,
        "性别": Item.OTHER,
        "民族": Item.OTHER,
        "出生": Item.BIRTH,
        "住址": Item.ADDRESS,
        "公民身份号码": Item.NUMBER,
        "签发机关": Item.ISSUER,
        "有效期限": Item.PERIOD,
    },
    Paper.LICENCE: {
        "统一社会信用代码": Item.NUMBER,
        "名称": Item.NAME,
        "类型": Item.OTHER,
        "组成形式": Item.OTHER,
        "法定代表人": Item.HEAD,
        "执行事务合伙人": Item.HEAD,
        "负责人": Item.HEAD,
        "经营者": Item.HEAD,
        "投资人": Item.HEAD,
        "注册资本": Item.OTHER,
        "成立日期": Item.FOUNDED,
        "注册日期": Item.FOUNDED,
        "营业期限": Item.PERIOD,
        "经营期限": Item.PERIOD,
        "合伙期限": Item.PERIOD,
        "主要经营场所": Item.ADDRESS,
        "经营场所": Item.ADDRESS,
        "营业场所": Item.ADDRESS,
        "住所": Item.ADDRESS,
        "经营范围": Item.SCOPE,
        "登记机关": Item.OTHER,
    },
    Paper.DOMAIN: {
        "域名所有者": Item.REGISTRANT,
        "域名所有人": Item.REGISTRANT,
        "域名持有者": Item.REGISTRANT,
        "域名持有人": Item.REGISTRANT,
        "域名注册人": Item.REGISTRANT,
        "注册人": Item.REGISTRANT,
        "域名": Item.DOMAIN,
        "注册日期": Item.OTHER,
        "注册时间": Item.OTHER,
        "注册商": Item.OTHER,
        "到期日期": Item.VALID_TO,
        "到期时间": Item.VALID_TO,
        "过期时间": Item.VALID_TO,
        "有效期至": Item.VALID_TO,
    },
}

_TWO = frozenset(label for labels in _LABELS.values() for label in labels if len(label) == 2)
_TITLES = ("域名注册证书", "域名证书", "营业执照")
_LONG = frozenset({Item.NAME, Item.ADDRESS, Item.SCOPE, Item.ISSUER})
_ID_NUMBER = re.compile(r"(?<![0-9A-Z])\d{17}[\dX](?![0-9A-Z])")
_CREDIT_CODE = re.compile(r"(?<![0-9A-Z])[0-9A-Z]{18}(?![0-9A-Z])")
_DAY = re.compile(r"(\d{4})[.年/\-](\d{1,2})[.月/\-](\d{1,2})")
_DIGITS = str.maketrans("OQIL", "0011")
_CODE_ALPHABET = str.maketrans("OIZS", "0125")
"""Letters that a credit code never has (GB 32100-2015), read for the digits they look like."""


def read_items(paper: Paper, lines: Iterable[ReadLine]) -> tuple[ReadItem, ...]:
    """The items of a paper, each once; what has no label that is known is left out."""
    tidied = _whole_labels([replace(line, text=tidy.prose(line.text)) for line in lines])
    labelled = [(line, _label(paper, line.text)) for line in tidied]
    found: dict[Item, ReadItem] = {}
    for line, label in labelled:
        item = _LABELS[paper].get(label, Item.OTHER)
        if item is not Item.OTHER and (value := _value(item, line, label, labelled)):
            for each in _understood(paper, value):
                found.setdefault(each.item, each)
    if Item.NUMBER not in found and (number := _number(paper, tidied)):
        found[Item.NUMBER] = number
    if founded := found.pop(Item.FOUNDED, None):
        found.setdefault(Item.VALID_FROM, replace(founded, item=Item.VALID_FROM))
    return tuple(found[item] for item in Item if item in found)


def _whole_labels(lines: list[ReadLine]) -> list[ReadLine]:
    """名 and 称, printed far apart and read as two, are one."""
    joined, taken = [], set()
    for line in lines:
        seconds = tuple(label[1] for label in _TWO if label[0] == line.text)
        right = _right_of(line.box, lines) if seconds else None
        if right is None or not right.text.startswith(seconds):
            joined.append(line)
            continue
        taken.add(right)
        score, box = min(line.score, right.score), line.box.joined(right.box)
        joined.append(ReadLine(line.text + right.text, score, box))
    return [line for line in joined if line not in taken]


def _label(paper: Paper, text: str) -> str:
    """The label with which a line begins; empty where it begins with none."""
    bare = tidy.compact(text)
    if bare in _TITLES:
        return ""
    longest_first = sorted(_LABELS[paper], key=len, reverse=True)
    return next((label for label in longest_first if bare.startswith(label)), "")


def _value(
    item: Item, line: ReadLine, label: str, labelled: Sequence[tuple[ReadLine, str]]
) -> ReadItem | None:
    """What stands behind a label: on its line, else at its right; and what goes on below."""
    rest = _behind(line.text, label)
    free = [other for other, its in labelled if not its]
    if rest:
        start = line.box.right - line.box.width * _extent(rest) / _extent(line.text)
        first = ReadLine(rest, line.score, replace(line.box, left=start))
    else:
        right = _right_of(line.box, free)
        if right is None:
            return None
        first = right
    lines = [first, *(_below(first, free) if item in _LONG else ())]
    box = first.box
    for each in lines[1:]:
        box = box.joined(each.box)
    text = "".join(each.text for each in lines)
    return ReadItem(item, text, min(each.score for each in lines), box)


def _extent(text: str) -> float:
    """How wide a text is printed, in digits at their widest; a Chinese character takes two."""
    return sum(1.2 if character.isascii() else 2 for character in text)


def _behind(text: str, label: str) -> str:
    """The text without its label, whatever spaces stand within it."""
    spaced = r"\s*".join(map(re.escape, label))
    return re.sub(rf"^\s*{spaced}\s*[:：]?\s*", "", text)


def _right_of(box: Box, lines: Iterable[ReadLine]) -> ReadLine | None:
    """The nearest line at the right on the same row."""
    centre = (box.left + box.right) / 2
    beside = [
        line
        for line in lines
        if line.box != box and line.box.left >= centre and box.shares_row(line.box)
    ]
    return min(beside, key=lambda line: line.box.left, default=None)


def _below(first: ReadLine, lines: Sequence[ReadLine]) -> Iterator[ReadLine]:
    """The lines in which a value goes on: straight below, beginning where it begins."""
    last = first
    character = first.box.width / max(len(first.text), 1)
    for _ in range(MOST_LINES - 1):
        following = [
            line
            for line in lines
            if 0 < line.box.top - last.box.top < 2 * last.box.height
            and not line.box.shares_row(last.box)
            and abs(line.box.left - first.box.left) < 3 * character
        ]
        if not following:
            return
        last = min(following, key=lambda line: line.box.top)
        yield last


def _understood(paper: Paper, read: ReadItem) -> Iterator[ReadItem]:
    """The item as the form keeps it: days as ISO text, numbers bare; a period is two days."""
    if read.item is Item.PERIOD:
        days = [_iso(day) for day in _DAY.findall(read.text)]
        if days:
            yield replace(read, item=Item.VALID_FROM, text=days[0])
        if len(days) > 1:
            yield replace(read, item=Item.VALID_TO, text=days[1])
        elif "长期" in read.text or "永久" in read.text:
            yield replace(read, item=Item.LONG_TERM, text="长期")
    elif read.item in (Item.VALID_TO, Item.FOUNDED, Item.BIRTH):
        if day := _DAY.search(read.text):
            yield replace(read, text=_iso(day.groups()))
    elif read.item is Item.NUMBER:
        if text := _found_number(paper, read.text):
            yield replace(read, text=text)
    elif read.item is Item.DOMAIN:
        yield replace(read, text=tidy.host(read.text))
    else:
        yield read


def _iso(day: tuple[str, ...]) -> str:
    return f"{day[0]}-{day[1]:0>2}-{day[2]:0>2}"


def _number(paper: Paper, lines: Iterable[ReadLine]) -> ReadItem | None:
    """The number of a paper whose label was not read; a domain certificate has none."""
    for line in lines:
        if text := _found_number(paper, line.text):
            return ReadItem(Item.NUMBER, text, line.score, line.box)
    return None


def _found_number(paper: Paper, text: str) -> str:
    """The number in a text, with letters that it cannot have read as digits."""
    code = tidy.code(text)
    if paper is Paper.ID_CARD:
        found = _ID_NUMBER.search(code.translate(_DIGITS))
    elif paper is Paper.LICENCE:
        found = _CREDIT_CODE.search(code.translate(_CODE_ALPHABET))
    else:
        found = None
    return found[0] if found else ""
