"""Make the table of pinyin initials from Unihan: ``make_initials.py SOURCES``.

SOURCES is a folder with Debian's ``unicode-data``, as its own client hands it out:

    apt-get download unicode-data

A character has the initials of its readings in the two dictionaries of today's
language that Unihan quotes (通用规范汉字字典 2013, 现代汉语词典 1983), and of the
reading that Unihan prefers. The result is the same, byte for byte, each time.
"""

import argparse
import bz2
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from subset_fonts import deb_member

TABLE = Path(__file__).resolve().parents[1] / "resources" / "initials" / "initials.txt"
FIELDS = ("kMandarin", "kTGHZ2013", "kXHC1983")
BLOCKS = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000))
"""Kept whole; of rarer characters those that the dictionary of 2013 has."""


def letters(reading: str) -> Iterator[str]:
    """The initials in one field's value: ``047.150:chóng 481.090:zhòng`` has c and z."""
    for part in reading.split():
        for syllable in part.rpartition(":")[2].split(","):
            yield unicodedata.normalize("NFD", syllable)[0]


def table(unihan: bytes) -> dict[str, list[str]]:
    """The characters of each letter."""
    found: dict[str, set[str]] = {}
    listed: set[str] = set()
    for line in bz2.decompress(unihan).decode().splitlines():
        row = line.split("\t")
        if row[1:2] and row[1] in FIELDS and not line.startswith("#"):
            character = chr(int(row[0].removeprefix("U+"), base=16))
            found.setdefault(character, set()).update(letters(row[2]))
            if row[1] == "kTGHZ2013":
                listed.add(character)
    by_letter: dict[str, list[str]] = {}
    for character in sorted(found):
        if character in listed or any(ord(character) in block for block in BLOCKS):
            for letter in sorted(found[character]):
                by_letter.setdefault(letter, []).append(character)
    return by_letter


def main() -> None:
    """Write the table: a line a letter."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sources", type=Path, metavar="SOURCES")
    sources: Path = parser.parse_args().sources
    unihan = deb_member(sources, "unicode-data", "usr/share/unicode/Unihan_Readings.txt.bz2")
    lines = [f"{letter}\t{''.join(row)}\n" for letter, row in sorted(table(unihan).items())]
    TABLE.write_text("".join(lines), encoding="utf-8", newline="\n")
    print(f"{TABLE.name}: {sum(len(line) - 3 for line in lines)} initials")


if __name__ == "__main__":
    main()
