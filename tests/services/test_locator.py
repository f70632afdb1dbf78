"""The locator as the palette asks it: what is found, in which order, and what is never shown."""

from dataclasses import replace
from datetime import timedelta

import pytest

from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.locator import Scope
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.transition import Action
from butler_desktop.services.locator import (
    COMMANDS_SHOWN,
    FILINGS_SHOWN,
    ORDERS_SHOWN,
    locate,
    next_act,
)
from tests.builders import NOW, a_dossier, a_filing, a_workspace

COMMANDS = (("备案队列", "Queue"), ("订单", "Orders"), ("设置", "Settings"))


@pytest.fixture
def workspace(tmp_path):
    opened = a_workspace(tmp_path)
    yield opened
    opened.close()


def kept(workspace, *dossiers):
    with workspace.editing() as work:
        for dossier in dossiers:
            work.save(None, dossier, "order.enter")
    return dossiers


def asked(workspace, typed, composing="", commands=()):
    with workspace.reading() as work:
        return locate(work, typed, composing, commands)


def of_sponsor(name, domain="", **given):
    """An order with one filing of a sponsor."""
    dossier = a_dossier(customer=name)
    form = Particulars.empty("first_filing")
    form = replace(form, service=replace(form.service, domain=domain))
    return replace(dossier, filings=(a_filing(dossier.order, particulars=form, **given),))


def parts(shown):
    return [shown.text[start:end] for start, end in shown.spans]


def test_initials_find_a_filing_and_its_order_and_mark_the_name(workspace):
    (dossier,) = kept(workspace, of_sponsor("天翼云科技有限公司", "tianyi.example"))
    found = asked(workspace, "tyy")
    (filing,), (order,) = found.filings, found.orders
    assert (filing.row.id, order.row.id) == (dossier.filings[0].id, dossier.order.id)
    assert parts(filing.name) == parts(order.name) == ["天翼云"]
    assert [shown.key for shown in filing.facts] == ["number", "domain"]
    assert [parts(shown) for shown in filing.facts] == [[], []]


def test_a_number_and_a_domain_are_marked_where_they_stand(workspace):
    (dossier,) = kept(workspace, of_sponsor("南屿科技", "nanyu-select.example"))
    (filing,) = asked(workspace, "select").filings
    assert [parts(shown) for shown in filing.facts] == [[], ["select"]]
    end = dossier.filings[0].number[-6:]
    (filing,) = asked(workspace, end).filings
    assert parts(filing.facts[0]) == [end]


def test_the_end_of_a_telephone_number_finds_and_the_number_is_never_shown(workspace):
    kept(workspace, a_dossier(contact_phone="13812345678"))
    for typed in ("5678", "345678", "13812345678", "#5678"):
        found = asked(workspace, typed)
        for shown in (found.filings[0].facts[-1], found.orders[0].facts[-1]):
            assert (shown.key, shown.text, parts(shown)) == ("phone", "138****5678", ["5678"])


def test_the_order_of_a_filing_and_what_a_row_does_not_say_are_told(workspace):
    (dossier,) = kept(workspace, a_dossier())
    (filing,) = asked(workspace, dossier.order.number).filings
    assert filing.facts[-1].key == "order_number"
    (order,) = asked(workspace, "沈先生").orders
    assert [shown.text for shown in order.facts] == ["沈先生"]


def test_better_fits_come_first_then_the_open_then_what_is_due_first(workspace):
    later, sooner, closed, inside = (
        of_sponsor("南屿甲"),
        of_sponsor("南屿乙"),
        of_sponsor("南屿丙", state=FilingState.WITHDRAWN),
        of_sponsor("广州南屿丁"),
    )
    sooner = replace(sooner, order=replace(sooner.order, paid_at=NOW - timedelta(minutes=29)))
    kept(workspace, sooner, later, inside, closed)
    ids = [d.filings[0].id for d in (sooner, later, closed, inside)]
    assert [filing.row.id for filing in asked(workspace, "ny").filings] == ids


def test_only_the_first_are_shown_and_the_others_are_counted(workspace):
    kept(workspace, *(of_sponsor(f"南屿{n}") for n in range(12)))
    found = asked(workspace, "南屿")
    assert (len(found.filings), found.filing_count) == (FILINGS_SHOWN, 12)
    assert (len(found.orders), found.order_count) == (ORDERS_SHOWN, 12)
    assert not found.is_more


def test_a_closed_filing_is_found_as_well(workspace):
    kept(workspace, of_sponsor("南屿", state=FilingState.WITHDRAWN))
    assert len(asked(workspace, "ny").filings) == 1


def test_what_an_input_method_holds_is_looked_for(workspace):
    kept(workspace, of_sponsor("天翼云"))
    assert asked(workspace, "", "tian'yi").filings
    assert not asked(workspace, "", "tian'er").filings


@pytest.mark.parametrize(
    ("typed", "places"),
    [("", [0, 1, 2]), (">", [0, 1, 2]), (">sz", [2]), ("队列", [0]), ("sett", [2]), ("#sz", [])],
)
def test_commands_are_found_by_characters_initials_and_other_words(workspace, typed, places):
    found = asked(workspace, typed, commands=COMMANDS)
    assert [command.place for command in found.commands] == places
    assert found.filings == ()


def test_commands_only_and_numbers_only(workspace):
    kept(workspace, of_sponsor("设置科技"))
    assert asked(workspace, "sz", commands=COMMANDS).filings
    only = asked(workspace, ">sz", commands=COMMANDS)
    assert (only.query.scope, only.filings, only.orders) == (Scope.COMMANDS, (), ())
    numbers = asked(workspace, "#sz", commands=COMMANDS)
    assert (numbers.filings, numbers.orders, numbers.commands) == ((), (), ())


def test_few_commands_stand_beside_records(workspace):
    many = tuple((f"设置{n}",) for n in range(20))
    assert len(asked(workspace, "sz", commands=many).commands) == COMMANDS_SHOWN
    assert len(asked(workspace, ">sz", commands=many).commands) == 20


def test_the_marked_part_of_a_command_is_in_the_words_on_the_screen(workspace):
    (command,) = asked(workspace, "sz", commands=COMMANDS).commands
    assert parts(command.words) == ["设置"]
    (command,) = asked(workspace, "sett", commands=COMMANDS).commands
    assert (command.words.text, command.words.spans) == ("设置", ())


def test_the_next_act_is_that_of_the_filled_button(workspace):
    (dossier,) = kept(workspace, a_dossier())
    with workspace.reading() as work:
        assert next_act(work, dossier.filings[0].id).action is Action.CONTACT_CUSTOMER
    closed = of_sponsor("南屿", state=FilingState.WITHDRAWN)
    kept(workspace, closed)
    with workspace.reading() as work:
        assert next_act(work, closed.filings[0].id) is None
