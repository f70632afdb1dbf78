"""Filings of other orders that share something, on both kinds of database."""

import pytest

from butler_desktop.services.filing_view import filing_view
from butler_desktop.services.filings import edit_form
from butler_desktop.services.history import verify
from tests.services.scenario import requested


def hits(desk, filing):
    with desk.reading() as work:
        found = filing_view(work, filing).findings
    return {f"{it.rule} {it.path}" for it in found if not it.is_asked}


def edited(desk, filing, **values):
    with desk.editing() as work:
        edit_form(work, filing, {path.replace("__", "."): it for path, it in values.items()})


@pytest.fixture
def two(desk):
    """Filings of two orders."""
    one, other = requested(desk), requested(desk)
    for filing, number, mobile in (
        (one, "91110108TE5T000161", "13700000001"),
        (other, "92500105TE5T000169", "13700000002"),
    ):
        edited(desk, filing, subject__certificate_number=number)
        edited(desk, filing, subject_pic__mobile=mobile, service_pic__mobile=mobile)
    return one, other


def test_a_mobile_of_another_order_is_found_and_lost_again(desk, two):
    one, other = two
    edited(desk, one, subject_pic__mobile="13800001111")
    assert "P21 service_pic.mobile" not in hits(desk, other)
    edited(desk, other, service_pic__mobile="+86 138 0000 1111")
    assert "P21 service_pic.mobile" in hits(desk, other)
    assert "P21 subject_pic.mobile" in hits(desk, one)
    edited(desk, one, subject_pic__mobile="13900002222")
    assert "P21 service_pic.mobile" not in hits(desk, other)


def test_a_domain_in_two_orders(desk, two):
    one, other = two
    edited(desk, one, service__domain="shared.example.cn")
    edited(desk, other, service__domain="https://SHARED.example.cn/")
    assert "D19 service.domain" in hits(desk, other)


def test_the_keys_are_what_the_journal_gives(desk, two):
    for filing in two:
        edited(desk, filing, subject_pic__id_number="11010519491231002X")
    with desk.reading() as work:
        for filing in two:
            assert verify(work, work.dossier_of(filing).order.id) == ()
