"""The confirmation proof on paper: one page, sealed like the packet that it is about.

reportlab and the fonts are loaded with the first document, not with this module.
"""

from butler_desktop.documents.packet import ONE_AT_A_TIME, RenderedPacket
from butler_desktop.documents.seal import sealed
from butler_desktop.domain.confirmation_proof import ConfirmationProof


def render_proof(proof: ConfirmationProof) -> RenderedPacket:
    """The proof's file, sealed. Raises DocumentFailed where a character has no shape."""
    from butler_desktop.documents.proof_sheet import draw_proof

    with ONE_AT_A_TIME:
        pdf, pages = draw_proof(proof)
    return RenderedPacket(sealed(pdf), pages)
