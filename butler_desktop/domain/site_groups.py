"""Site groups: which filings stand behind each of an order's counts, and how many sites have none.

The sites of a group are exactly its count: those of its filings, and those
that were never begun (or were given back by a filing that ended).
"""

from dataclasses import dataclass

from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing_states import DELIVERED_STATES, RELEASED_STATES
from butler_desktop.domain.refund import RefundState


@dataclass(frozen=True, slots=True)
class SiteGroup:
    """The filings behind a count, by id, and the sites without one."""

    filing_ids: frozenset[str]
    without_filing: int = 0


def site_group(dossier: Dossier, count: str) -> SiteGroup:
    """What stands behind ``count``, by the name of a field of ``SiteCounts``.

    Behind ``ordered`` stands every filing that there ever was, also those that
    gave their sites back.
    """
    match count:
        case "delivered":
            return _filings(dossier, *DELIVERED_STATES)
        case "in_flight":
            away = (*DELIVERED_STATES, *RELEASED_STATES)
            open_ones = {it.id for it in dossier.filings if it.state not in away}
            return SiteGroup(frozenset(open_ones))
        case "refunded":
            return _refunded(dossier)
        case "remaining":
            return SiteGroup(frozenset(), dossier.counts.remaining)
        case _:
            return SiteGroup(frozenset(it.id for it in dossier.filings), dossier.counts.remaining)


def _filings(dossier: Dossier, *states: str) -> SiteGroup:
    return SiteGroup(frozenset(it.id for it in dossier.filings if it.state in states))


def _refunded(dossier: Dossier) -> SiteGroup:
    given_back = [it for it in dossier.refunds if it.state is RefundState.APPROVED]
    filings = {line.filing_id for it in given_back for line in it.chosen if line.filing_id}
    of_filings = sum(it.site_count for it in dossier.filings if it.id in filings)
    return SiteGroup(frozenset(filings), dossier.counts.refunded - of_filings)
