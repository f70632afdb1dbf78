"""Taking a rulebook in: what it would change is told first; on both databases."""

from threading import Event

import pytest

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.errors import RulebookWrong
from butler_desktop.services.progress import Cancelled, Progress
from butler_desktop.services.rulebooks import (
    preview_rulebook,
    rulebooks,
    take_rulebook,
    trust_key,
)
from tests.published import NEXT, Publisher
from tests.services.scenario import reached

OLD = 'key = "min_age"\nvalue = 18\nof = ["org"]\n'
AGED = {"provinces/beijing.toml": (OLD, OLD.replace("18", "90"))}
"""Beijing wants ninety years of everybody."""


@pytest.fixture
def publisher(tmp_path):
    made = Publisher(tmp_path)
    trust_key(made.public)
    return made


def test_the_open_filings_whose_verdict_changes_are_listed(desk, publisher):
    begun, closed = reached(desk, S.PREPARING), reached(desk, S.WITHDRAWN)
    seen = preview_rulebook(desk, publisher.publish(AGED))
    assert seen.checked == 1
    (change,) = seen.changes
    assert change.filing_id == begun != closed
    assert {it.rule for it in change.added} == {"P10"}
    with desk.reading() as work:
        assert rulebooks(work).taken == ()


def test_what_was_looked_at_is_taken_in(desk, publisher):
    seen = preview_rulebook(desk, publisher.publish())
    assert seen.changes == ()
    take_rulebook(seen)
    take_rulebook(seen)
    with desk.reading() as work:
        known = rulebooks(work)
    assert [it.package.version for it in known.taken] == [NEXT]
    assert known.present is known.shipped  # until the workspace is opened again
    assert known.keys == (publisher.key,)


def test_a_publisher_whom_nobody_trusts_is_refused(desk, tmp_path):
    with pytest.raises(RulebookWrong):
        preview_rulebook(desk, Publisher(tmp_path).publish())


def test_it_can_be_broken_off(desk, publisher):
    reached(desk, S.PREPARING)
    cancel = Event()
    told = []

    def hear(done, total, _name):
        told.append((done, total))
        cancel.set()

    with pytest.raises(Cancelled):
        preview_rulebook(desk, publisher.publish(AGED), Progress(hear, cancel))
    assert told == [(0, 1)]
