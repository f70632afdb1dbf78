"""JSON in one spelling: canonical bytes for digests, plain text for the database."""

import hashlib
import json
from typing import Any

import rfc8785


def canonical_bytes(value: Any) -> bytes:
    """The RFC 8785 form of a JSON value, in UTF-8."""
    return rfc8785.dumps(value)


def canonical_digest(value: Any) -> str:
    """SHA-256 (hex) over the RFC 8785 form of a JSON value."""
    return hashlib.sha256(canonical_bytes(value)).hexdigest()


def json_text(value: Any) -> str:
    """A JSON value as compact text with Chinese as Chinese."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
