"""Locator facts: by what a filing and an order can be found, and by what they cannot."""

from dataclasses import replace

from butler_desktop.domain.locator_facts import filing_facts, order_facts
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.person import Person
from tests.builders import a_filing, an_order


def texts(facts):
    return {fact.text for fact in facts}


def test_an_order_is_found_by_customer_number_contact_and_telephone():
    order = an_order(number="DD-260318-0007", contact_phone="138-0000 1234")
    assert texts(order_facts(order)) == {order.customer, order.number, "沈先生", "13800001234"}


def test_a_filing_is_found_by_what_its_form_says_and_by_its_order():
    order = an_order()
    form = Particulars.empty("first_filing")
    form = replace(
        form,
        subject=replace(form.subject, sponsor_name="南屿科技"),
        subject_pic=Person(mobile="13900005678", id_number="440301199001011234"),
        service=replace(form.service, service_name="南屿官网", domain="nanyu.example"),
    )
    found = texts(filing_facts(a_filing(order, particulars=form), order))
    assert {"南屿科技", "南屿官网", "nanyu.example", order.number, order.customer} <= found
    assert {"13900005678", "13800001234"} <= found
    assert "440301199001011234" not in found


def test_a_text_that_stands_twice_is_one_fact():
    order = an_order()
    assert [f.key for f in filing_facts(a_filing(order), order)] == [
        "sponsor_name", "number", "order_number", "phone",
    ]  # fmt: skip
