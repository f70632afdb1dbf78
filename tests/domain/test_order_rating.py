"""Which refunded sites are rated on their order: those that no filing stands for."""

from dataclasses import replace

import pytest

from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.order_rating import rated, rating_refusal, unfiled_sites
from butler_desktop.domain.order_states import OrderState
from butler_desktop.domain.refund import Refund, RefundLine, RefundState
from butler_desktop.errors import Refused
from butler_desktop.words import Words
from tests.builders import NOW, a_filing, an_order


def line(filing_id: str, sites: int) -> RefundLine:
    return RefundLine(filing_id, "", sites, True, Words("", ""), "", 0, is_chosen=True)


def refund(*lines: RefundLine, state: RefundState = RefundState.APPROVED) -> Refund:
    sites = sum(it.site_count for it in lines) if state is RefundState.APPROVED else 0
    return Refund(f"r{len(lines)}{state}", "o", sites, 0, "", "", NOW, state=state, lines=lines)


def order_of(*refunds: Refund, state: OrderState, withdrawn: int = 0) -> Dossier:
    order = an_order(ordered_site_count=9, state=state)
    filings = tuple(a_filing(order, state=S.WITHDRAWN) for _ in range(withdrawn))
    return Dossier(order, filings, refunds=refunds)


PARTLY, WHOLE = OrderState.PARTIALLY_REFUNDED, OrderState.REFUNDED
CASES = {
    "nothing given back": (order_of(state=OrderState.ACTIVE), 0),
    "unbegun ones": (order_of(refund(line("", 2)), state=PARTLY), 2),
    "beside a filing's": (order_of(refund(line("", 2), line("f", 1)), state=WHOLE), 2),
    "a filing's alone": (order_of(refund(line("f", 1)), state=WHOLE), 0),
    "declined": (order_of(refund(line("", 2), state=RefundState.DECLINED), state=PARTLY), 0),
    "waiting": (order_of(refund(line("", 2), state=RefundState.ASKED), state=PARTLY), 0),
    "without lines, as before": (order_of(replace(refund(), site_count=1), state=WHOLE), 1),
    "a withdrawn one's, rated there": (order_of(refund(line("", 1)), state=WHOLE, withdrawn=1), 0),
    "a withdrawn one's, not there": (order_of(refund(line("", 1)), state=PARTLY, withdrawn=1), 1),
    "withdrawn twice": (order_of(refund(line("", 1)), state=WHOLE, withdrawn=2), 0),
}


@pytest.mark.parametrize(("dossier", "sites"), CASES.values(), ids=CASES)
def test_the_sites_without_a_filing_are_counted(dossier: Dossier, sites: int) -> None:
    assert unfiled_sites(dossier) == sites
    assert (rating_refusal(dossier) is None) == (sites > 0)


def test_a_rating_is_given_once_and_a_refused_one_changes_nothing() -> None:
    dossier, _ = CASES["unbegun ones"]
    after = rated(dossier, 5, 1, "  ", NOW)
    assert (after.order_rating, after.order_rating and after.order_rating.comment) == (
        after.ratings[0],
        "",
    )
    with pytest.raises(Refused, match="已登记过"):
        rated(after, 5, 1, "", NOW)
