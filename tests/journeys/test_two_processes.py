"""Two desks on one file act on one filing at the same moment: one lands, the other is told."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from butler_desktop.domain.filing_states import FilingState
from butler_desktop.services.history import verify
from butler_desktop.storage.journal import entries
from tests.builders import a_dossier, a_workspace

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 40

DESK = """
import json, sys
from datetime import UTC, datetime
from pathlib import Path
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.transition import Action
from butler_desktop.errors import Overtaken
from butler_desktop.services.filings import act
from butler_desktop.storage.workspace import open_workspace

workspace = open_workspace(Path(sys.argv[1]), actor=sys.argv[2], station=sys.argv[2])
print("ready", flush=True)
for line in sys.stdin:
    filing_id = line.strip()
    try:
        with workspace.editing() as work:
            act(work, filing_id, Action.CONTACT_CUSTOMER, {"note": sys.argv[2]},
                FilingState.REQUESTED)
        told = {"landed": True}
    except Overtaken as error:
        told = {"landed": False, "who": error.who, "when": error.when.isoformat(),
                "sentence": error.said("zh_CN")}
    print(json.dumps(told), flush=True)
workspace.close()
"""


def a_desk(database: Path, name: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", DESK, str(database), name],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def desks(tmp_path):
    a_workspace(tmp_path).close()
    both = [a_desk(tmp_path / "butler.db", name) for name in ("林晓雯", "何佳")]
    yield both
    for desk in both:
        with desk:
            desk.stdin.close()
            assert desk.wait(timeout=60) == 0


def test_of_two_acts_at_once_one_lands_and_the_other_hears_who_and_when(tmp_path, desks):
    for desk in desks:
        assert desk.stdout.readline() == "ready\n"
    workspace = a_workspace(tmp_path)
    winners = set()
    for turn in range(ROUNDS):
        dossier = a_dossier()
        (filing,) = dossier.filings
        with workspace.editing() as work:
            work.save(None, dossier, "order.enter")
        # Both wait for this line; who is first is for the database to say.
        for desk in desks if turn % 2 else reversed(desks):
            desk.stdin.write(filing.id + "\n")
        for desk in desks:
            desk.stdin.flush()
        answers = [json.loads(desk.stdout.readline()) for desk in desks]
        assert sorted(answer["landed"] for answer in answers) == [False, True]
        winner = ("林晓雯", "何佳")[answers[0]["landed"] is False]
        winners.add(winner)
        (loser,) = [answer for answer in answers if not answer["landed"]]
        with workspace.reading() as work:
            present = work.dossier(dossier.order.id)
            last = entries(work.connection, dossier.order.id)[-1]
            assert verify(work, dossier.order.id) == ()
        assert (loser["who"], loser["when"]) == (winner, last.at.isoformat())
        assert winner in loser["sentence"]
        assert (last.revision, last.actor) == (2, winner)
        assert [contact.note for contact in present.contacts] == [winner]
        assert present.filings[0].state is FilingState.CONTACTED
    workspace.close()
    assert winners


def test_many_desks_may_make_one_workspace_at_the_same_moment(tmp_path):
    desks = [a_desk(tmp_path / "new" / "butler.db", f"desk {number}") for number in range(6)]
    said = [desk.communicate("", timeout=60)[0] for desk in desks]
    assert said == ["ready\n"] * 6
    assert [desk.returncode for desk in desks] == [0] * 6
    assert [path.name for path in (tmp_path / "new").glob("*before*")] == []
