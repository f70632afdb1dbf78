"""A random walk of three replicas and the shared database: all converge, no act vanishes."""

from pathlib import Path

import pytest

from tests.postgres import Server
from tests.sync.walk import Walk

STEPS = 10_000


@pytest.mark.timeout(900)
def test_ten_thousand_steps_and_all_desks_are_equal(server: Server, tmp_path: Path) -> None:
    walk = Walk(server, tmp_path, seed=20261123)
    walk.run(STEPS)
    walk.converge()
    assert walk.kills > 20
    assert walk.cuts > 100
    walk.close()


def test_a_walk_is_the_same_again_from_its_seed(server: Server, tmp_path: Path) -> None:
    traces = []
    for name in ("once", "again"):
        (tmp_path / name).mkdir()
        walk = Walk(server, tmp_path / name, seed=7)
        walk.run(250)
        walk.converge()
        traces.append(walk.trace)
        walk.close()
    assert traces[0] == traces[1]
