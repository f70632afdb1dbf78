"""What the rules may look at when an act is decided again on this desk."""

from dataclasses import dataclass

from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.facts import Facts
from butler_desktop.storage.exchange import filing_with_number, order_with_number
from butler_desktop.storage.outbox import Posted
from butler_desktop.storage.work import Work


@dataclass(frozen=True, slots=True)
class DeskRules:
    """The facts of the time and the butler of one act."""

    work: Work
    act: Posted

    def facts(self, dossier: Dossier, filing_id: str) -> Facts:
        """The facts of one filing, at the time of the act and for who made it."""
        filing = dossier.filing(filing_id)
        certificate = filing.particulars.subject.certificate_number
        return Facts(
            dossier=dossier,
            filing=filing,
            now=self.act.made_at,
            actor=self.act.actor,
            rulebook=self.work.rulebook,
            other_open=self.work.other_open(certificate, filing_id),
        )

    def number_is_taken(self, number: str, order_id: str) -> bool:
        """Whether another order has this number."""
        return order_with_number(self.work.connection, number) not in (None, order_id)

    def filing_number_is_taken(self, number: str, filing_id: str) -> bool:
        """Whether another filing has this number."""
        found = filing_with_number(self.work.connection, number)
        return found is not None and found[0] != filing_id
