"""The seal of a file of ours: what it is, and whether a byte of it was changed.

The format, for anyone who wants to write a verifier:

- The file holds an attachment ``packet.json``: the packet's content in the
  form of RFC 8785. The SHA-256 of its bytes is the *digest*; the first 16 of
  its 64 hex digits are printed in the foot of each page.
- ``Keywords`` in the document's information reads ``butler-packet/2 filing=…
  version=… digest=…``, the filing number percent-encoded (RFC 3986), with
  `` void`` behind it on a copy of a superseded version. It stands uncompressed
  near the start of the file, so that what is left of a file still tells.
- A confirmation proof is sealed in the same way: its attachment is
  ``proof.json``, its claim begins with ``butler-proof/1``.
- The last line of the file, after ``%%EOF``, is ``%butler-seal sha256=`` and 64
  lower-case hex digits: the SHA-256 of all bytes before that line. Nothing
  follows the line but its line feed.

A signed file is a sealed one with PDF's own signature appended to it, so that
what stands before it can be checked as ever.

A seal proves that a file is as it was made, not who made it: whoever changes a
file can seal it again. Whether we issued it, the database knows, which keeps
the digest and the file's own hash.
"""

import hashlib
import re
from dataclasses import dataclass
from urllib.parse import quote, unquote


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of sealed document: how its claim begins, and where its content is."""

    format: str
    attachment: str


PACKET = Kind("butler-packet/2", "packet.json")
PROOF = Kind("butler-proof/1", "proof.json")
KINDS = {kind.format: kind for kind in (PACKET, PROOF)}
SEAL = b"%butler-seal sha256="
SEAL_LENGTH = len(SEAL) + 64 + 1
CLAIM = re.compile(
    rf"({'|'.join(KINDS)}) filing=([\w.~%-]{{1,200}}) version=(\d{{1,6}})"
    r" digest=([0-9a-f]{64})( void)?"
)


@dataclass(frozen=True, slots=True)
class Claim:
    """What a file says it is. ``digest`` is that of its content."""

    filing: str
    version: int
    digest: str
    is_void: bool = False
    kind: Kind = PACKET

    def keywords(self) -> str:
        """The claim as the document's information carries it."""
        void = " void" if self.is_void else ""
        filing = quote(self.filing, safe="")
        return (
            f"{self.kind.format} filing={filing} version={self.version} digest={self.digest}{void}"
        )


def claim_in(text: str) -> Claim | None:
    """The claim that stands in ``text``, if one does."""
    found = CLAIM.search(text)
    if found is None:
        return None
    kind, filing, version, digest, void = found.groups()
    return Claim(unquote(filing), int(version), digest, void is not None, KINDS[kind])


def sealed(pdf: bytes) -> bytes:
    """The file with its seal behind it."""
    body = pdf if pdf.endswith(b"\n") else pdf + b"\n"
    return body + _seal(body)


def is_whole(data: bytes) -> bool:
    """Whether the file ends with the seal of all its other bytes."""
    return data[-SEAL_LENGTH:] == _seal(data[:-SEAL_LENGTH])


def sealed_part(data: bytes) -> bytes | None:
    """The sealed file that stands at the start of a longer one, if one does.

    What stands behind it was appended later: a signature, or what was filled in.
    """
    place = data.find(SEAL)
    while place >= 0 and (end := place + SEAL_LENGTH) < len(data):
        if is_whole(data[:end]):
            return data[:end]
        place = data.find(SEAL, end)
    return None


def _seal(body: bytes) -> bytes:
    return SEAL + hashlib.sha256(body).hexdigest().encode("ascii") + b"\n"
