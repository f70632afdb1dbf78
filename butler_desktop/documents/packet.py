"""The confirmation packet: a PDF that is a function of its content and pictures alone.

The same content gives the same bytes, whatever the day, machine or process.
reportlab and the fonts are loaded with the first packet, not with this module.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from butler_desktop.documents.seal import sealed
from butler_desktop.domain.packet import PacketContent

ONE_AT_A_TIME = Lock()
"""The faces, read once for all documents, keep a reading position."""


@dataclass(frozen=True, slots=True)
class RenderedPacket:
    """The file of a packet."""

    pdf: bytes
    pages: int

    @property
    def sha256(self) -> str:
        """The hash of the file."""
        return hashlib.sha256(self.pdf).hexdigest()


def render_packet(
    content: PacketContent, pictures: Mapping[str, bytes | Path], void: str = ""
) -> RenderedPacket:
    """The packet's file, sealed. ``pictures`` are the attached originals by SHA-256.

    With ``void``, the reason, each page is crossed with 作废: the copy of a
    superseded version. Raises DocumentFailed where a character has no shape (it
    is named, with its field) or a picture cannot be read.
    """
    from butler_desktop.documents.packet_sheets import draw_packet

    with ONE_AT_A_TIME:
        pdf, pages = draw_packet(content, pictures, void)
    return RenderedPacket(sealed(pdf), pages)
