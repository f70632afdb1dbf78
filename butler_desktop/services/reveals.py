"""Reveals: a personal value is handed out whole only with an event that says who looked.

The event names the field, never its value. Where it cannot be written the
value stays masked.
"""

from butler_desktop.domain.form import field_at
from butler_desktop.domain.form_shape import Leaf
from butler_desktop.storage.work import Work


def reveal(work: Work, filing_id: str, path: str) -> Leaf:
    """A personal value of the filing form. To be shown only after the commit.

    Raises NotFound, Refused where the form has no such field or the role of
    who sits here may not look, StoreUnavailable.
    """
    field = field_at(path)
    dossier = work.dossier_of(filing_id)
    work.note(dossier, "filing", filing_id, f"filing.reveal:{path}")
    return dossier.filing(filing_id).particulars.get(field.path)


def reveal_contact(work: Work, order_id: str) -> str:
    """The telephone number of the order's contact, likewise. Raises NotFound, StoreUnavailable."""
    dossier = work.dossier(order_id)
    work.note(dossier, "order", order_id, "order.reveal:contact_phone")
    return dossier.order.contact_phone
