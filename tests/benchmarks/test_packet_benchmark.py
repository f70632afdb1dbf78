"""The packet against the same pages in typst, the fastest engine that was found.

Both get another content each time, as in life: one reused compiler there, the
faces read once here. Codes and digest are ready-made for typst; ours are not.
Run with ``pytest tests/benchmarks -s`` to see the ratio.
"""

import hashlib
import json
import shutil
import statistics
import struct
import time
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import typst

from butler_desktop import resources
from butler_desktop.documents import zh_text
from butler_desktop.documents.composition import Composition
from butler_desktop.documents.packet import render_packet
from butler_desktop.documents.qr import qr_matrix
from butler_desktop.domain.packet import PacketContent, PacketMaterial, short_digest
from butler_desktop.domain.packet_parts import part_title, shown_parts
from tests.documents.papers import a_content

SCANS = Path(__file__).parents[1] / "data" / "scans"
TEMPLATE = Path(__file__).with_name("packet.typ")
FILES = ("business-licence.jpg", "id-front.jpg", "id-back.jpg", "domain-certificate.png")
ROUNDS = 24


@dataclass(frozen=True)
class Task:
    """One packet to make, for either engine."""

    content: PacketContent
    pictures: dict[str, bytes | Path]
    inputs: dict[str, str]


def task(number: int, files: tuple[str, ...], folder: Path) -> Task:
    """A packet with names, numbers and scans of its own; ``folder`` keeps its scans."""
    scans = [a_scan(name, number * 10 + place, folder) for place, name in enumerate(files)]
    papers = tuple(map(paper, scans))
    plain = a_content(f"F{number % 12:02}")
    content = replace(
        plain,
        filing=f"BA-2603-{number:04}",
        sponsor=f"{plain.sponsor}第{number}分公司",
        materials=(*papers, *plain.materials),
    )
    given = Composition(content, content.canonical_bytes(), {})
    pages = render_packet(content, {}).pages
    texts = [given.code_text(page, pages) for page in range(1, pages + 1)]
    inputs: dict[str, Any] = {
        "content": content.to_document(),
        "digest": short_digest(given.digest),
        "codes": [svg(qr_matrix(text, text)) for text in texts],
        "titles": [(part, part_title(content, part)) for part in shown_parts(content)],
        "pictures": [f"/{scan.name}" for scan in scans],
    }
    sources = {each.sha256: scan for each, scan in zip(papers, scans, strict=True)}
    return Task(content, sources, {"content": json.dumps(inputs)})


def a_scan(name: str, number: int, folder: Path) -> Path:
    """A sample scan with a remark inside, so that nobody has seen its bytes before."""
    data, remark = (SCANS / name).read_bytes(), f"No\0{number}".encode()
    if data.startswith(b"\xff\xd8"):
        remark = b"\xff\xfe" + struct.pack(">H", len(remark) + 2) + remark
        data = data[:2] + remark + data[2:]
    else:
        body = b"tEXt" + remark
        remark = struct.pack(">I", len(remark)) + body + struct.pack(">I", zlib.crc32(body))
        data = data[:33] + remark + data[33:]
    scan = folder / f"{number}-{Path(name).name}"
    scan.write_bytes(data)
    return scan


def paper(scan: Path) -> PacketMaterial:
    sha256 = hashlib.sha256(scan.read_bytes()).hexdigest()
    return PacketMaterial(
        scan.name, scan.name, "扫描图片", 1, "长期", sha256, "image/jpeg", 1200, 800
    )


def svg(matrix: tuple[tuple[bool, ...], ...]) -> str:
    dark = "".join(
        f"M{x} {y}h1v1h-1z"
        for y, row in enumerate(matrix)
        for x, module in enumerate(row)
        if module
    )
    size = len(matrix)
    space = 'xmlns="http://www.w3.org/2000/svg"'
    return f'<svg {space} viewBox="0 0 {size} {size}"><path d="{dark}"/></svg>'


def seconds(make: Callable[[Task], object], tasks: Iterable[Task]) -> float:
    """The median time for one packet."""
    taken = []
    for each in tasks:
        start = time.perf_counter()
        make(each)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


@pytest.mark.parametrize("files", [(), FILES], ids=["text", "with scans"])
def test_packet_against_typst(benchmark: Any, files: tuple[str, ...], tmp_path: Path) -> None:
    template = shutil.copy(TEMPLATE, tmp_path)
    fonts = str(resources.folder("fonts"))
    compiler = typst.Compiler(template, str(tmp_path), [fonts], ignore_system_fonts=True)
    warming, *ready = [task(number, files, tmp_path) for number in range(ROUNDS + 1)]
    # What was typeset to know the number of pages is forgotten again.
    zh_text.broken.cache_clear()
    qr_matrix.cache_clear()

    def by_typst(each: Task) -> bytes:
        made: bytes = compiler.compile(format="pdf", sys_inputs=each.inputs)
        return made

    def ours(each: Task) -> bytes:
        return render_packet(each.content, each.pictures).pdf

    assert by_typst(warming).startswith(b"%PDF")
    assert ours(warming).startswith(b"%PDF")
    theirs = seconds(by_typst, ready)
    rest = iter(ready)
    benchmark.pedantic(ours, setup=lambda: ((next(rest),), {}), rounds=ROUNDS)
    own = benchmark.stats.stats.median
    benchmark.extra_info |= {"typst_ms": round(theirs * 1000, 1), "ratio": round(own / theirs, 2)}
    print(f"\npacket: {own * 1000:.1f} ms, {own / theirs:.2f} times typst")
