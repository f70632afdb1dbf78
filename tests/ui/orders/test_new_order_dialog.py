"""Entering an order by hand: faults at their fields, the next number, refusals told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from butler_desktop.domain.order_entry import PAYMENT
from butler_desktop.domain.worklist import Sorting
from butler_desktop.services.worklist import all_order_rows
from butler_desktop.ui.background import Background
from butler_desktop.ui.kit.line_field import LineField
from butler_desktop.ui.orders.new_order_dialog import NewOrderDialog
from tests.builders import NOW, a_workspace


class Counter:
    """The dialog on an empty workspace."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.workspace = a_workspace(folder)
        self.background = Background(lambda: self.workspace)
        self.background.open()
        self.entered: list[str] = []

    def dialog(self, **texts: str) -> NewOrderDialog:
        made = NewOrderDialog(self.background, self.workspace.rulebook.prices, NOW)
        made.entered.connect(self.entered.append)
        self.qtbot.addWidget(made)
        made.has_agreed.setChecked(True)
        made.show()
        for key, text in texts.items():
            made.fields[key].set_value(text)
        return made

    def press(self, dialog: NewOrderDialog) -> None:
        dialog.act_button.click()
        while not self.background.is_idle:
            with self.qtbot.waitSignal(self.background.idle):
                pass

    def orders(self) -> list[tuple[str, str, int]]:
        with self.workspace.reading() as work:
            rows = all_order_rows(work, Sorting("number"))
        return [(row.number, row.customer, row.ordered) for row in rows]


@pytest.fixture
def counter(qtbot: QtBot, tmp_path: Path) -> Iterator[Counter]:
    made = Counter(qtbot, tmp_path)
    yield made
    made.background.close()


GOOD = {"customer": "云杉", "contact_name": "沈先生", "contact_phone": "13800001234"}


def test_an_order_gets_the_next_number_of_the_day(counter: Counter) -> None:
    dialog = counter.dialog(**GOOD, ordered_site_count="2", paid="1200")
    counter.press(dialog)
    assert not dialog.isVisible()
    assert counter.orders() == [("DD-260318-0001", "云杉", 2)]
    assert len(counter.entered) == 1


def test_faults_stand_at_their_fields_and_what_was_typed_stays(counter: Counter) -> None:
    dialog = counter.dialog(customer="云杉", contact_name="沈先生", contact_phone="1380000")
    counter.press(dialog)
    assert dialog.isVisible()
    assert counter.orders() == []
    phone = dialog.fields["contact_phone"]
    assert phone.isAncestorOf(dialog.focusWidget())
    assert phone.value() == "1380000"
    faulty = [key for key, field in dialog.fields.items() if not field._finding.isHidden()]
    assert faulty == ["contact_phone"]
    phone.set_value("13800001234")
    counter.press(dialog)
    assert [customer for _, customer, _ in counter.orders()] == ["云杉"]


def test_a_number_that_is_known_is_refused_in_the_dialog(counter: Counter) -> None:
    counter.press(counter.dialog(**GOOD, number="DD-260318-0009"))
    again = counter.dialog(**GOOD, number="DD-260318-0009")
    counter.press(again)
    assert again.isVisible()
    assert again.strip.isVisible()
    assert len(counter.orders()) == 1


def test_the_tables_price_and_the_sum_are_proposed(counter: Counter) -> None:
    dialog = counter.dialog(**GOOD)
    assert dialog.fields["service_tier"].value() == "标准版"
    assert dialog.fields["unit_price"].value() == "600.00"
    count = dialog.fields["ordered_site_count"]
    assert isinstance(count, LineField)
    count.edit.setText("3")
    count.edit.textEdited.emit("3")
    assert dialog.fields["paid"].value() == "1,800.00"
    price = dialog.fields["unit_price"]
    assert isinstance(price, LineField)
    price.edit.setText("550")
    price.edit.textEdited.emit("550")
    assert dialog.fields["paid"].value() == "1,650.00"
    assert not price._finding.isHidden()  # it is told, and taken
    counter.press(dialog)
    assert counter.orders() == [("DD-260318-0001", "云杉", 3)]


def test_an_order_may_be_entered_before_it_is_paid(counter: Counter) -> None:
    dialog = counter.dialog(**GOOD)
    dialog.is_paid.click()
    assert not any(dialog.fields[key].isVisible() for key in PAYMENT)
    counter.press(dialog)
    with counter.workspace.reading() as work:
        order = work.dossier(counter.entered[0]).order
    assert (order.state, order.paid_at, order.due_fen) == ("awaiting_payment", None, 60_000)


def test_without_the_agreement_nothing_is_entered(counter: Counter) -> None:
    dialog = counter.dialog(**GOOD)
    dialog.has_agreed.click()
    counter.press(dialog)
    assert "服务协议" in dialog.strip.text()
    assert counter.orders() == []
