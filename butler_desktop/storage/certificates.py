"""Certificates: the company's PKCS#12 file, and its password, which the keyring keeps where wanted.

The password lies under ``SERVICE`` and ``certificate`` with the file's place.
"""

import logging
from pathlib import Path

from butler_desktop.errors import StoreUnavailable
from butler_desktop.storage.passwords import SERVICE
from butler_desktop.words import Words

MOST_BYTES = 1024 * 1024
log = logging.getLogger(__name__)


def read_certificate(file: Path) -> bytes:
    """The bytes of the file. Raises StoreUnavailable."""
    try:
        with file.open("rb") as stream:
            return stream.read(MOST_BYTES)
    except OSError as error:
        raise StoreUnavailable(
            Words(
                f"证书文件 {file} 读不了：{error.strerror}。",
                f"The certificate {file} cannot be read: {error.strerror}.",
            ),
            Words("核对位置与权限。", "Check its place and permissions."),
        ) from error


def kept_password(file: Path) -> str:
    """The password that the keyring keeps for a certificate; empty where there is none."""
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(SERVICE, _entry(file)) or ""
    except KeyringError as error:
        log.info("no password from the keyring: %s", type(error).__name__)
        return ""


def keep_password(file: Path, password: str) -> None:
    """Keeps a certificate's password. Raises StoreUnavailable where there is no keyring."""
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(SERVICE, _entry(file), password)
    except KeyringError as error:
        log.info("the keyring refused: %s", type(error).__name__)
    if kept_password(file) != password:  # some keyrings take everything and keep nothing
        raise StoreUnavailable(
            Words(
                "这台机器没有可用的系统钥匙串，证书密码没有保存。",
                "This machine has no keyring that can be used; the password was not kept.",
            ),
            Words("每次签名时输入密码。", "Give it each time something is signed."),
        )


def _entry(file: Path) -> str:
    return f"certificate {file.resolve()}"
