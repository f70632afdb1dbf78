"""Publisher keys: the Ed25519 keys that sign rulebooks, and which of them count here."""

import hashlib
import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import platformdirs
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from butler_desktop import PROGRAM, resources
from butler_desktop.errors import Refused, RulebookWrong, StoreUnavailable
from butler_desktop.storage.small_file import read_small
from butler_desktop.words import Words

_LOG = logging.getLogger(__name__)

SUFFIX = ".pem"
MOST_BYTES = 64 * 1024
FOLDER = "rulebook-keys"
PEM = serialization.Encoding.PEM


@dataclass(frozen=True, slots=True)
class PublisherKey:
    """The public half. ``fingerprint`` is what people compare: 128 bits of it, in fours."""

    fingerprint: str
    public: Ed25519PublicKey = field(repr=False, compare=False)

    def has_signed(self, signature: bytes, data: bytes) -> bool:
        """Whether ``signature`` is this key's over ``data``."""
        try:
            self.public.verify(signature, data)
        except InvalidSignature:
            return False
        return True


def key_of(public: Ed25519PublicKey) -> PublisherKey:
    """A public key with its fingerprint."""
    digest = hashlib.sha256(public.public_bytes_raw()).hexdigest()
    return PublisherKey(" ".join(digest[at : at + 4] for at in range(0, 32, 4)), public)


def make_key(file: Path) -> PublisherKey:
    """Makes a new key: the private half in ``file``, for its owner alone, the public one beside it.

    Raises Refused where a file is there already, StoreUnavailable where none can be written.
    """
    for half in (file, public_file(file)):
        if half.exists():  # before the other half is written
            raise _is_there(half)
    private = Ed25519PrivateKey.generate()
    secret = private.private_bytes(
        PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    shown = private.public_key().public_bytes(PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    _write(file, secret, 0o600)
    _write(public_file(file), shown, 0o644)
    return key_of(private.public_key())


def public_file(file: Path) -> Path:
    """Where the public half of a key lies."""
    return file.with_name(f"{file.stem}.public{SUFFIX}")


def private_key(file: Path) -> Ed25519PrivateKey:
    """The private key in ``file``. Raises RulebookWrong, StoreUnavailable."""
    try:
        found = serialization.load_pem_private_key(read_small(file, MOST_BYTES), None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise _no_key(file) from error
    if not isinstance(found, Ed25519PrivateKey):
        raise _no_key(file)
    return found


def public_key(file: Path) -> PublisherKey:
    """The public key in ``file``. Raises RulebookWrong, StoreUnavailable."""
    try:
        found = serialization.load_pem_public_key(read_small(file, MOST_BYTES))
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise _no_key(file) from error
    if not isinstance(found, Ed25519PublicKey):
        raise _no_key(file)
    return key_of(found)


def trust(file: Path) -> PublisherKey:
    """Takes the public key in ``file`` in: what it signs counts on this machine from now on.

    Raises RulebookWrong, StoreUnavailable.
    """
    key = public_key(file)
    target = _own_folder() / f"{key.fingerprint.replace(' ', '')}{SUFFIX}"
    if not target.exists():
        shown = key.public.public_bytes(PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
        _write(target, shown, 0o644)
    return key


def trusted_keys() -> dict[str, PublisherKey]:
    """The keys that count here, by fingerprint: those shipped, and those taken in.

    A file that is no key counts for nothing: it must not keep the program from opening.
    """
    return {key.fingerprint: key for key in _keys()}


def _keys() -> Iterator[PublisherKey]:
    for folder in (resources.folder(FOLDER), _own_folder()):
        for file in sorted(folder.glob(f"*{SUFFIX}")):
            try:
                yield public_key(file)
            except (RulebookWrong, StoreUnavailable) as error:
                _LOG.warning("the key %s is left aside: %s", file.name, error.sentence.en)


def _own_folder() -> Path:
    return platformdirs.user_config_path(PROGRAM, appauthor=False) / FOLDER


def _write(file: Path, data: bytes, mode: int) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as stream:
            stream.write(data)
    except FileExistsError as error:
        raise _is_there(file) from error
    except OSError as error:
        raise StoreUnavailable(
            Words(f"{file} 写不了：{error.strerror}。", f"{file} cannot be written."),
            Words("换一个文件夹。", "Choose another folder."),
        ) from error


def _is_there(file: Path) -> Refused:
    return Refused(
        Words(f"{file} 已经存在。", f"{file} is there already."),
        Words("换一个文件名。", "Choose another name."),
    )


def _no_key(file: Path) -> RulebookWrong:
    return RulebookWrong(
        Words(f"{file} 里没有可用的密钥。", f"There is no key in {file} that can be used."),
        Words("需要 Ed25519 的 PEM 文件。", "It must be a PEM file of Ed25519."),
    )
