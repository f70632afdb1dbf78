"""The address of a shared database: off the machine nobody but the right server is talked to."""

import pytest
from sqlalchemy import make_url

from butler_desktop.errors import StoreUnavailable
from butler_desktop.storage import postgres_address
from butler_desktop.storage.postgres_address import (
    Address,
    parts_of,
    place_of,
    secured,
    stays_on_the_machine,
    url_of,
)

pytestmark = pytest.mark.sqlite


def url(rest: str):
    return make_url(f"postgresql+psycopg://{rest}")


@pytest.fixture(autouse=True)
def _no_settings_of_libpq(monkeypatch):
    for name in ("PGHOST", "PGHOSTADDR", "PGSERVICE", "PGSSLROOTCERT"):
        monkeypatch.delenv(name, raising=False)


HERE = [
    "/team",
    "lin@localhost/team",
    "lin@127.0.0.1/team",
    "lin@[::1]/team",
    "/team?host=/run/postgresql",
    "/team?host=@socket",
    "/team?host=localhost,127.0.0.1",
]
AWAY = [
    "lin@db.example/team",
    "lin@localhost/team?host=db.example",
    "lin@localhost/team?hostaddr=192.0.2.7",
    "/team?host=localhost,db.example",
    "/team?host=localhost:5432&host=db.example:5432",
    "lin@localhost.example/team",
    "/?service=butler",
]


@pytest.mark.parametrize("rest", HERE)
def test_what_stays_on_the_machine_is_let_be(rest):
    assert stays_on_the_machine(url(rest))
    assert secured(url(rest)) == url(rest)


@pytest.mark.parametrize("rest", AWAY)
def test_what_leaves_the_machine_verifies_the_certificate(rest):
    made = secured(url(rest))
    assert made.query["sslmode"] == "verify-full"
    assert made.query["gssencmode"] == "disable"


@pytest.mark.parametrize("mode", ["disable", "allow", "prefer", "require", "verify-ca"])
@pytest.mark.parametrize("rest", AWAY)
def test_less_is_refused(rest, mode):
    given = url(rest)
    with pytest.raises(StoreUnavailable, match="核验证书"):
        secured(given.set(query={**given.query, "sslmode": mode}))


@pytest.mark.parametrize(
    ("name", "value"),
    [("PGHOST", "db.example"), ("PGHOSTADDR", "192.0.2.7"), ("PGSERVICE", "butler")],
)
def test_the_environment_of_libpq_counts(monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    assert secured(url("/team")).query["sslmode"] == "verify-full"


def test_whom_the_system_trusts_is_trusted_unless_somebody_chose(monkeypatch, tmp_path):
    trusted = tmp_path / "all.pem"
    monkeypatch.setattr(postgres_address, "_authorities_of_the_system", lambda: str(trusted))
    monkeypatch.setattr(postgres_address, "_own_authorities", lambda: tmp_path / "root.crt")
    away = url("lin@db.example/team")
    assert secured(away).query["sslrootcert"] == str(trusted)
    chosen = away.set(query={"sslrootcert": "mine.pem"})
    assert secured(chosen).query["sslrootcert"] == "mine.pem"
    assert "sslrootcert" not in secured(url("/?service=butler")).query
    (tmp_path / "root.crt").touch()
    assert "sslrootcert" not in secured(away).query


@pytest.mark.parametrize("rest", ["/team?port=x", "/team?host=a:1&host=b:2&port=3"])
def test_an_address_that_is_none_is_a_sentence(rest):
    with pytest.raises(StoreUnavailable, match="写法不对"):
        secured(url(rest))


def test_how_people_say_it_has_no_password():
    assert place_of(url("lin:secret@db.example:5433/team")) == "db.example/team"
    assert place_of(url("/team?host=db.example")) == "db.example/team"
    assert place_of(url("/?service=butler")) == "butler"


@pytest.mark.parametrize(
    ("server", "rest"),
    [
        ("db.example", "lin@db.example/team"),
        ("db.example:5433", "lin@db.example:5433/team"),
        ("[2001:db8::7]:5433", "lin@[2001:db8::7]:5433/team"),
        ("[2001:db8::7]", "lin@[2001:db8::7]/team"),
        ("/run/postgresql", "lin@/team?host=%2Frun%2Fpostgresql"),
    ],
)
def test_what_somebody_types_is_an_address(server, rest):
    typed = Address(server, "team", "lin")
    made = url_of(typed)
    assert made.render_as_string() == f"postgresql://{rest}"
    assert parts_of(made) == typed
    assert url_of(parts_of(make_url(made.render_as_string()))) == made


def test_spaces_around_are_nothing_and_options_stay():
    like = url("a@b/c?sslrootcert=ca.pem&host=x")
    made = url_of(Address(" db.example ", " team ", "林 晓雯 "), like)
    assert made.query == {"sslrootcert": "ca.pem"}
    assert (made.host, made.database, made.username) == ("db.example", "team", "林 晓雯")


@pytest.mark.parametrize("lacking", [("", "t", "l"), ("s", " ", "l"), ("s", "t", "")])
def test_an_address_that_is_not_complete_is_a_sentence(lacking):
    with pytest.raises(StoreUnavailable, match="不完整"):
        url_of(Address(*lacking))
