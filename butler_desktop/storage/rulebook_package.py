"""Rulebook packages: a rulebook in one file, signed by who publishes it.

A ``.rulebook`` is a zip of its .toml files with ``manifest.json`` (version, day
from which it counts, the publisher's key, the SHA-256 of each file) and
``manifest.sig`` (Ed25519 over the manifest). Nothing of it is read before the
signature holds, and a file that the manifest does not name is no part of it.
"""

import hashlib
import io
import json
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from butler_desktop.errors import RulebookWrong
from butler_desktop.storage.publisher_key import PublisherKey, key_of
from butler_desktop.storage.rule_files import is_program_own
from butler_desktop.words import Words

SUFFIX = ".rulebook"
FORMAT = 1
MANIFEST, SIGNATURE = "manifest.json", "manifest.sig"
SEALED_AS = b"butler_desktop rulebook\n"
"""Signed before the manifest, so that the signature fits nothing else."""

MOST_FILES = 500
MOST_BYTES = 8 * 1024 * 1024
"""Unpacked; the shipped one is half a megabyte."""

NAME = re.compile(r"(?:(?:provinces|letters)/)?[a-z0-9][a-z0-9_-]{0,63}\.toml")
EPOCH = (1980, 1, 1, 0, 0, 0)
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    LookupError,
    RuntimeError,
    OSError,
    EOFError,
    ValueError,
    TypeError,
)
"""What reading a zip or a manifest that is none may raise."""

ASK_AGAIN = Words("向发布者重新索取。", "Ask its publisher for it again.")


@dataclass(frozen=True, slots=True)
class RulebookPackage:
    """A package whose signature holds. ``files`` are its rule files by name."""

    version: str
    effective_from: date
    key: PublisherKey
    files: Mapping[str, bytes] = field(repr=False)

    @property
    def rank(self) -> tuple[date, str]:
        """What makes it newer than another: its day, then its version."""
        return self.effective_from, self.version


def pack_rulebook(
    files: Mapping[str, bytes], version: str, effective_from: date, key: Ed25519PrivateKey
) -> bytes:
    """The package of these files; the same files, key and version give the same bytes."""
    own = {name: files[name] for name in sorted(files) if not is_program_own(name)}
    manifest = {
        "format": FORMAT,
        "version": version,
        "effective_from": effective_from.isoformat(),
        "key": key_of(key.public_key()).fingerprint,
        "files": {name: _digest(data) for name, data in own.items()},
    }
    head = json.dumps(manifest, ensure_ascii=False, indent=1).encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        parts = {MANIFEST: head, SIGNATURE: key.sign(SEALED_AS + head), **own}
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return packed.getvalue()


def unpack_rulebook(data: bytes, trusted: Mapping[str, PublisherKey]) -> RulebookPackage:
    """The package in ``data``, signed by one of the ``trusted`` keys (by fingerprint).

    Raises RulebookWrong for a file that is no package or was altered, and for
    a key that is not trusted.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = _parts(archive)
        head, signature = parts.pop(MANIFEST), parts.pop(SIGNATURE)
        manifest = json.loads(head)
        key_id = str(manifest["key"])
    except UNREADABLE as error:
        raise _no_package() from error
    key = trusted.get(key_id)
    if key is None:
        raise _untrusted(key_id)
    if not key.has_signed(signature, SEALED_AS + head):
        raise _altered()
    return _held(manifest, key, parts)


def _held(
    manifest: Mapping[str, Any], key: PublisherKey, parts: dict[str, bytes]
) -> RulebookPackage:
    """What a signed manifest says. Only its publisher can have made it wrong."""
    if manifest.get("format") != FORMAT:
        raise RulebookWrong(
            Words(
                "这个规则库由更新版本的程序制作。",
                "The rulebook was made for a newer version of the program.",
            ),
            Words("先更新程序，再取入。", "Update the program first."),
        )
    try:
        digests = dict(manifest["files"])
        version, day = str(manifest["version"]), date.fromisoformat(manifest["effective_from"])
    except (LookupError, ValueError, TypeError) as error:
        raise _no_package() from error
    if digests != {name: _digest(data) for name, data in parts.items()}:
        raise _altered()
    return RulebookPackage(version, day, key, parts)


def _parts(archive: zipfile.ZipFile) -> dict[str, bytes]:
    """The parts by name. Raises ValueError for more, larger or other ones than a package has."""
    entries = archive.infolist()
    names = [it.filename for it in entries]
    known = all(NAME.fullmatch(it) or it in (MANIFEST, SIGNATURE) for it in names)
    if not known or len(set(names)) != len(names) or len(names) > MOST_FILES:
        raise ValueError("names")
    if sum(it.file_size for it in entries) > MOST_BYTES:
        raise ValueError("size")
    if any(is_program_own(it) for it in names):
        raise ValueError("names")
    return {it.filename: archive.read(it) for it in entries}


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _no_package() -> RulebookWrong:
    return RulebookWrong(
        Words(
            "这不是规则库文件，或文件已损坏。",
            "That is no rulebook, or the file is damaged.",
        ),
        ASK_AGAIN,
    )


def _altered() -> RulebookWrong:
    return RulebookWrong(
        Words(
            "规则库的签名不符：文件在发布后被改动过，没有取入。",
            "The signature does not hold: the rulebook was altered after it was published.",
        ),
        ASK_AGAIN,
    )


def _untrusted(fingerprint: str) -> RulebookWrong:
    told = fingerprint if re.fullmatch(r"[0-9a-f ]{1,60}", fingerprint) else "?"
    return RulebookWrong(
        Words(
            f"签名的密钥 {told} 不在受信任之列。",
            f"It is signed with the key {told}, which is not trusted here.",
        ),
        Words(
            "与发布者公布的指纹核对，相符再收下他的公钥。",
            "Compare it with the fingerprint that the publisher gives; take his key in if it is"
            " the same.",
        ),
    )
