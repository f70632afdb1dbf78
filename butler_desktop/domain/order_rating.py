"""Rating an order itself: its refunded sites that no filing was begun for, once.

A service is rated after its refund (service description 3.2.4). Where a filing
was begun it is rated on the filing; sites that were given back before that have
only their order.
"""

from dataclasses import replace
from datetime import datetime

from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing_states import RELEASED_STATES
from butler_desktop.domain.ids import new_id
from butler_desktop.domain.order_states import OrderState
from butler_desktop.domain.rating import STARS, Rating
from butler_desktop.domain.refund import RefundState
from butler_desktop.errors import Refused
from butler_desktop.words import Words


def unfiled_sites(dossier: Dossier) -> int:
    """How many refunded sites have no filing on which they could be rated."""
    approved = [it for it in dossier.refunds if it.state is RefundState.APPROVED]
    owned = [line for it in approved for line in it.chosen if line.filing_id]
    given_back = sum(it.site_count for it in approved) - sum(line.site_count for line in owned)
    if dossier.order.state is OrderState.REFUNDED:
        # Filings that were withdrawn by hand gave their sites back to the order, and
        # with all of it refunded they are rated themselves.
        known = {line.filing_id for line in owned}
        released = (it for it in dossier.filings if it.state in RELEASED_STATES)
        given_back -= sum(it.site_count for it in released if it.id not in known)
    return max(0, given_back)


def rating_refusal(dossier: Dossier) -> Words | None:
    """Why the order itself takes no rating now; None where it does."""
    if dossier.order_rating is not None:
        return Words("评价已登记过", "The rating is on record already")
    if not unfiled_sites(dossier):
        return Words("没有尚未开始就退订的网站", "No site was refunded before its filing was begun")
    return None


def rated(
    dossier: Dossier, response_speed: int, service_quality: int, comment: str, now: datetime
) -> Dossier:
    """The dossier with the customer's stars for its refunded sites. Raises Refused."""
    why = rating_refusal(dossier)
    if why is not None:
        raise Refused(why + Words("。", "."))
    if response_speed not in STARS or service_quality not in STARS:
        raise Refused(
            Words("响应速度和服务质量各须 1 至 5 星。", "Both take 1 to 5 stars."),
            Words("请补上星数。", "Give the stars that lack."),
        )
    rating = Rating(
        id=new_id(),
        order_id=dossier.order.id,
        filing_id=None,
        response_speed=response_speed,
        service_quality=service_quality,
        comment=comment.strip(),
        at=now,
    )
    return replace(dossier, ratings=(*dossier.ratings, rating))
