"""Composition: what every page of a packet is composed from."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from butler_desktop.documents.imprint import PACKET_MARK, Imprint
from butler_desktop.documents.pictures import Picture
from butler_desktop.domain.packet import PacketContent

DOCUMENT = "互联网信息服务备案信息确认书"


@dataclass(frozen=True, slots=True)
class Composition:
    """The content in its canonical bytes too, and the pictures by hash.

    ``starts`` are the first pages of the parts, in order.
    """

    content: PacketContent
    canonical: bytes
    pictures: Mapping[str, Picture]
    starts: Mapping[str, int] = field(default_factory=dict)
    digest: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "digest", hashlib.sha256(self.canonical).hexdigest())

    @property
    def imprint(self) -> Imprint:
        """What the foot of every page says."""
        content = self.content
        return Imprint(
            DOCUMENT, PACKET_MARK, content.filing, content.version, self.digest, content.made_at
        )

    def code_text(self, page: int, pages: int) -> str:
        """What the code of a page says."""
        return self.imprint.code_text(page, pages)
