"""Imprint: what the foot of every page says of the document it belongs to, and its code."""

import re
from dataclasses import dataclass
from datetime import datetime

PACKET_MARK, PROOF_MARK = "B2", "P1"
PRIVACY = "本页含个人信息，请妥善保管；二维码用于回传件自动归档，不含个人信息。"
_CODE = re.compile(r"B2:([^:]{1,64}):(\d{1,6}):(\d{1,4}):(\d{1,4}):([0-9A-F]{16})")


@dataclass(frozen=True, slots=True)
class PageCode:
    """What the code of a packet's page says; ``digest`` is the content's first 16 hex digits."""

    filing: str
    version: int
    page: int
    pages: int
    digest: str


def page_code(text: str) -> PageCode | None:
    """What a code's text says of a packet's page; None where it is no such code."""
    found = _CODE.fullmatch(text)
    if found is None:
        return None
    filing, version, page, pages, digest = found.groups()
    return PageCode(filing, int(version), int(page), int(pages), digest.lower())


@dataclass(frozen=True, slots=True)
class Imprint:
    """Which document, filing and version; ``mark`` begins its code. ``made_at`` is UTC.

    A document without versions has 0.
    """

    document: str
    mark: str
    filing: str
    version: int
    digest: str
    made_at: datetime
    number_label: str = "备案单号"
    """What the number of ``filing`` is, where the document is about something else."""
    note: str = PRIVACY

    def code_text(self, page: int, pages: int) -> str:
        """What the code of a page says, nothing personal: ``B2:filing:version:page:pages:digest``.

        In upper case, for which QR codes have a dense mode.
        """
        said = f"{self.mark}:{self.filing}:{self.version}:{page}:{pages}:{self.digest[:16]}"
        return said.upper()
