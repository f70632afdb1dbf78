"""The verdict on a filing: all rules, beside reading the same form from its stored document.

A butler waits for it at every field, and a changed rulebook for one of each open filing.
"""

import json
import statistics
import time
from collections.abc import Callable
from datetime import date

import pytest

from butler_desktop.domain.case import Case
from butler_desktop.domain.checks import findings
from butler_desktop.domain.particulars import Particulars
from butler_desktop.storage.rulebook import load_rulebook
from tests.domain.conftest import FORM_FILE

ROUNDS = 9
TODAY = date(2026, 11, 22)


def milliseconds(work: Callable[[], object], count: int) -> float:
    """The median time for one of the ``count`` forms that ``work`` goes through."""
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        work()
        times.append((time.perf_counter() - begun) * 1_000 / count)
    return statistics.median(times)


@pytest.mark.benchmark(group="verdict")
@pytest.mark.parametrize("papers", [None, ()], ids=["of a form", "of a filing"])
def test_the_verdict_on_a_filing(benchmark, papers) -> None:
    rulebook = load_rulebook()
    entries = json.loads(FORM_FILE.read_text(encoding="utf-8"))
    forms = [Particulars.from_form_file(entry, rulebook.provinces) for entry in entries]
    kept = [json.dumps(form.to_document()) for form in forms]
    case = Case(papers=papers)

    def judge() -> None:
        for form in forms:
            findings(form, rulebook, TODAY, case=case)

    judge()
    read = milliseconds(
        lambda: [Particulars.from_document(json.loads(text)) for text in kept], len(forms)
    )
    judged = milliseconds(judge, len(forms))
    benchmark.extra_info |= {"verdict_ms": judged, "read_ms": read, "ratio": judged / read}
    print(f"\nverdict {judged:.2f} ms, reading the form {read:.2f} ms: {judged / read:.1f}x")
    benchmark.pedantic(judge, rounds=1)
