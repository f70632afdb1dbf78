"""Certificates: the company's PKCS#12 file, and its password, which the keyring keeps where wanted.

The password lies under ``certificate`` with the file's place.
"""

from pathlib import Path

from butler_desktop.storage import keyring_entry
from butler_desktop.storage.small_file import read_small
from butler_desktop.words import Words

MOST_BYTES = 1024 * 1024
WITHOUT = Words("每次签名时输入密码。", "Give it each time something is signed.")
"""What to do where there is no keyring."""


def read_certificate(file: Path) -> bytes:
    """The bytes of the file. Raises StoreUnavailable."""
    return read_small(file, MOST_BYTES)


def kept_password(file: Path) -> str:
    """The password that the keyring keeps for a certificate; empty where there is none."""
    return keyring_entry.kept(_entry(file))


def keep_password(file: Path, password: str) -> None:
    """Keeps a certificate's password. Raises StoreUnavailable where there is no keyring."""
    keyring_entry.keep(_entry(file), password, WITHOUT)


def _entry(file: Path) -> str:
    return f"certificate {file.resolve()}"
