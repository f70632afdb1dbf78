"""The mail server: hands one message to it, and says for certain what became of that.

The password is in the keyring, or in ``BUTLER_MAIL_PASSWORD`` where a service
runs without one. A message whose last byte was not handed over was not taken,
whatever failed; after it, only the server's answer tells.
"""

import logging
import os
import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from email.message import EmailMessage
from email.policy import SMTP
from typing import Any

from butler_desktop.domain.mail import CUT_OFF, Delivery, MailState
from butler_desktop.domain.mail_account import MailAccount, Security
from butler_desktop.storage import keyring_entry
from butler_desktop.words import Words

TIMEOUT = 30
"""Seconds that one answer of the server may take."""

PASSWORD = "BUTLER_MAIL_PASSWORD"  # noqa: S105 - the name of the variable
WITHOUT = Words(
    f"设环境变量 {PASSWORD}，或用不需登录的内部中继。",
    f"Set {PASSWORD} in the environment, or use an own relay.",
)
TAKEN, REFUSED_FROM = 250, 500
GO_ON = (TAKEN, 251, 354)
"""Reply codes of RFC 5321: it is taken; it never will be; what comes next may come."""

AWAY = Words("连不上邮件服务器", "The mail server cannot be reached")

log = logging.getLogger(__name__)


def kept_password(account: MailAccount) -> str:
    """The password that the environment or the keyring has for an account; else empty."""
    return os.environ.get(PASSWORD) or keyring_entry.kept(_entry(account))


def keep_password(account: MailAccount, password: str) -> None:
    """Keeps the password of an account. Raises StoreUnavailable where there is no keyring."""
    keyring_entry.keep(_entry(account), password, WITHOUT)


def deliver(account: MailAccount, password: str, message: EmailMessage) -> Delivery:
    """Hands one message over: ``SENT``, ``QUEUED`` (not now), ``FAILED`` (not so), ``UNKNOWN``."""
    try:
        with _signed_in(account, password) as session:
            refusal = _addressed(session, message)
            if refusal is not None:
                return refusal
            _send_whole(session, message)
            try:
                code, said = session.getreply()
            except (OSError, smtplib.SMTPException) as error:
                log.info("no answer after a message: %s", type(error).__name__)
                return Delivery(MailState.UNKNOWN, CUT_OFF)
            return Delivery(MailState.SENT) if code == TAKEN else _refused(code, said)
    except (OSError, smtplib.SMTPException) as error:
        return _broken(error)


def try_account(account: MailAccount, password: str) -> Delivery:
    """Whether one can sign in; nothing is sent."""
    try:
        with _signed_in(account, password):
            return Delivery(MailState.SENT)
    except (OSError, smtplib.SMTPException) as error:
        return _broken(error)


@contextmanager
def _signed_in(account: MailAccount, password: str) -> Iterator[smtplib.SMTP]:
    """A session, signed in where the account has a name; how it ends says nothing any more."""
    safe = ssl.create_default_context()
    options: dict[str, Any] = {"host": account.host, "port": account.port, "timeout": TIMEOUT}
    if account.security is Security.TLS:
        session: smtplib.SMTP = smtplib.SMTP_SSL(**options, context=safe)
    else:
        session = smtplib.SMTP(**options)
    try:
        if account.security is Security.STARTTLS:
            session.starttls(context=safe)
        session.ehlo_or_helo_if_needed()
        if account.user:
            session.login(account.user, password)
        yield session
        with suppress(OSError, smtplib.SMTPException):
            session.quit()
    finally:
        session.close()


def _addressed(session: smtplib.SMTP, message: EmailMessage) -> Delivery | None:
    """From whom, to whom, and may it come; what the server has against it."""
    steps: tuple[Callable[[], tuple[int, bytes]], ...] = (
        lambda: session.mail(message["From"].addresses[0].addr_spec),
        lambda: session.rcpt(message["To"].addresses[0].addr_spec),
        lambda: session.docmd("DATA"),
    )
    for step in steps:
        code, said = step()
        if code not in GO_ON:
            return _refused(code, said)
    return None


def _send_whole(session: smtplib.SMTP, message: EmailMessage) -> None:
    """All of it. Raises OSError, SMTPException where the last byte did not go out."""
    lines = message.as_bytes(policy=SMTP.clone(cte_type="7bit")).replace(b"\r\n.", b"\r\n..")
    session.send(lines if lines.endswith(b"\r\n") else lines + b"\r\n")
    session.send(b".\r\n")


def _refused(code: int, said: bytes) -> Delivery:
    """What the server answered: to try again later, or never so."""
    told = said.decode("utf-8", "replace").strip()
    log.info("the mail server answered %d", code)
    words = Words(f"邮件服务器拒收（{code}）：{told}", f"The server refused it ({code}): {told}")
    return Delivery(_lasting(code), words)


def _broken(error: OSError | smtplib.SMTPException) -> Delivery:
    """Why nothing was handed over."""
    log.info("mail was not sent: %s", type(error).__name__)
    if isinstance(error, smtplib.SMTPAuthenticationError):
        words = Words(
            f"邮件服务器不让登录（{error.smtp_code}）：核对设置里的用户名与密码（授权码）",
            f"Signing in was refused ({error.smtp_code}): check user name and password",
        )
        return Delivery(_lasting(error.smtp_code), words)
    if isinstance(error, smtplib.SMTPResponseException) and error.smtp_code > 0:
        said = error.smtp_error
        return _refused(error.smtp_code, said.encode() if isinstance(said, str) else said)
    if isinstance(error, ssl.SSLCertVerificationError):
        words = Words(
            f"邮件服务器的证书不可信：{error.verify_message}",
            f"The server's certificate is not trusted: {error.verify_message}",
        )
        return Delivery(MailState.FAILED, words)
    if isinstance(error, smtplib.SMTPNotSupportedError):
        words = Words("邮件服务器不支持所选的加密或登录", "The server cannot encrypt or sign in so")
        return Delivery(MailState.FAILED, words)
    return Delivery(MailState.QUEUED, AWAY)


def _lasting(code: int) -> MailState:
    return MailState.FAILED if code >= REFUSED_FROM else MailState.QUEUED


def _entry(account: MailAccount) -> str:
    return f"mail {account.user}@{account.host}:{account.port}"
