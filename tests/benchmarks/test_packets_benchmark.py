"""Many packets with eight scans each, by us, typst, WeasyPrint and fpdf2, in one run.

Each packet has names, numbers and scans of its own. The engines take turns, in
another order each time, so that what else the machine does troubles all alike;
what an engine can keep from packet to packet is kept. ``BUTLER_PACKETS`` says
how many, 20 where it says nothing:

    BUTLER_PACKETS=1000 pytest tests/benchmarks/test_packets_benchmark.py -s

One core for itself, 1,000 packets of 8 pages, medians: ours 45 ms, typst 94,
WeasyPrint 660 (with libharfbuzz-subset), fpdf2 1,272 (a third of which it reads
its faces: it keeps none from document to document). Our memory after 100, 500
and 1,000 packets: 233 MB each time.
"""

import hashlib
import json
import os
import shutil
import statistics
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
import typst
from PIL import Image

from butler_desktop import resources
from butler_desktop.documents.packet import render_packet
from tests.benchmarks.other_engines import by_fpdf2, by_weasyprint
from tests.benchmarks.test_packet_benchmark import SCANS, TEMPLATE, Task, task
from tests.documents.papers import opened

COUNT = int(os.environ.get("BUTLER_PACKETS", "20"))
FILES = ("business-licence.jpg", "id-front.jpg", "id-back.jpg", "id-back-expired.jpg")
MEGABYTE = 1024 * 1024
MOST_GROWTH = 16


def scans(folder: Path) -> tuple[str, ...]:
    """Eight different scans: the four samples, and each with its edge cut off."""
    found = [SCANS / name for name in FILES]
    for name in FILES:
        cut = folder / f"cut-{name}"
        with Image.open(SCANS / name) as picture:
            width, height = picture.size
            picture.crop((20, 20, width - 20, height - 20)).save(cut, quality=90)
        found.append(cut)
    return tuple(map(str, found))


def tasks(count: int, folder: Path) -> Iterator[Task]:
    """Packets never seen before, each gone before the next: a thousand have 900 MB of scans."""
    names = scans(folder)
    for number in range(count):
        made = task(number, names, folder)
        yield made
        for scan in made.pictures.values():
            Path(os.fsdecode(scan)).unlink()


@pytest.mark.timeout(0)
def test_many_packets_against_three_engines(tmp_path: Path) -> None:
    template = shutil.copy(TEMPLATE, tmp_path)
    fonts = str(resources.folder("fonts"))
    compiler = typst.Compiler(template, str(tmp_path), [fonts], ignore_system_fonts=True)

    def by_typst(each: Task) -> bytes:
        made: bytes = compiler.compile(format="pdf", sys_inputs=each.inputs)
        return made

    engines = {
        "ours": lambda each: render_packet(each.content, each.pictures).pdf,
        "typst": by_typst,
        "WeasyPrint": lambda each: by_weasyprint(json.loads(each.inputs["content"]), tmp_path),
        "fpdf2": lambda each: by_fpdf2(json.loads(each.inputs["content"]), tmp_path),
    }
    taken: dict[str, list[float]] = {name: [] for name in engines}
    sizes: dict[str, str] = {}
    for number, each in enumerate(tasks(COUNT + 1, tmp_path)):
        turn = number % len(engines)
        for name in [*engines][turn:] + [*engines][:turn]:
            start = time.perf_counter()
            pdf = engines[name](each)
            if number:
                taken[name].append(time.perf_counter() - start)
            else:
                with opened(pdf) as document:
                    sizes[name] = f"{len(document.pages)} pages, {len(pdf) / MEGABYTE:.1f} MB"
                    pictures = {hash_of(it) for page in document.pages for it in scans_on(page)}
                    assert len(pictures) == 2 * len(FILES), name
        if number % 100 == 0 or number == COUNT:
            print(f"\nafter {number} packets:")
            tell(taken, sizes)


def tell(taken: dict[str, list[float]], sizes: dict[str, str]) -> None:
    for name, times in taken.items():
        if times:
            middle, own = statistics.median(times), statistics.median(taken["ours"])
            told = (
                f"{middle * 1000:.0f} ms, {sum(times):.0f} s in all, ours {own / middle:.2f} of it"
            )
            print(f"{name}: {told}; {sizes[name]}", flush=True)


def scans_on(page: Any) -> list[Any]:
    return [it for it in page.get_images().values() if "/DCTDecode" in str(it.get("/Filter"))]


def hash_of(image: Any) -> str:
    return hashlib.sha256(image.read_raw_bytes()).hexdigest()


@pytest.mark.timeout(0)
def test_memory_does_not_grow_with_the_number_of_packets(tmp_path: Path) -> None:
    process = psutil.Process()
    held = []
    for number, each in enumerate(tasks(COUNT, tmp_path), start=1):
        render_packet(each.content, each.pictures)
        if number in (COUNT // 10, COUNT // 2, COUNT):
            held.append(process.memory_info().rss / MEGABYTE)
    print("\nmemory after a tenth, half and all:", *(f"{it:.0f} MB" for it in held))
    assert held[-1] - held[1] < MOST_GROWTH
