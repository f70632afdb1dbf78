"""Two hundred desks on one PostgreSQL: acts a second, a colleague's act, and no lost update."""

import threading
from collections import Counter
from collections.abc import Callable
from functools import partial
from random import Random
from statistics import median, quantiles
from time import perf_counter

import psycopg

from butler_desktop.domain.contact import Outcome
from butler_desktop.domain.order_states import OrderState
from butler_desktop.errors import ButlerError
from butler_desktop.services.contacts import log_order_contact
from butler_desktop.services.desk import desk_facts, news
from butler_desktop.services.filings import edit_form
from butler_desktop.services.history import verify
from butler_desktop.storage.listener import Listener
from butler_desktop.storage.work import Work, Workspace
from butler_desktop.storage.workspace import open_workspace
from tests.postgres import Server
from tests.services.scenario import an_order_of, requested

DESKS, ACTS, ORDERS = 200, 10, 60
BUTLERS = ("林晓雯", "何佳", "周启明", "沈一")

HELD = "SELECT id FROM orders WHERE id = %(order)s FOR UPDATE"
CHANGED = "UPDATE filings SET search_text = %(text)s WHERE order_id = %(order)s"
TOLD = """
INSERT INTO journal
    (id, order_id, revision, act, actor, station, at, changes, salt, changes_digest, digest)
SELECT %(id)s::text, %(order)s::text, max(revision) + 1, 'filing.edit', session_user, '', now(),
    '[]'::json, '', '', ''
FROM journal WHERE order_id = %(order)s::text
"""
BARE = (HELD, CHANGED, TOLD)


def together(jobs: list[Callable[[], object]]) -> float:
    """Seconds that the jobs take, each on a thread of its own."""
    threads = [threading.Thread(target=job) for job in jobs]
    begun = perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return perf_counter() - begun


class Colleague:
    """Hears of every act, and notes how long after its commit it knew of it."""

    def __init__(self, desk: Workspace) -> None:
        self.desk, self.heard = desk, dict[str, float]()
        with desk.reading() as work:
            self.place = desk_facts(work).place
        self.listener = Listener(self._woken)
        self.listener.begin(desk.database)

    def _woken(self, _channel: str) -> None:
        with self.desk.reading() as work:
            found = news(work, self.place, frozenset(self.heard))
        at = perf_counter()
        self.place = found.place
        for act in found.acts - self.heard.keys():
            self.heard[act] = at


class Team:
    """The desks, what they made, and what was refused."""

    def __init__(self, server: Server) -> None:
        self.url = server.made()
        self.addresses = [server.signed_in(self.url, name) for name in BUTLERS]
        self.desks = [
            open_workspace(self.addresses[n % len(BUTLERS)], actor="", station=f"desk{n}")
            for n in range(DESKS)
        ]
        first = self.desks[0]
        self.orders = [an_order_of(first, 1, state=OrderState.PAID) for _ in range(ORDERS)]
        self.filings = [requested(first, order_id) for order_id in self.orders]
        self.made: dict[str, float] = {}
        self.refused: Counter[str] = Counter()

    def work_at(self, number: int) -> None:
        random, desk = Random(number), self.desks[number]
        for turn in range(ACTS):
            try:
                with desk.editing() as work:
                    self.act(work, random.randrange(ORDERS), f"{number}-{turn}")
                    acts = work.changes.acts
                self.made.update(dict.fromkeys(acts, perf_counter()))
            except ButlerError as error:
                self.refused[type(error).__name__] += 1

    def act(self, work: Work, place: int, text: str) -> None:
        if place % 2:
            log_order_contact(work, self.orders[place], Outcome.NO_ANSWER, text)
        else:
            edit_form(work, self.filings[place], {"service.service_name": text})

    def bare(self, link: psycopg.Connection, number: int) -> None:
        random = Random(number)
        for turn in range(ACTS):
            values = {
                "order": self.orders[random.randrange(ORDERS)],
                "text": f"{number}-{turn}",
                "id": f"{number:018}{turn:018}",
            }
            with link.transaction():
                for statement in BARE:
                    link.execute(statement, values)


def test_two_hundred_desks_lose_nothing(server: Server) -> None:
    team = Team(server)
    colleague = Colleague(team.desks[1])
    seconds = together([partial(team.work_at, n) for n in range(DESKS)])
    colleague.listener.end()
    made = team.made
    with team.desks[0].reading() as work:
        ids = Counter(str(row[0]) for row in server.sql("SELECT id FROM journal", team.url))
        assert made
        assert all(ids[act_id] == 1 for act_id in made)
        assert all(verify(work, order_id) == () for order_id in team.orders)
    late = sorted(colleague.heard[it] - at for it, at in made.items() if it in colleague.heard)
    for desk in team.desks:
        desk.close()
    texts = [it.set(drivername="postgresql").render_as_string() for it in team.addresses]
    links = [psycopg.connect(texts[n % len(texts)]) for n in range(DESKS)]
    rival = together([partial(team.bare, link, n) for n, link in enumerate(links)])
    for link in links:
        link.close()
    server.drop(team.url)
    rate, bare = len(made) / seconds, DESKS * ACTS / rival
    print(
        f"\n{rate:.0f} acts a second by {DESKS} desks ({dict(team.refused)} refused),"
        f" bare {bare:.0f}: {rate / bare:.2f};"
        f" heard {len(late)} of {len(made)}: median {median(late) * 1000:.0f} ms,"
        f" 95 % {quantiles(late, n=20)[-1] * 1000:.0f} ms, worst {late[-1] * 1000:.0f} ms"
    )
