"""Cut the shipped fonts from their upstream releases: ``subset_fonts.py SOURCES``.

Needs fonttools, and a folder SOURCES with four packages as their own clients
hand them out (names and versions: ``resources/fonts/README.md``):

    npm pack @expo-google-fonts/noto-sans-sc @expo-google-fonts/noto-serif-sc
    apt-get download fonts-hanazono unicode-data

The result is the same, byte for byte, each time.
"""

import argparse
import bz2
import io
import subprocess
import tarfile
import tempfile
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[1] / "resources" / "fonts"

# Everything that is not an ideograph and may stand in a form, a letter or the window.
MARKS = [
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x024F),  # Latin
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x045F),  # Cyrillic
    (0x2000, 0x206F),  # punctuation
    (0x2070, 0x21FF),  # raised figures, currency, numerals, arrows
    (0x2200, 0x23FF),  # mathematics, technical
    (0x2460, 0x27BF),  # circled numbers, lines, blocks, shapes, ticks
    (0x3000, 0x33FF),  # CJK marks, kana, bopomofo, enclosed, square units
    (0xFE30, 0xFE4F),  # CJK compatibility forms
    (0xFF00, 0xFFEF),  # full-width forms
]
BOXES = [0x2610, 0x2611, 0x2612]  # ☐ ☑ ☒: in neither Noto face
PLANE_2 = range(0x20000, 0x30000)


def double_byte(codec: str) -> set[int]:
    """Every code point that ``codec`` (gb2312, gbk) writes with two bytes."""
    found: set[int] = set()
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0xFF):
            try:
                found.add(ord(bytes((lead, trail)).decode(codec)))
            except (UnicodeDecodeError, TypeError):
                continue  # not assigned, or two characters
    return found


def table_of_8105(unihan: bytes) -> set[int]:
    """The 8105 characters of 通用规范汉字表: Unihan's field kTGH."""
    rows = (line.split("\t") for line in bz2.decompress(unihan).decode().split("\n"))
    return {
        int(row[0].removeprefix("U+"), base=16)
        for row in rows
        if row[1:2] == ["kTGH"] and row[0] != "#"
    }


def npm_member(sources: Path, name: str, member: str) -> bytes:
    """One file of a package that ``npm pack`` fetched."""
    (archive,) = sources.glob(f"expo-google-fonts-{name}-*.tgz")
    with tarfile.open(archive) as tar:
        found = tar.extractfile(f"package/{member}")
        if found is None:
            raise SystemExit(f"{archive.name} has no file {member}")
        return found.read()


def deb_member(sources: Path, name: str, member: str) -> bytes:
    """One file of a package that ``apt-get download`` fetched."""
    (archive,) = sources.glob(f"{name}_*.deb")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["dpkg", "-x", archive, folder], check=True)
        return (Path(folder) / member).read_bytes()


def has(font: bytes) -> set[int]:
    """The code points that a font can draw."""
    return set(TTFont(io.BytesIO(font), lazy=True).getBestCmap())


def cut(font: bytes, wanted: set[int], target: str) -> None:
    """Write ``font`` with the ``wanted`` code points to ``target``; no hinting, kerning only."""
    options = subset.Options(
        hinting=False,
        layout_features=["kern"],
        drop_tables=[*subset.Options().drop_tables, "BASE", "GSUB", "STAT", "vhea", "vmtx"],
        name_IDs=["*"],
        notdef_outline=True,
        bidi_closure=False,
    )
    drawn = TTFont(io.BytesIO(font), recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=sorted(wanted & has(font)))
    cutter.subset(drawn)
    drawn.save(FONTS / target)
    size = (FONTS / target).stat().st_size / 1e6
    print(f"{target:28} {len(has((FONTS / target).read_bytes())):6} characters {size:5.1f} MB")


def write_coverage() -> None:
    """Lists the characters that the paper can show, a range a line."""
    names = ("NotoSerifSC-Regular", "NotoSansSC-Regular", "HanaMinA", "HanaMinB")
    known = set().union(*(has((FONTS / f"{name}.ttf").read_bytes()) for name in names))
    ranges: list[list[int]] = []
    for code in sorted(known):
        if ranges and code == ranges[-1][-1] + 1:
            ranges[-1] = [ranges[-1][0], code]
        else:
            ranges.append([code])
    lines = ("-".join(f"{code:X}" for code in ends) + "\n" for ends in ranges)
    (FONTS / "coverage.txt").write_text("".join(lines), "ascii")


def main() -> None:
    """Cut all six files."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sources", type=Path, metavar="SOURCES")
    sources: Path = parser.parse_args().sources

    marks = {point for first, last in MARKS for point in range(first, last + 1)}
    unihan = "usr/share/unicode/Unihan_OtherMappings.txt.bz2"
    names = table_of_8105(deb_member(sources, "unicode-data", unihan))
    core = marks | double_byte("gb2312") | names
    full = core | double_byte("gbk") | set(range(0x3400, 0x4DC0)) | set(range(0x4E00, 0xA000))

    sans = npm_member(sources, "noto-sans-sc", "400Regular/NotoSansSC_400Regular.ttf")
    bold = npm_member(sources, "noto-sans-sc", "700Bold/NotoSansSC_700Bold.ttf")
    serif = npm_member(sources, "noto-serif-sc", "400Regular/NotoSerifSC_400Regular.ttf")
    heavy = npm_member(sources, "noto-serif-sc", "700Bold/NotoSerifSC_700Bold.ttf")
    hana = "usr/share/fonts/truetype/hanazono"
    hana_a = deb_member(sources, "fonts-hanazono", f"{hana}/HanaMinA.ttf")
    hana_b = deb_member(sources, "fonts-hanazono", f"{hana}/HanaMinB.ttf")

    cut(sans, full, "NotoSansSC-Regular.ttf")
    cut(bold, full, "NotoSansSC-Bold.ttf")
    cut(serif, full, "NotoSerifSC-Regular.ttf")
    cut(heavy, core, "NotoSerifSC-Bold.ttf")
    # Hanazono draws only what Noto Sans SC cannot, so that no common character
    # is ever taken from it: its forms are Japanese.
    drawn = has((FONTS / "NotoSansSC-Regular.ttf").read_bytes())
    cut(hana_a, (full | set(BOXES)) - drawn, "HanaMinA.ttf")
    cut(hana_b, set(PLANE_2) - drawn, "HanaMinB.ttf")
    write_coverage()


if __name__ == "__main__":
    main()
