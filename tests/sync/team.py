"""A team: a shared database, replicas of it behind a network that can break, and a direct desk."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import URL

from butler_desktop.domain.changes import Records
from butler_desktop.domain.conflict import Decision, Take
from butler_desktop.domain.dossier import Dossier, to_records
from butler_desktop.domain.receipt import Receipt
from butler_desktop.domain.sync_status import Round
from butler_desktop.services.conflicts import conflicts, decide, settle
from butler_desktop.services.history import verify
from butler_desktop.services.replicas import create_replica
from butler_desktop.services.sync import receipt, sync_round
from butler_desktop.storage import exchange
from butler_desktop.storage.work import Work, Workspace
from butler_desktop.storage.workspace import open_workspace
from tests.builders import Clock, a_dossier
from tests.cutting import CuttingProxy
from tests.postgres import Server

ANN, BEN, CAT, DAN = "林晓雯", "何佳", "周启明", "沈一"


class Team:
    """Desks of one shared database, all closed together."""

    def __init__(self, server: Server, folder: Path) -> None:
        self.server, self.folder = server, folder
        self.url = server.made()
        self.network = CuttingProxy(server.folder)
        self.desks: list[Workspace] = []

    def replica(self, name: str, clock: Clock | None = None) -> Workspace:
        """A butler's replica, behind the network."""
        url = self.seen_from_outside(self.server.signed_in(self.url, name))
        file = create_replica(url.render_as_string(), self.folder / f"{name}.db")
        return self.opened(file, clock)

    def opened(self, file: Path, clock: Clock | None = None) -> Workspace:
        """A replica that is there already, opened."""
        desk = open_workspace(file, actor="nobody", station="none", clock=clock or Clock())
        self.desks.append(desk)
        return desk

    def direct(self, name: str, clock: Clock | None = None) -> Workspace:
        """A butler's desk on the shared database itself, without the network between."""
        url = self.server.signed_in(self.url, name)
        desk = open_workspace(url, actor="nobody", station=name, clock=clock or Clock())
        self.desks.append(desk)
        return desk

    def seen_from_outside(self, url: URL) -> URL:
        return url.set(query={"host": str(self.network.folder)})

    def close(self) -> None:
        for desk in self.desks:
            desk.close()
        self.network.close()
        self.server.drop(self.url)


def entered(desk: Workspace, **given: object) -> Dossier:
    """A new order with a filing."""
    with desk.editing() as work:
        return work.save(None, a_dossier(**given), "order.enter")


def changed(
    desk: Workspace, order_id: str, change: Callable[[Dossier], Dossier], act: str = "order.enter"
) -> Dossier:
    """One act on an order."""
    with desk.editing() as work:
        before = work.dossier(order_id)
        return work.save(before, change(before), act)


def synced(*desks: Workspace) -> list[Round]:
    """One round of each."""
    return [sync_round(desk) for desk in desks]


def order_of(desk: Workspace, order_id: str) -> Dossier:
    with desk.reading() as work:
        return work.dossier(order_id)


def told(desk: Workspace) -> Receipt:
    with desk.reading() as work:
        return receipt(work)


def settled(desk: Workspace, take: Take) -> int:
    """Settles what is held at a desk, all one way; how many acts that were."""
    with desk.reading() as work:
        found = conflicts(work)
    for conflict in found:
        with desk.editing() as work:
            decide(work, conflict.act_id, {it.place: Decision(take) for it in conflict.fields})
            settle(work, conflict.act_id, give_up=take is Take.THEIRS and not conflict.fields)
    return len(found)


def content(work: Work) -> dict[str, tuple[Records, list[tuple[object, ...]]]]:
    """Every order with its journal: what two desks must agree on."""
    found = {}
    for order_id in exchange.heads(work.connection):
        rows = exchange.journal_rows(work.connection, order_id)
        told_rows = [tuple(sorted((k, str(v)) for k, v in row.items())) for row in rows]
        found[order_id] = to_records(work.dossier(order_id)), told_rows
    return found


def assert_equal(*desks: Workspace) -> None:
    """All desks hold the same orders and journals, and every journal verifies."""
    seen = []
    for desk in desks:
        with desk.reading() as work:
            seen.append(content(work))
            for order_id in seen[-1]:
                assert verify(work, order_id) == ()
    for other in seen[1:]:
        assert other.keys() == seen[0].keys()
        for order_id in other:
            assert other[order_id] == seen[0][order_id]
