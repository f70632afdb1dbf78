"""Mail accounts: from which server and address the customer is written to.

The password is no part of it: the keyring has that.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from butler_desktop.domain.validators import email
from butler_desktop.words import Words


class Security(StrEnum):
    """How the way to the mail server is kept from others."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


SECURITY_WORDS = {
    Security.TLS: Words("SSL/TLS", "SSL/TLS"),
    Security.STARTTLS: Words("STARTTLS", "STARTTLS"),
    Security.NONE: Words("不加密（只用于内部中继）", "None (an own relay only)"),
}
PORTS = {Security.TLS: 465, Security.STARTTLS: 587, Security.NONE: 25}
"""The usual port of each: RFC 8314, 6409, 5321."""

HOST = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")


@dataclass(frozen=True, slots=True)
class MailAccount:
    """A mail server, who signs in to it, and the address that mail is from."""

    host: str
    port: int
    security: Security
    user: str
    """Empty where the server asks nobody to sign in."""
    sender: str
    reminds: bool = False
    """Whether reminders of the deadline go out by themselves."""


@dataclass(frozen=True, slots=True)
class AccountFault:
    """What of an account is wrong, and at which of its fields."""

    field: str
    """``server``, ``security`` or ``sender``."""
    words: Words


def read_account(
    server: str, security: str, user: str, sender: str, *, reminds: bool = False
) -> MailAccount | AccountFault | None:
    """The account that is typed so; None where no server is named.

    ``server`` may end in ``:port``.
    """
    if not server.strip():
        return None
    kind = Security(security)
    host, mark, number = server.strip().partition(":")
    port = int(number) if re.fullmatch(r"\d{1,5}", number) else PORTS[kind] if not mark else 0
    if not HOST.fullmatch(host) or not 0 < port < 65536:
        words = Words(
            "写成 smtp.example.cn 或 smtp.example.cn:465",
            "Write it as smtp.example.cn or smtp.example.cn:465",
        )
        return AccountFault("server", words)
    if kind is Security.NONE and user.strip():
        words = Words(
            "不加密时不登录：密码会被人看到", "Nobody signs in without encryption: it shows"
        )
        return AccountFault("security", words)
    address = email.validate(sender)
    if address.fault is not None:
        return AccountFault("sender", address.fault)
    return MailAccount(host, port, kind, user.strip(), address.value, reminds)
