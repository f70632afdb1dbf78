"""Dossiers: an order with everything that belongs to it, loaded and saved as one value.

One customer, one butler, one journal: the dossier is the unit of every act.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from butler_desktop.domain.changes import Records
from butler_desktop.domain.contact import Contact
from butler_desktop.domain.filing import Filing
from butler_desktop.domain.material import Material, present_materials
from butler_desktop.domain.order import Order, SiteCounts, site_counts
from butler_desktop.domain.packet_version import PacketVersion
from butler_desktop.domain.rating import Rating
from butler_desktop.domain.records import flattened, from_record, nested, to_record
from butler_desktop.domain.refund import Refund, RefundState
from butler_desktop.domain.returned_page import ReturnedPage
from butler_desktop.errors import NotFound
from butler_desktop.words import Words

KINDS: dict[str, type[Any]] = {
    "order": Order,
    "filing": Filing,
    "material": Material,
    "packet": PacketVersion,
    "returned_page": ReturnedPage,
    "contact": Contact,
    "rating": Rating,
    "refund": Refund,
}


@dataclass(frozen=True, slots=True)
class Dossier:
    """One order and all that hangs on it; ``revision`` is the journal's head when it was read."""

    order: Order
    filings: tuple[Filing, ...] = ()
    materials: tuple[Material, ...] = ()
    packets: tuple[PacketVersion, ...] = ()
    returned_pages: tuple[ReturnedPage, ...] = ()
    contacts: tuple[Contact, ...] = ()
    ratings: tuple[Rating, ...] = ()
    refunds: tuple[Refund, ...] = ()
    revision: int = 0

    @property
    def counts(self) -> SiteCounts:
        """Where the order's sites are."""
        return site_counts(self.order, self.filings, self.refunds)

    def filing(self, filing_id: str) -> Filing:
        """One filing of the order. Raises NotFound."""
        for filing in self.filings:
            if filing.id == filing_id:
                return filing
        raise NotFound(Words("此订单下没有这条备案。", "The order has no such filing."))

    def contact(self, contact_id: str) -> Contact:
        """One contact of the order. Raises NotFound."""
        for contact in self.contacts:
            if contact.id == contact_id:
                return contact
        raise NotFound(Words("此订单下没有这次沟通。", "The order has no such contact."))

    def materials_of(self, filing_id: str) -> tuple[Material, ...]:
        """The present materials of one filing."""
        return present_materials(self.materials, filing_id)

    def packets_of(self, filing_id: str) -> tuple[PacketVersion, ...]:
        """The packet versions of one filing, oldest first."""
        return tuple(
            sorted((p for p in self.packets if p.filing_id == filing_id), key=lambda p: p.version)
        )

    def latest_packet(self, filing_id: str) -> PacketVersion | None:
        """The newest packet version of one filing."""
        versions = self.packets_of(filing_id)
        return versions[-1] if versions else None

    def returned_pages_of(self, packet_id: str) -> tuple[ReturnedPage, ...]:
        """What came back of one packet version, in the order of its pages."""
        back = (it for it in self.returned_pages if it.packet_id == packet_id and it.is_present)
        return tuple(sorted(back, key=lambda it: (it.page, it.received_at, it.sheet)))

    def rating_of(self, filing_id: str) -> Rating | None:
        """The rating of one filing, if the customer gave one."""
        return next((r for r in self.ratings if r.filing_id == filing_id), None)

    @property
    def order_rating(self) -> Rating | None:
        """The rating of the order's refunded sites that never became a filing."""
        return next((r for r in self.ratings if r.filing_id is None), None)

    def with_filing(self, filing: Filing) -> "Dossier":
        """The dossier with ``filing`` put in place of the one with its id, or added."""
        return replace(self, filings=_put(self.filings, filing))

    def with_packet(self, packet: PacketVersion) -> "Dossier":
        """The dossier with a packet version changed or added."""
        return replace(self, packets=_put(self.packets, packet))

    def with_material(self, material: Material) -> "Dossier":
        """The dossier with a material changed or added."""
        return replace(self, materials=_put(self.materials, material))

    def with_returned_page(self, page: ReturnedPage) -> "Dossier":
        """The dossier with a returned page changed or added."""
        return replace(self, returned_pages=_put(self.returned_pages, page))

    def with_refund(self, refund: Refund) -> "Dossier":
        """The dossier with a refund changed or added."""
        return replace(self, refunds=_put(self.refunds, refund))

    def refund_of(self, filing_id: str) -> Refund | None:
        """The refund that asks a filing's sites back or has given them back, if there is one."""
        found = (it for it in self.refunds if it.state is not RefundState.DECLINED)
        return next((it for it in found if filing_id in {x.filing_id for x in it.chosen}), None)

    def with_contact(self, contact: Contact) -> "Dossier":
        """The dossier with a contact changed or added."""
        return replace(self, contacts=_put(self.contacts, contact))


def _put(values: tuple[Any, ...], value: Any) -> tuple[Any, ...]:
    if any(v.id == value.id for v in values):
        return tuple(value if v.id == value.id else v for v in values)
    return (*values, value)


_PLACES = {
    "filing": "filings",
    "material": "materials",
    "packet": "packets",
    "returned_page": "returned_pages",
    "contact": "contacts",
    "rating": "ratings",
    "refund": "refunds",
}


def to_records(dossier: Dossier) -> Records:
    """All values of the dossier as flat fields by (kind, id)."""
    records: Records = {("order", dossier.order.id): flattened(to_record(dossier.order))}
    for kind, place in _PLACES.items():
        for value in getattr(dossier, place):
            records[kind, value.id] = flattened(to_record(value))
    return records


def from_records(records: Mapping[tuple[str, str], Mapping[str, Any]], revision: int) -> Dossier:
    """The dossier whose flat fields are ``records``; values are sorted by id (time made)."""
    found: dict[str, list[Any]] = {kind: [] for kind in KINDS}
    for kind, id_ in sorted(records):
        found[kind].append(from_record(KINDS[kind], nested(records[kind, id_])))
    (order,) = found["order"]
    return Dossier(
        order, revision=revision, **{place: tuple(found[kind]) for kind, place in _PLACES.items()}
    )
