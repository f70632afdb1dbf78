"""A changed rulebook: the verdicts on every open filing by both, beside the bare verdicts.

It runs in the background of a window that is worked in: the longest time that
the window was held is told, and what it holds in memory.
"""

import time
import tomllib
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from butler_desktop import resources
from butler_desktop.domain.case import Case
from butler_desktop.domain.checks import findings
from butler_desktop.domain.local_time import local_date
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.services.rulebooks import verdict_changes
from butler_desktop.storage.listings import open_filings
from butler_desktop.storage.rulebook import read_rulebook
from butler_desktop.storage.work import Workspace
from tests.benchmarks.crowd import crowded
from tests.benchmarks.test_window_benchmark import Desk
from tests.builders import NOW

COUNT = 2_000
SAMPLE = 300
ROUNDS = 5
MEGABYTE = 1 << 20
TODAY = local_date(NOW)

pytestmark = pytest.mark.timeout(600)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("rulebooks") / "butler.db"
    crowded(path, COUNT, strangers=True).close()
    return path


def changed(rulebook: Rulebook) -> Rulebook:
    """A rule that weighs otherwise in every province."""
    rule = replace(rulebook.checks["M01"], severity="info")
    return replace(rulebook, checks={**rulebook.checks, "M01": rule})


def bare_verdict(workspace: Workspace) -> float:
    """Milliseconds for one verdict on a filing that is in memory."""
    with workspace.reading() as work:
        asked = open_filings(work)[:SAMPLE]
        dossiers = [work.dossier(it.order_id) for it in asked]
    pairs = [
        (dossier.filing(it.filing_id), dossier) for it, dossier in zip(asked, dossiers, strict=True)
    ]
    begun = time.perf_counter()
    for filing, dossier in pairs:
        case = Case.of(dossier, filing, ())
        findings(filing.particulars, workspace.rulebook, TODAY, case=case)
    return (time.perf_counter() - begun) * 1_000 / len(pairs)


@pytest.mark.benchmark(group="rulebook")
def test_the_open_filings_under_a_changed_rulebook(benchmark, database: Path) -> None:
    desk = Desk(database, COUNT)
    told, process = benchmark.extra_info, psutil.Process()
    workspace = desk.program.background.opening.workspace()
    verdict = bare_verdict(workspace)
    before, answers, begun = process.memory_info().rss, [], time.perf_counter()

    def check() -> None:
        desk.program.background.run(
            desk.program.window, verdict_changes, changed(workspace.rulebook), then=answers.append
        )

    first = desk.held_while(check)  # what the checks load and compile once is in it
    held = desk.held_while(check)
    each = (time.perf_counter() - begun) * 1_000 / COUNT / 2
    (checked, changes), _again = answers
    assert checked == COUNT
    assert changes
    told |= {
        "filing_ms": each,
        "verdict_ms": verdict,
        "ratio": each / verdict,
        "held_first_ms": first,
        "held_ms": held,
        "grown_mb": (process.memory_info().rss - before) / MEGABYTE,
    }
    print(f"\n{COUNT:,} filings, {len(changes):,} changed:", told)
    benchmark.pedantic(lambda: None, rounds=1)
    desk.close()


@pytest.mark.benchmark(group="rulebook")
def test_a_rulebook_is_read(benchmark) -> None:
    folder = resources.folder("rulebook")
    files = sorted(folder.rglob("*.toml"))

    def parse() -> None:
        for file in files:
            tomllib.loads(file.read_text(encoding="utf-8"))

    times = {}
    for name, work in (("toml", parse), ("read", lambda: read_rulebook(folder))):
        work()
        begun = time.perf_counter()
        for _ in range(ROUNDS):
            work()
        times[name] = (time.perf_counter() - begun) * 1_000 / ROUNDS
    benchmark.extra_info |= times | {"ratio": times["read"] / times["toml"]}
    print(f"\n{times['read']:.0f} ms, its TOML alone {times['toml']:.0f} ms")
    benchmark.pedantic(lambda: read_rulebook(folder), rounds=1)
