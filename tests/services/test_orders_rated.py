"""Rating an order itself, on both kinds of database: after a refund of what was never begun."""

from dataclasses import replace

import pytest

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.key_figures import Share
from butler_desktop.domain.order_states import OrderState as O
from butler_desktop.domain.refund_offer import REMAINING
from butler_desktop.domain.statistics import Wanted
from butler_desktop.domain.transition import Action as A
from butler_desktop.errors import ButlerError, Refused
from butler_desktop.services import refunds
from butler_desktop.services.filing_view import filing_view
from butler_desktop.services.history import history, verify
from butler_desktop.services.orders import order_view, rate_order
from butler_desktop.services.statistics import statistics
from tests.builders import a_workspace
from tests.services.scenario import an_order_of, do, reached

DECIDES = "周启明"


@pytest.fixture
def refund(desk, engine, tmp_path):
    """Asks for the sites back; who decides is signed in, or named where there is no team."""
    other = desk
    if engine != "sqlite":
        other = a_workspace(tmp_path, actor=DECIDES)

    def done(order, *chosen, approves=True):
        with desk.editing() as work:
            refunds.ask(work, order, chosen, "客户不做了")
        with other.editing() as work:
            by = DECIDES if engine == "sqlite" else ""
            if approves:
                refunds.approve(work, order, by)
            else:
                refunds.decline(work, order, "再等等", by)

    yield done
    if other is not desk:
        other.close()


def order_with(desk, *states, sites):
    order = an_order_of(desk, sites, state=O.PAID)
    return order, [reached(desk, state, order) for state in states]


def can_rate(desk, order):
    with desk.reading() as work:
        return order_view(work, order).can_rate


def rate(desk, order, speed=5, quality=4, comment=" 退得快 "):
    with desk.editing() as work:
        return rate_order(work, order, speed, quality, comment)


def test_sites_that_were_refunded_unbegun_are_rated_once_on_their_order(desk, refund):
    order, _ = order_with(desk, sites=3)
    with pytest.raises(Refused, match="没有尚未开始就退订"):
        rate(desk, order)
    assert not can_rate(desk, order)
    refund(order, REMAINING)
    assert can_rate(desk, order)
    (rating,) = rate(desk, order).ratings
    assert (rating.filing_id, rating.response_speed, rating.service_quality) == (None, 5, 4)
    assert not can_rate(desk, order)
    with pytest.raises(Refused, match="已登记过"):
        rate(desk, order)
    with desk.reading() as work:
        assert work.dossier(order).ratings == (replace(rating, comment="退得快"),)
        assert history(work, order)[0].words.zh == "客户已评价退订的网站"
        assert verify(work, order) == ()


def test_the_filings_beside_them_are_rated_for_themselves(desk, refund):
    order, (early, done) = order_with(desk, S.COLLECTING, S.APPROVED, sites=4)
    refund(order, REMAINING, early)
    rate(desk, order)
    for filing in (early, done):
        do(desk, filing, A.RATE, response_speed="3", service_quality="3")
    with desk.reading() as work:
        ratings = work.dossier(order).ratings
        assert [it.filing_id for it in ratings] == [None, early, done]
        assert filing_view(work, early).rating == ratings[1]
        assert verify(work, order) == ()


@pytest.mark.parametrize("what", ["declined", "waits", "filing alone", "withdrawn before"])
def test_without_an_unbegun_site_given_back_there_is_nothing_to_rate(desk, refund, what):
    sites = 1 if what == "withdrawn before" else 2
    order, (early,) = order_with(desk, S.COLLECTING, sites=sites)
    match what:
        case "declined":
            refund(order, REMAINING, approves=False)
        case "waits":
            with desk.editing() as work:
                refunds.ask(work, order, (REMAINING,), "不做了")
        case "filing alone":
            refund(order, early)
        case _:  # it gave its site back to the order, and is rated itself
            do(desk, early, A.WITHDRAW, comment="不做了")
            refund(order, REMAINING)
            do(desk, early, A.RATE, response_speed="4", service_quality="4")
    assert not can_rate(desk, order)
    with pytest.raises(Refused, match="没有尚未开始就退订"):
        rate(desk, order)


@pytest.mark.parametrize(("speed", "quality"), [(0, 5), (5, 6), (-1, 3)])
def test_there_are_one_to_five_stars(desk, refund, speed, quality):
    order, _ = order_with(desk, sites=1)
    refund(order, REMAINING)
    with pytest.raises(Refused, match="1 至 5 星"):
        rate(desk, order, speed, quality)
    assert can_rate(desk, order)


def test_the_database_itself_takes_one_per_order(desk, refund):
    order, _ = order_with(desk, sites=1)
    refund(order, REMAINING)
    after = rate(desk, order)
    (rating,) = after.ratings
    twice = replace(after, ratings=(rating, replace(rating, id="another")))
    with pytest.raises(ButlerError), desk.editing() as work:
        work.save(after, twice, "order.rate")
    with desk.reading() as work:
        assert work.dossier(order).ratings == after.ratings


def test_the_stars_count_in_the_statistics(desk, refund):
    order, (done,) = order_with(desk, S.APPROVED, sites=2)
    do(desk, done, A.RATE, response_speed="3", service_quality="3")
    refund(order, REMAINING)
    alone, _ = order_with(desk, sites=1)
    refund(alone, REMAINING)
    for each in (order, alone):
        rate(desk, each)
    with desk.reading() as work:
        mine = statistics(work, Wanted(butler=work.dossier(order).order.butler))
        filing = filing_view(work, done).filing
        here = statistics(work, Wanted(province=filing.particulars.province or ""))
        elsewhere = statistics(work, Wanted(province="999999"))
    assert (mine.figures.stars, mine.figures.ratings, mine.figures.rated) == (4, 3, Share(1, 1))
    assert mine.stars == {5: 2, 4: 0, 3: 1, 2: 0, 1: 0}
    assert (here.figures.ratings, elsewhere.figures.ratings) == (2, 0)
