"""A mail server for tests: it speaks SMTP on a port of this machine and does as it is told."""

import ssl
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

from butler_desktop.domain.mail_account import MailAccount, Security

USER, PASSWORD = "beian@cloud.example", "sesame"
TAKES, LATER, NEVER = "250 OK", "451 greylisted", "550 no such mailbox"
CUT, TAKES_AND_CUTS = "cut", "take and cut"
"""It breaks off after the last byte, without the message or with it."""


class PostOffice:
    """What the server has taken, and how it answers next; without orders it takes everything."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []
        self.orders: deque[str] = deque()
        self.recipients: list[str] = []
        self.port = 0

    async def handle_DATA(self, server: Any, _session: Any, envelope: Any) -> str:
        """One message is whole."""
        order = self.orders.popleft() if self.orders else TAKES
        if order in (TAKES, TAKES_AND_CUTS):
            letter = message_from_bytes(envelope.content, policy=default)
            assert isinstance(letter, EmailMessage)
            self.letters.append(letter)
            self.recipients += envelope.rcpt_tos
        if order in (CUT, TAKES_AND_CUTS):
            server.transport.abort()
        return order

    def account(self, security: Security = Security.NONE, **given: Any) -> MailAccount:
        """The account of a desk that writes through it."""
        return MailAccount("127.0.0.1", self.port, security, "", USER, **given)

    def _authenticate(self, _server: Any, _session: Any, _envelope: Any, _how: str, data: Any):
        right = isinstance(data, LoginPassword) and data == LoginPassword(
            USER.encode(), PASSWORD.encode()
        )
        return AuthResult(success=right, handled=right)


class _Anywhere(Controller):
    """Listens on whatever port is free."""

    def _trigger_server(self) -> None:
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextmanager
def a_post_office(
    secret: ssl.SSLContext | None = None, *, starttls: bool = False
) -> Iterator[PostOffice]:
    """A running server: in the clear, or with TLS from the beginning or from STARTTLS on."""
    office = PostOffice()
    options: dict[str, Any] = {}
    if secret is not None:
        options = {"authenticator": office._authenticate, "auth_require_tls": starttls}
        options |= {"tls_context": secret} if starttls else {"ssl_context": secret}
    controller = _Anywhere(office, hostname="127.0.0.1", port=0, **options)
    controller.start()
    try:
        office.port = controller.port
        yield office
    finally:
        controller.stop()
