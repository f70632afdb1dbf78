"""What a customer confirms: the form and the attached files, as one digest.

The confirmation is bound to these values (architecture: "bound to what was
shown"): a later change of any of them makes it stale.
"""

from butler_desktop.domain.canonical import canonical_digest
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing import Filing


def confirmed_values_digest(dossier: Dossier, filing: Filing) -> str:
    """SHA-256 (hex) over the RFC 8785 form of the filing's form and its materials' hashes."""
    materials = sorted((m.material_kind, m.sha256) for m in dossier.materials_of(filing.id))
    return canonical_digest(
        {
            "form": filing.particulars.to_document(),
            "materials": [list(pair) for pair in materials],
        }
    )


def packet_is_present(dossier: Dossier, filing: Filing) -> bool:
    """Whether the newest packet shows exactly the present values."""
    packet = dossier.latest_packet(filing.id)
    return (
        packet is not None
        and packet.voided_at is None
        and packet.returned_at is None
        and packet.confirmed_values_digest == confirmed_values_digest(dossier, filing)
    )
