"""Numbers that people read: one after the other, each once."""

from pathlib import Path

from butler_desktop.storage.numbers import last_serial, next_filing_number, next_order_number
from butler_desktop.storage.schema import filings, orders
from tests.builders import a_dossier, a_workspace


def test_the_next_number_follows_the_highest_of_its_own_prefix(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path)
    numbers = ("DD-260318-0007", "DD-260318-x", "DD-260319-0100", "DD%9")
    with workspace.editing() as work:
        for number in numbers:
            work.save(None, a_dossier(number=number), "order.enter")
        assert last_serial(work, orders.c.number, "DD-260320-") == 0
        assert last_serial(work, orders.c.number, "DD%") == 9
        assert last_serial(work, filings.c.number, "BA-2603-") == 0
        assert next_order_number(work) == "DD-260318-0008"
        assert next_filing_number(work) == "BA-2603-0001"
