"""Passwords: in the keyring or nowhere; and never in what is kept, shown or told."""

from contextlib import closing

import keyring
import keyring.backends.fail
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError
from sqlalchemy import make_url

from butler_desktop.errors import StoreUnavailable
from butler_desktop.storage.passwords import (
    entry_of,
    forget,
    is_by_password,
    keep,
    kept,
    stripped,
)
from butler_desktop.storage.postgres import PostgresDatabase

pytestmark = pytest.mark.sqlite

URL = make_url("postgresql+psycopg://林晓雯@db.example:5433/team")


class InMemory(KeyringBackend):
    """A keyring for one test."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.entries: dict[tuple[str, str], str] = {}

    def get_password(self, service, username):
        return self.entries.get((service, username))

    def set_password(self, service, username, password):
        self.entries[service, username] = password

    def delete_password(self, service, username):
        if self.entries.pop((service, username), None) is None:
            raise PasswordDeleteError


class Forgetful(InMemory):
    """Takes everything and keeps nothing, as keyring's own ``null`` does."""

    def set_password(self, service, username, password):
        pass


@pytest.fixture
def ring():
    before = keyring.get_keyring()
    made = InMemory()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def test_a_password_is_kept_under_its_name(ring: InMemory):
    keep(URL, "松 柏")
    assert ring.entries == {("butler_desktop", "林晓雯@db.example/team"): "松 柏"}
    assert kept(URL) == "松 柏"
    assert kept(URL.set(username="陈默")) == ""
    forget(URL)
    forget(URL)
    assert ring.entries == {}


@pytest.mark.parametrize("backend", [keyring.backends.fail.Keyring, Forgetful])
def test_a_machine_without_a_keyring_says_so(ring, backend):
    keyring.set_keyring(backend())
    assert kept(URL) == ""
    forget(URL)
    with pytest.raises(StoreUnavailable, match="钥匙串"):
        keep(URL, "松柏")


@pytest.mark.parametrize(
    "text",
    [
        "postgresql://lin:secret@db.example/team",
        "postgresql://db.example/team?user=lin&password=secret",
        "postgresql://lin:secret@db.example/team?sslpassword=secret&sslmode=verify-full",
    ],
)
def test_what_is_kept_has_no_secret(text):
    url = stripped(make_url(text))
    assert url.password is None
    assert "secret" not in url.render_as_string(hide_password=False)
    assert "***" not in url.render_as_string()
    assert entry_of(url) == "lin@db.example/team"


@pytest.mark.parametrize(
    ("text", "by_password"),
    [
        ("postgresql://lin@db.example/team", True),
        ("postgresql:///team?host=db.example&user=lin", True),
        ("postgresql:///team?host=db.example&user=lin&password=x", False),
        ("postgresql://lin@/team?host=/run/postgresql", False),
        ("postgresql://lin@/team", False),
        ("postgresql:///?service=butler", False),
    ],
)
def test_the_keyring_is_asked_where_a_password_may_be_wanted(text, by_password):
    assert is_by_password(make_url(text)) is by_password


class Reached(Exception):
    pass


@pytest.mark.parametrize(("given", "sent"), [("", "kept"), ("given", "given")])
def test_a_connection_takes_the_kept_password_unless_one_is_given(ring, monkeypatch, given, sent):
    import psycopg

    keep(URL, "kept")
    told = {}

    def connect(*_args, **how):
        told.update(how)
        raise Reached

    monkeypatch.setattr(psycopg, "connect", connect)
    url = URL.set(password=given) if given else URL
    database = PostgresDatabase(url)
    with closing(database), pytest.raises(Reached), database.reading():
        pytest.fail("there is no server")
    assert told["password"] == sent
    assert sent not in repr(database.url) + str(database.url) + database.name
