"""Keyring entries: the secrets that a butler lets the system's keyring keep for this program."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from butler_desktop.errors import StoreUnavailable
from butler_desktop.words import Words

SERVICE = "butler_desktop"

log = logging.getLogger(__name__)


def kept(entry: str) -> str:
    """The secret under this name; empty where there is none."""
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(SERVICE, entry) or ""
    except KeyringError as error:
        log.info("no password from the keyring: %s", type(error).__name__)
        return ""


def keep(entry: str, secret: str, cure: Words) -> None:
    """Keeps a secret. Raises StoreUnavailable with this cure where there is no keyring."""
    import keyring

    with _told(cure):
        keyring.set_password(SERVICE, entry, secret)
    if kept(entry) != secret:
        raise _no_keyring(cure)  # some keyrings take everything and keep nothing


def forget(entry: str, cure: Words) -> None:
    """Takes a secret out of the keyring, if it is there. Raises StoreUnavailable."""
    import keyring

    if kept(entry):
        with _told(cure):
            keyring.delete_password(SERVICE, entry)


@contextmanager
def _told(cure: Words) -> Iterator[None]:
    from keyring.errors import KeyringError

    try:
        yield
    except KeyringError as error:
        log.info("the keyring refused: %s", type(error).__name__)
        raise _no_keyring(cure) from error


def _no_keyring(cure: Words) -> StoreUnavailable:
    return StoreUnavailable(
        Words(
            "这台机器没有可用的系统钥匙串，密码没有保存。",
            "This machine has no keyring that can be used; the password was not kept.",
        ),
        cure,
    )
