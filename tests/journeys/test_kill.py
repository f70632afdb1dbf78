"""kill -9 in the middle of saving: nothing that was acknowledged is lost, nothing is half there.

A nursery (one warm process) forks a desk for each round and kills it from
outside, a seeded moment after a seeded number of acknowledgements, so that
kills fall into opening, saving, committing and writing blobs alike.
"""

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.order_states import OrderState
from butler_desktop.domain.particulars import Particulars
from butler_desktop.services.filings import request_filing
from butler_desktop.services.history import verify
from tests.builders import Clock, a_workspace, an_order

pytestmark = pytest.mark.skipif(os.name == "nt", reason="forks, and kills by signal")

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 50
BLOB_ROUNDS = 12

NURSERY = '''
import itertools, json, os, select, signal, sys
from pathlib import Path
from butler_desktop.domain.transition import Action
from butler_desktop.services.filings import act, edit_form
from butler_desktop.services.materials import attach_material
from butler_desktop.storage.workspace import open_workspace

database, mode, filings = Path(sys.argv[1]), sys.argv[2], sys.argv[3].split(",")
SCAN = Path("resources/samples/scans/business-licence.jpg").read_bytes()

def a_scan(folder, token):
    """A sound picture of some megabytes whose bytes nobody else has."""
    padding = (token.encode() * 8000)[:65000]
    comments = b"".join(b"\\xff\\xfe" + (len(padding) + 2).to_bytes(2, "big") + padding
                        for _ in range(60))
    path = folder / f"{token}.jpg"
    path.write_bytes(SCAN[:2] + comments + SCAN[2:])
    return path

def save(workspace, filing_id, token):
    if mode == "blobs":
        attach_material(workspace, filing_id, "sponsor_cert", a_scan(database.parent, token))
        return
    with workspace.editing() as work:
        act(work, filing_id, Action.LOG_CONTACT, {"outcome": "reached", "note": token})
    with workspace.editing() as work:
        edit_form(work, filing_id, {"service.service_name": token})

def desk(turn, told):
    workspace = open_workspace(database, actor="林晓雯", station="desk")
    for number in itertools.count():
        token = f"t{turn}n{number}"
        save(workspace, filings[number % len(filings)], token)
        os.write(told, (token + "\\n").encode())

for line in sys.stdin:
    turn, wanted, delay = json.loads(line)
    hear, tell = os.pipe()
    pid = os.fork()
    if pid == 0:
        desk(turn, tell)
    os.close(tell)
    said = b""
    while said.count(b"\\n") < wanted:
        more = os.read(hear, 4096)
        if not more:
            break
        said += more
    select.select([], [], [], delay)
    os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    assert os.WIFSIGNALED(status), "the desk ended by itself"
    while more := os.read(hear, 4096):
        said += more
    os.close(hear)
    print(json.dumps(said.decode().split()), flush=True)
'''


@pytest.fixture
def workspace(tmp_path):
    opened = a_workspace(tmp_path, clock=Clock())
    yield opened
    opened.close()


@pytest.fixture
def filings(workspace):
    """Five filings of three orders."""
    made = []
    for sites in (1, 2, 2):
        order = an_order(ordered_site_count=sites, state=OrderState.ACTIVE)
        with workspace.editing() as work:
            work.save(None, Dossier(order), "order.enter")
            made += [request_filing(work, order.id, Particulars.empty("x")) for _ in range(sites)]
    return [filing.id for filing in made]


def killed(tmp_path: Path, mode: str, filings: list[str], rounds: list[list[float]]):
    """What each round acknowledged before it was killed."""
    arguments = [sys.executable, "-c", NURSERY, str(tmp_path / "butler.db"), mode]
    with subprocess.Popen(
        [*arguments, ",".join(filings)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as nursery:
        for given in rounds:
            nursery.stdin.write(json.dumps(given) + "\n")
            nursery.stdin.flush()
            yield json.loads(nursery.stdout.readline())
        nursery.stdin.close()
        assert nursery.wait(timeout=60) == 0


def seeded(rounds: int, most: int, longest: float) -> list[list[float]]:
    chance = random.Random("kill -9")
    return [[turn, chance.randint(0, most), chance.uniform(0, longest)] for turn in range(rounds)]


def assert_whole(workspace) -> None:
    """The database opens, is sound, and every order's journal gives its rows."""
    # The check of FTS5 looks at what a connection remembers of the index, not at its newest state.
    workspace.database.close()
    with workspace.reading() as work:
        assert work.connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        for order_id in work.connection.exec_driver_sql("SELECT id FROM orders").scalars().all():
            assert verify(work, order_id) == ()


def test_fifty_kills_lose_nothing_that_was_acknowledged(tmp_path, workspace, filings):
    acknowledged: list[str] = []
    for said in killed(tmp_path, "acts", filings, seeded(ROUNDS, 4, 0.03)):
        acknowledged += said
        assert_whole(workspace)
        with workspace.reading() as work:
            notes = set(work.connection.exec_driver_sql("SELECT note FROM contacts").scalars())
        assert set(acknowledged) <= notes
        # At most the one act that was on its way is there without its word.
        assert len(notes - set(acknowledged)) <= ROUNDS
    assert len(acknowledged) > ROUNDS


def test_a_kill_while_a_file_comes_in_leaves_no_half_file(tmp_path, workspace, filings):
    acknowledged: list[str] = []
    for said in killed(tmp_path, "blobs", filings, seeded(BLOB_ROUNDS, 2, 0.1)):
        acknowledged += said
        assert_whole(workspace)
        with workspace.reading() as work:
            attached = dict(
                work.connection.exec_driver_sql("SELECT file_name, sha256 FROM materials").all()
            )
        assert {f"{token}.jpg" for token in acknowledged} <= set(attached)
        for name, sha256 in attached.items():
            assert workspace.blobs.read(sha256) == (tmp_path / name).read_bytes()
    assert acknowledged
