"""What becomes of a message is known for certain, whatever the server does: a real one."""

import logging
import socket
import ssl
from dataclasses import replace
from email.message import EmailMessage
from email.policy import SMTP

import keyring
import pytest
import trustme

from butler_desktop.domain.mail import CUT_OFF, MailState
from butler_desktop.domain.mail_account import Security
from butler_desktop.errors import StoreUnavailable
from butler_desktop.storage import mail_server
from butler_desktop.storage.mail_server import (
    AWAY,
    deliver,
    keep_password,
    kept_password,
    try_account,
)
from tests.smtp import (
    CUT,
    LATER,
    NEVER,
    PASSWORD,
    TAKES_AND_CUTS,
    USER,
    a_post_office,
)
from tests.storage.test_passwords import Forgetful, InMemory

pytestmark = pytest.mark.sqlite


def a_message(text: str = "您好。\n.\n..备案\n") -> EmailMessage:
    message = EmailMessage(policy=SMTP.clone(cte_type="7bit"))
    message["From"] = f"林晓雯 <{USER}>"
    message["To"] = "shen@yunshan.example"
    message["Subject"] = "【备案】核对"
    message.set_content(text)
    return message


def written(letter):
    return letter.get_content().replace("\r\n", "\n")


@pytest.fixture
def office():
    with a_post_office() as made:
        yield made


@pytest.fixture
def authority(monkeypatch, tmp_path):
    """Whom this machine trusts."""
    made = trustme.CA()
    made.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    return made


def context(authority, name="127.0.0.1"):
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(made)
    return made


def test_a_message_arrives_as_it_was_written(office):
    assert deliver(office.account(), "", a_message()).state is MailState.SENT
    letter = office.letters[0]
    assert letter["Subject"] == "【备案】核对"
    assert letter["From"] == f"林晓雯 <{USER}>"
    assert written(letter) == "您好。\n.\n..备案\n"
    assert office.recipients == ["shen@yunshan.example"]


def test_a_line_of_dots_does_not_end_it(office):
    deliver(office.account(), "", a_message("a\n.\n.b\nQUIT\n"))
    assert written(office.letters[0]) == "a\n.\n.b\nQUIT\n"


def test_a_server_that_has_no_time_is_asked_again(office):
    office.orders.append(LATER)
    told = deliver(office.account(), "", a_message())
    assert told.state is MailState.QUEUED
    assert "451" in told.reason.zh
    assert "greylisted" in told.reason.en


def test_a_server_that_will_not_is_not_asked_again(office):
    office.orders.append(NEVER)
    told = deliver(office.account(), "", a_message())
    assert told.state is MailState.FAILED
    assert "no such mailbox" in told.reason.zh


@pytest.mark.parametrize("order", [CUT, TAKES_AND_CUTS])
def test_nobody_knows_of_what_was_cut_off_after_the_last_byte(office, order):
    office.orders.append(order)
    told = deliver(office.account(), "", a_message())
    assert (told.state, told.reason) == (MailState.UNKNOWN, CUT_OFF)


def test_what_broke_off_before_the_last_byte_was_not_taken(office, monkeypatch):
    whole = mail_server._send_whole

    def half(session, message):
        session.sock.shutdown(socket.SHUT_RDWR)
        whole(session, message)

    monkeypatch.setattr(mail_server, "_send_whole", half)
    told = deliver(office.account(), "", a_message())
    assert (told.state, told.reason) == (MailState.QUEUED, AWAY)
    assert office.letters == []


def test_a_server_that_is_not_there_is_asked_again(office):
    account = replace(office.account(), port=1)
    told = deliver(account, "", a_message())
    assert (told.state, told.reason) == (MailState.QUEUED, AWAY)


@pytest.mark.parametrize(
    ("security", "starttls"), [(Security.TLS, False), (Security.STARTTLS, True)]
)
def test_one_signs_in_where_nobody_can_listen(authority, security, starttls):
    with a_post_office(context(authority), starttls=starttls) as office:
        account = replace(office.account(security), user=USER)
        assert try_account(account, PASSWORD).state is MailState.SENT
        assert office.letters == []
        assert deliver(account, PASSWORD, a_message()).state is MailState.SENT
        assert len(office.letters) == 1
        told = deliver(account, "wrong", a_message())
        assert told.state is MailState.FAILED
        assert "535" in told.reason.zh


def test_a_server_that_nobody_vouches_for_gets_no_password(authority):
    with a_post_office(context(trustme.CA())) as office:
        told = try_account(replace(office.account(Security.TLS), user=USER), PASSWORD)
    assert told.state is MailState.FAILED
    assert "证书" in told.reason.zh


def test_a_server_that_cannot_encrypt_is_not_spoken_to(office):
    told = try_account(office.account(Security.STARTTLS), "")
    assert told.state is MailState.FAILED


def test_no_word_of_it_is_in_the_log(office, caplog):
    caplog.set_level(logging.DEBUG)
    office.orders += [NEVER, CUT]
    deliver(office.account(), "geheim", a_message())
    deliver(office.account(), "geheim", a_message())
    ours = (it for it in caplog.records if it.name.startswith("butler_desktop"))
    told = "\n".join(it.getMessage() for it in ours)
    assert told
    for word in ("shen@", USER, "geheim", "备案", "mailbox"):
        assert word not in told


def test_the_password_is_in_the_keyring_or_the_environment(office, monkeypatch):
    before = keyring.get_keyring()
    account = replace(office.account(Security.TLS), user=USER)
    try:
        keyring.set_keyring(InMemory())
        assert kept_password(account) == ""
        keep_password(account, PASSWORD)
        assert kept_password(account) == PASSWORD
        assert kept_password(replace(account, user="another")) == ""
        keyring.set_keyring(Forgetful())
        with pytest.raises(StoreUnavailable, match="密码没有保存"):
            keep_password(account, PASSWORD)
        monkeypatch.setenv("BUTLER_MAIL_PASSWORD", "from outside")
        assert kept_password(account) == "from outside"
    finally:
        keyring.set_keyring(before)
