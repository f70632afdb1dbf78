"""Imprint: what the foot of every page says of the document it belongs to."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Imprint:
    """Which document, filing and version; ``mark`` begins its code. ``made_at`` is UTC."""

    document: str
    mark: str
    filing: str
    version: int
    digest: str
    made_at: datetime

    def code_text(self, page: int, pages: int) -> str:
        """What the code of a page says, nothing personal: ``B2:filing:version:page:pages:digest``.

        In upper case, for which QR codes have a dense mode.
        """
        said = f"{self.mark}:{self.filing}:{self.version}:{page}:{pages}:{self.digest[:16]}"
        return said.upper()
