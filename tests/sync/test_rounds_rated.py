"""Rounds of sync with ratings: two desks record the same customer's stars, one of them counts."""

from butler_desktop.domain.conflict import Take
from butler_desktop.domain.order_states import OrderState
from butler_desktop.domain.refund_offer import REMAINING
from butler_desktop.services import refunds
from butler_desktop.services.orders import rate_order
from butler_desktop.storage.work import Workspace
from tests.services.scenario import an_order_of
from tests.sync.team import ANN, BEN, CAT, Team, assert_equal, order_of, settled, synced, told


def refunded(team: Team) -> str:
    """An order whose only site was given back before a filing was begun."""
    asks, decides = team.direct(ANN), team.direct(CAT)
    order_id = an_order_of(asks, 1, state=OrderState.PAID)
    with asks.editing() as work:
        refunds.ask(work, order_id, (REMAINING,), "不做了")
    with decides.editing() as work:
        refunds.approve(work, order_id)
    return order_id


def rate(desk: Workspace, order_id: str, stars: int) -> None:
    with desk.editing() as work:
        rate_order(work, order_id, stars, stars)


def test_a_rating_made_without_a_network_reaches_all(team: Team) -> None:
    order_id = refunded(team)
    ann, ben = team.replica(ANN), team.replica(BEN)
    rate(ann, order_id, 4)
    synced(ann, ben)
    (rating,) = order_of(ben, order_id).ratings
    assert (rating.filing_id, rating.response_speed) == (None, 4)
    assert_equal(ann, ben, team.direct(CAT))


def test_of_two_who_recorded_it_the_second_hears_that_it_is_there(team: Team) -> None:
    order_id = refunded(team)
    ann, ben = team.replica(ANN), team.replica(BEN)
    for desk, stars in ((ann, 5), (ben, 2)):
        rate(desk, order_id, stars)
    synced(ann)
    (done,) = synced(ben)
    assert done.held == 1
    assert "评价已登记过" in told(ben).lines[0].reason.zh
    assert settled(ben, Take.THEIRS) == 1
    synced(ben, ann)
    assert [it.response_speed for it in order_of(ben, order_id).ratings] == [5]
    assert_equal(ann, ben)
