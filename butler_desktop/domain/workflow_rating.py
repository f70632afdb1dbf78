"""The state table's rows of the customer's rating: after success, or after the refund."""

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.transition import Action as A
from butler_desktop.domain.transition import Guard as G
from butler_desktop.domain.transition import Input, InputKind, Transition
from butler_desktop.domain.vocabulary import Party
from butler_desktop.words import Words

RATING_INPUTS = (
    Input("response_speed", Words("响应速度", "Response speed"), InputKind.STARS, True),
    Input("service_quality", Words("服务质量", "Service quality"), InputKind.STARS, True),
    Input("comment", Words("评语", "Comment"), InputKind.LONG_TEXT),
)
"""What a customer's rating says, of a filing or of an order."""


def _rated(sources: tuple[S, ...], guards: tuple[G, ...], rank: int = 0) -> Transition:
    return Transition(
        A.RATE,
        sources,
        None,
        Party.CUSTOMER,
        Words("登记评价", "Record the rating"),
        Words("客户已评价", "Rated by the customer"),
        guards=guards,
        inputs=RATING_INPUTS,
        rank=rank,
        source="3.2.4",
    )


RATING_ROWS: tuple[Transition, ...] = (
    _rated((S.APPROVED,), (G.NOT_RATED,), rank=1),
    _rated((S.FAILED, S.WITHDRAWN), (G.NOT_RATED, G.REFUNDED)),
    Transition(
        A.WAIVE_RATING,
        (S.APPROVED,),
        None,
        Party.CUSTOMER,
        Words("客户不评价", "No rating"),
        Words("客户不评价", "Rating waived"),
        guards=(G.NOT_RATED,),
        is_secondary=True,
        source="3.2.4",
    ),
)
