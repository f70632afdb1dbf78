"""Growth: a round of sync among 1,000, 10,000 and 100,000 orders of which ten changed."""

from pathlib import Path
from time import perf_counter

from sqlalchemy import URL

from butler_desktop.domain.sync_status import Round
from butler_desktop.services.replicas import create_replica
from butler_desktop.services.sync import sync_round
from butler_desktop.storage.work import Workspace
from butler_desktop.storage.workspace import open_workspace
from tests.builders import a_dossier, renamed
from tests.postgres import Server

CHANGED, ROUNDS = 10, 5
SIZES = (1_000, 10_000, 100_000)


def grown(server: Server, url: URL, count: int) -> None:
    """Copies the one order of a database, with its filing and its journal, so many times."""
    key = {"orders": "o", "filings": "f", "journal": "j"}
    for table, letter in key.items():
        columns = [
            str(row[0])
            for row in server.sql(
                "SELECT column_name FROM information_schema.columns"
                f" WHERE table_name = '{table}' AND column_name <> 'xid'",
                url,
            )
        ]
        new = {"id": f"'{letter}' || lpad(n::text, 35, '0')", "number": f"'{letter}' || n"}
        if table != "orders":
            new["order_id"] = "'o' || lpad(n::text, 35, '0')"
        taken = ", ".join(new.get(name, f'"{name}"') for name in columns)
        names = ", ".join(f'"{name}"' for name in columns)
        server.sql(
            f"INSERT INTO {table} ({names})"
            f" SELECT {taken} FROM {table}, generate_series(2, {count}) n",
            url,
        )
    server.sql("ANALYZE", url)


def timed(desk: Workspace) -> tuple[float, Round]:
    begun = perf_counter()
    done = sync_round(desk)
    return perf_counter() - begun, done


def test_a_round_costs_what_changed_and_not_what_is_there(server: Server, tmp_path: Path) -> None:
    figures = {}
    for size in SIZES:
        url = server.made()
        address = server.signed_in(url, "林晓雯")
        colleague = open_workspace(server.signed_in(url, "何佳"), actor="", station="there")
        with colleague.editing() as work:
            work.save(None, a_dossier(), "order.enter")
        grown(server, url, size)
        begun = perf_counter()
        file = create_replica(address.render_as_string(), tmp_path / f"{size}.db")
        copied = perf_counter() - begun
        desk = open_workspace(file, actor="", station="")
        idle, pulled, pushed = [], [], []
        sync_round(desk)
        for turn in range(ROUNDS):
            change(colleague, turn, first=2)
            time, done = timed(desk)
            assert done.pulled == CHANGED
            pulled.append(time)
            change(desk, turn, first=500)
            time, done = timed(desk)
            assert done.pushed == CHANGED
            pushed.append(time)
            sync_round(desk)
            time, done = timed(desk)
            assert (done.pulled, done.pushed) == (0, 0)
            idle.append(time)
        figures[size] = copied, min(pulled), min(pushed), min(idle)
        desk.close()
        colleague.close()
        server.drop(url)
    print()
    least = figures[SIZES[0]][1:]
    for size, (copied, *rounds) in figures.items():
        pairs = zip(rounds, least, strict=True)
        told = [f"{time * 1000:.0f} ms ({time / small:.2f})" for time, small in pairs]
        print(f"{size:>7} orders: copy {copied:.1f} s; pull, push, idle {', '.join(told)}")


def change(desk: Workspace, turn: int, first: int) -> None:
    for number in range(first, first + CHANGED):
        with desk.editing() as work:
            before = work.dossier(f"o{number:035}")
            work.save(before, renamed(before, f"{desk.actor}{turn}"), "order.enter")
