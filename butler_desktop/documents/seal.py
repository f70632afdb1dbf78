"""The seal of a packet's file, so that any changed byte is seen without a database.

The format, for anyone who wants to check a file:

- The PDF's Keywords entry is ``butler-packet/1 `` and the Base64 of the
  zlib-compressed RFC 8785 form of the content. Its SHA-256 is the digest
  whose first 16 digits stand on every page.
- The last line of the file is ``%butler-seal sha256=`` and 64 hex digits: the
  SHA-256 of all bytes before that line.
"""

import base64
import hashlib
import json
import zlib
from typing import Any

import rfc8785

from butler_desktop.domain.packet import PacketContent

KEYWORD = "butler-packet/1 "
SEAL = b"%butler-seal sha256="
SEAL_LENGTH = len(SEAL) + 64 + 1
MOST_CONTENT = 8 * 1024 * 1024


def keyword(content: PacketContent) -> str:
    """The content as the Keywords entry carries it."""
    packed = zlib.compress(rfc8785.dumps(content.to_document()), 9)
    return KEYWORD + base64.b64encode(packed).decode("ascii")


def read_keyword(text: str) -> dict[str, Any]:
    """The content's document in a Keywords entry. Raises ValueError where there is none."""
    if not text.startswith(KEYWORD):
        raise ValueError("not a packet's keyword")
    try:
        unpacking = zlib.decompressobj()
        packed = base64.b64decode(text.removeprefix(KEYWORD), validate=True)
        document = json.loads(unpacking.decompress(packed, MOST_CONTENT))
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if not isinstance(document, dict):
        raise ValueError("the content is no object")
    return document


def sealed(pdf: bytes) -> bytes:
    """The file with its seal."""
    body = pdf if pdf.endswith(b"\n") else pdf + b"\n"
    return body + SEAL + hashlib.sha256(body).hexdigest().encode("ascii") + b"\n"


def is_whole(data: bytes) -> bool:
    """Whether the file's seal fits all its other bytes."""
    body, seal = data[:-SEAL_LENGTH], data[-SEAL_LENGTH:]
    return seal == SEAL + hashlib.sha256(body).hexdigest().encode("ascii") + b"\n"
