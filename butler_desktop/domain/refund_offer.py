"""Refund offer: what of an order could be given back now, site by site, with the reasons.

Source: process.md 7: what was paid, by the share of the sites, to the fen; the
last refund takes what is left; cash never exceeds the cash paid.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing import Filing
from butler_desktop.domain.filing_states import RELEASED_STATES
from butler_desktop.domain.order import Order
from butler_desktop.domain.refund import Refund, RefundLine, RefundState
from butler_desktop.domain.refund_policy import RefundPolicy, Situation, situation_of

REMAINING = ""
"""Stands for the sites that no filing has, where lines are chosen by their filing's id."""


@dataclass(frozen=True, slots=True)
class RefundOffer:
    """Every site of an order that was not refunded yet. Money in fen."""

    policy: str
    lines: tuple[RefundLine, ...]

    @property
    def refundable_sites(self) -> int:
        """How many sites could be given back."""
        return sum(it.site_count for it in self.lines if it.is_refundable)

    @property
    def amount_fen(self) -> int:
        """What would be given back for all of them."""
        return sum(it.amount_fen for it in self.lines)


def refund_offer(
    dossier: Dossier,
    policy: RefundPolicy,
    *,
    by_exception: Collection[str] = (),
    chosen: Collection[str] | None = None,
) -> RefundOffer:
    """The lines of an order, those never begun first, then its filings by number.

    ``by_exception`` are filings that are refunded for a special reason;
    ``chosen`` narrows what is counted to these filings (and ``REMAINING``).
    """
    lines, sites = [], 0
    for line in _lines(dossier, policy, by_exception):
        is_chosen = chosen is not None and line.filing_id in chosen
        amount = 0
        if line.is_refundable and (chosen is None or is_chosen):
            before = refund_amount(dossier.order, dossier.refunds, sites)
            sites += line.site_count
            amount = refund_amount(dossier.order, dossier.refunds, sites) - before
        lines.append(replace(line, amount_fen=amount, is_chosen=is_chosen))
    return RefundOffer(policy.version, tuple(lines))


def refund_amount(order: Order, refunds: Iterable[Refund], sites: int) -> int:
    """What ``sites`` more sites give back, in fen, after the refunds that were approved."""
    approved = [it for it in refunds if it.state is RefundState.APPROVED]
    left = order.paid_fen - sum(it.amount_fen for it in approved)
    given_back = sum(it.site_count for it in approved)
    if given_back + sites >= order.ordered_site_count:
        return left
    # Half a fen is rounded up.
    share = (2 * order.paid_fen * sites + order.ordered_site_count) // (
        2 * order.ordered_site_count
    )
    return min(share, left)


def _lines(
    dossier: Dossier, policy: RefundPolicy, by_exception: Collection[str]
) -> Iterator[RefundLine]:
    remaining = dossier.counts.remaining
    if remaining > 0:
        yield _line(policy, Situation.REMAINING, remaining)
    for filing in sorted(dossier.filings, key=lambda it: it.number):
        if filing.state not in RELEASED_STATES:
            situation = situation_of(filing.state)
            if not policy.rules[situation].is_refundable and filing.id in by_exception:
                situation = Situation.EXCEPTION
            yield _line(policy, situation, filing.site_count, filing)


def _line(
    policy: RefundPolicy, situation: Situation, sites: int, filing: Filing | None = None
) -> RefundLine:
    rule = policy.rules[situation]
    return RefundLine(
        filing_id=filing.id if filing else REMAINING,
        number=filing.number if filing else "",
        site_count=sites,
        is_refundable=rule.is_refundable,
        words=rule.words,
        basis=rule.basis,
        amount_fen=0,
    )
