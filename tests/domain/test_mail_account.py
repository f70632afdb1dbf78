"""A mail account is read whole or refused at the field that is wrong."""

import pytest

from butler_desktop.domain.mail_account import AccountFault, MailAccount, Security, read_account


@pytest.mark.parametrize(
    ("server", "security", "port"),
    [
        ("smtp.cloud.example", "tls", 465),
        ("smtp.cloud.example", "starttls", 587),
        ("relay", "none", 25),
        ("smtp.cloud.example:2525", "tls", 2525),
        (" 10.0.0.5:25 ", "none", 25),
    ],
)
def test_the_usual_port_where_none_is_given(server: str, security: str, port: int) -> None:
    account = read_account(server, security, "", "beian@cloud.example")
    assert isinstance(account, MailAccount)
    assert (account.port, account.security) == (port, Security(security))


@pytest.mark.parametrize(
    ("given", "field"),
    [
        (("smtp cloud", "tls", "", "a@b.cn"), "server"),
        (("smtp.cloud.example:", "tls", "", "a@b.cn"), "server"),
        (("smtp.cloud.example:99999", "tls", "", "a@b.cn"), "server"),
        (("https://smtp.cloud.example", "tls", "", "a@b.cn"), "server"),
        (("smtp.cloud.example", "none", "beian", "a@b.cn"), "security"),
        (("smtp.cloud.example", "tls", "", "beian"), "sender"),
    ],
)
def test_what_is_wrong_is_named(given: tuple[str, str, str, str], field: str) -> None:
    fault = read_account(*given)
    assert isinstance(fault, AccountFault)
    assert fault.field == field


def test_no_server_is_no_account() -> None:
    assert read_account(" ", "tls", "", "") is None
