"""A random walk: desks act, sync, are cut off, are killed; all of it from one seed."""

import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random

from sqlalchemy import event

from butler_desktop.domain.conflict import Decision, Take
from butler_desktop.domain.receipt import Outcome
from butler_desktop.errors import Refused, StoreTooNew, StoreTooOld
from butler_desktop.services.conflicts import conflicts, decide, settle
from butler_desktop.services.history import verify
from butler_desktop.services.sync import look_at_pause, sync_round
from butler_desktop.storage import exchange
from butler_desktop.storage.work import Workspace
from butler_desktop.storage.workspace import open_workspace
from tests.builders import NOW, Clock
from tests.postgres import Server
from tests.sync.acts import Acts
from tests.sync.team import ANN, BEN, CAT, DAN, Team, assert_equal, told

CUT_BEFORE = 40
"""A cut falls on one of so many statements: in a round of some orders, or after it."""


@dataclass(slots=True)
class Desk:
    """A replica and what was made on it."""

    name: str
    file: Path
    clock: Clock
    workspace: Workspace
    made: set[str]
    became: dict[str, tuple[Outcome, str]]


class Walk:
    """Three replicas and a direct desk, and what happens to them."""

    def __init__(self, server: Server, folder: Path, seed: int) -> None:
        self.random = Random(seed)
        self.team = Team(server, folder)
        self.desks = [
            self._desk(name, timedelta(hours=hours))
            for name, hours in ((ANN, -50), (BEN, 0), (CAT, 50))
        ]
        self.direct = self.team.direct(DAN, Clock(NOW))
        self.orders: list[str] = []
        self.acts = Acts(self.random, self.orders)
        self.trace: list[str] = []
        self.kills = self.cuts = 0
        for _ in range(3):
            self.acts.enter_order(self.direct)

    def run(self, steps: int) -> None:
        """So many steps."""
        ways: list[tuple[Callable[[], str], int]] = [
            (self._act_somewhere, 905),
            (self._sync, 40),
            (self._cut_in_a_round, 20),
            (self._settle, 12),
            (self._other_version, 3),
            (self._kill, 5),
        ]
        for _ in range(steps):
            (way,) = self.random.choices([it for it, _ in ways], [weight for _, weight in ways])
            self.trace.append(way())

    def converge(self) -> None:
        """Everybody comes home, decides what waits, and all are equal."""
        for _ in range(40):
            done = [self._round(desk) for desk in self.desks]
            if all(it == "0 0 0" for it in done):
                break
            for desk in self.desks:
                self._settle_at(desk)
        else:
            raise AssertionError(f"no end: {done}")
        assert_equal(self.direct, *(desk.workspace for desk in self.desks))
        with self.direct.reading() as work:
            rows = work.connection.exec_driver_sql("SELECT id FROM journal")
            shared = set(rows.scalars())
        for desk in self.desks:
            for act in desk.made - shared:
                outcome, reason = desk.became[act]
                assert outcome in (Outcome.REFUSED, Outcome.SHARED), outcome
                assert reason

    def close(self) -> None:
        self.team.close()

    # what happens

    def _act_somewhere(self) -> str:
        place = self.random.randrange(len(self.desks) + 1)
        if place == len(self.desks):
            return f"{DAN} {self.acts.one(self.direct)}"
        desk = self.desks[place]
        told_of: set[str] = set()
        workspace = desk.workspace.telling(lambda changes: told_of.update(changes.acts))
        outcome = self.acts.one(workspace)
        desk.made |= told_of
        desk.clock.now += timedelta(seconds=self.random.randrange(90))
        return f"{desk.name} {outcome}"

    # sync and what befalls it

    def _sync(self) -> str:
        desk = self.random.choice(self.desks)
        return f"{desk.name} sync {self._round(desk)}"

    def _round(self, desk: Desk) -> str:
        done = sync_round(desk.workspace)
        if done.pause is not None:
            with desk.workspace.editing() as work:
                look_at_pause(work)
        self._note(desk)
        return "away" if done.offline else f"{done.pulled} {done.pushed} {done.held}"

    def _note(self, desk: Desk) -> None:
        """Nothing that was made is missing from the receipt before it was accounted for."""
        lines = {line.act_id: line for line in told(desk.workspace).lines}
        open_ = {act for act in desk.made if act not in desk.became}
        assert open_ <= lines.keys(), open_ - lines.keys()
        for act, line in lines.items():
            desk.made.add(act)
            if line.outcome in (Outcome.SHARED, Outcome.REFUSED):
                desk.became[act] = line.outcome, line.reason.zh

    def _cut_in_a_round(self) -> str:
        desk = self.random.choice(self.desks)
        self.cuts += 1
        self.team.network.cut_at(
            self.random.randint(1, CUT_BEFORE), after=self.random.random() < 0.5
        )
        done = self._round(desk)
        self.team.network.mend()
        return f"{desk.name} cut {done}"

    def _settle(self) -> str:
        desk = self.random.choice(self.desks)
        return f"{desk.name} settle {self._settle_at(desk)}"

    def _settle_at(self, desk: Desk) -> int:
        with desk.workspace.reading() as work:
            found = conflicts(work)
        for conflict in found:
            takes = {
                it.place: self.random.choice([Take.MINE, Take.THEIRS]) for it in conflict.fields
            }
            give_up = not takes
            try:
                with desk.workspace.editing() as work:
                    decide(work, conflict.act_id, {p: Decision(it) for p, it in takes.items()})
                    settle(work, conflict.act_id, give_up=give_up)
            except Refused:
                with desk.workspace.editing() as work:
                    settle(work, conflict.act_id, give_up=True)
        self._note(desk)
        return len(found)

    def _other_version(self) -> str:
        """For a while the shared database is of another version of the program."""
        sql, url = self.team.server.sql, self.team.url
        head = sql("SELECT version_num FROM alembic_version", url)[0][0]
        other = self.random.choice(["0001", "9999"])
        sql(f"UPDATE alembic_version SET version_num = '{other}'", url)
        desk = self.random.choice(self.desks)
        try:
            sync_round(desk.workspace)
        except (StoreTooNew, StoreTooOld):
            pass
        else:
            raise AssertionError("another version was not noticed")
        finally:
            sql(f"UPDATE alembic_version SET version_num = '{head}'", url)
        return f"{desk.name} version {other}"

    def _kill(self) -> str:
        """A desk acts and syncs in a process of its own, which is killed at some statement."""
        desk = self.random.choice(self.desks)
        deadly, seed = self.random.randint(1, 150), self.random.random()
        self.kills += 1
        desk.workspace.close()
        child = os.fork()
        if child == 0:
            self._doomed(desk, deadly, seed)
        _, status = os.waitpid(child, 0)
        assert status in (signal.SIGKILL, 0), status
        desk.workspace = self._opened(desk)
        self._note(desk)
        with desk.workspace.reading() as work:
            for order_id in self.random.sample(self.orders, 3):
                if exchange.present(work.connection, order_id) is not None:
                    assert verify(work, order_id) == ()
        return f"{desk.name} kill {deadly} {status}"

    def _doomed(self, desk: Desk, deadly: int, seed: float) -> None:
        code = 1
        try:
            acts = Acts(Random(seed), self.orders)
            workspace = self._opened(desk)
            left = deadly

            def count(*_: object) -> None:
                nonlocal left
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

            assert workspace.shared is not None
            for database in (workspace.database, workspace.shared):
                event.listen(database.engine, "before_cursor_execute", count)
                event.listen(database.engine, "commit", count)
            for _ in range(3):
                acts.one(workspace)
            sync_round(workspace)
            acts.one(workspace)
            sync_round(workspace)
            code = 0
        finally:
            os._exit(code)

    def _desk(self, name: str, skew: timedelta) -> Desk:
        clock = Clock(NOW + skew)
        workspace = self.team.replica(name, clock)
        file = self.team.folder / f"{name}.db"
        return Desk(name, file, clock, workspace, set(), {})

    def _opened(self, desk: Desk) -> Workspace:
        workspace = open_workspace(desk.file, actor="", station="", clock=desk.clock)
        self.team.desks.append(workspace)
        return workspace
