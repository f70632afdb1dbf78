"""PostgreSQL off the machine: the right server by its certificate, the butler by his password."""

import socket
from contextlib import closing

import pytest
import trustme
from sqlalchemy import URL, make_url

from butler_desktop.domain.role import Role
from butler_desktop.errors import ButlerError, StoreAway, StoreUnavailable
from butler_desktop.storage.postgres import PostgresDatabase
from butler_desktop.storage.roles import signed_in
from butler_desktop.storage.shared import add_butler
from tests.engines import ENGINES
from tests.postgres import Server, begun, ended

pytestmark = pytest.mark.sqlite  # about PostgreSQL alone

HOST, BUTLER, PASSWORD = "db.example", "林晓雯", "松 柏 长青 8"


class Place:
    """A server on the network, with the certificate of an authority of its own."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.authority = trustme.CA()
        made = self.authority.issue_cert(HOST)
        self.port = server.listen(
            b"".join(pem.bytes() for pem in made.cert_chain_pems), made.private_key_pem.bytes()
        )
        self.database = server.made()
        owner = PostgresDatabase(self.database)
        add_butler(owner, BUTLER, Role.BUTLER, PASSWORD)
        owner.close()

    def url(
        self, authority: str, *, host: str = HOST, password: str = PASSWORD, **query: str
    ) -> URL:
        """The address as a desk elsewhere gives it; ``hostaddr`` stands for the name service."""
        return URL.create(
            "postgresql",
            BUTLER,
            password,
            host,
            self.port,
            str(self.database.database),
            {"hostaddr": "127.0.0.1", "sslrootcert": authority, **query},
        )


@pytest.fixture(scope="module")
def place():
    assert ENGINES.server  # skips where none is installed
    server = begun()
    yield Place(server)
    ended(server)


@pytest.fixture
def known(place: Place, tmp_path) -> str:
    """The file with the authority that the desk trusts."""
    path = tmp_path / "authority.pem"
    place.authority.cert_pem.write_to_path(str(path))
    return str(path)


def asked(url: URL, what: str = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"):
    with closing(PostgresDatabase(url)) as database, database.reading() as connection:
        return connection.exec_driver_sql(what).scalar()


def refused(url: URL) -> ButlerError:
    with pytest.raises(StoreUnavailable) as told:
        asked(url)
    assert not isinstance(told.value, StoreAway)
    assert PASSWORD not in told.value.said("zh_CN") + repr(told.value)
    return told.value


def test_the_right_server_and_the_right_password(place: Place, known: str):
    assert asked(place.url(known)) is True
    with closing(PostgresDatabase(place.url(known))) as database, database.reading() as connection:
        assert signed_in(connection).name == BUTLER


def test_another_authority_is_refused(place: Place, tmp_path):
    other = tmp_path / "other.pem"
    trustme.CA().cert_pem.write_to_path(str(other))
    assert "证书" in refused(place.url(str(other))).sentence.zh


def test_the_certificate_of_another_server_is_refused(place: Place, known: str):
    assert "证书" in refused(place.url(known, host="other.example")).sentence.zh


def test_a_server_without_tls_is_refused(place: Place, known: str):
    place.server.use_tls(False)
    try:
        assert "证书" in refused(place.url(known)).sentence.zh
    finally:
        place.server.use_tls(True)


def test_nobody_is_talked_to_where_less_is_asked_for(known: str, place: Place):
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        listening.settimeout(0)
        url = place.url(known, sslmode="require").set(port=listening.getsockname()[1])
        assert "sslmode=verify-full" in refused(url).cure.zh
        with pytest.raises(BlockingIOError):
            listening.accept()


@pytest.mark.parametrize("password", ["wrong", ""])
def test_a_wrong_password_is_a_sentence(place: Place, known: str, password: str):
    assert "登录" in refused(place.url(known, password=password)).sentence.zh


def test_a_database_that_is_not_there_is_a_sentence(place: Place, known: str):
    assert (
        "没有共享库 db.example/nothing"
        in refused(place.url(known).set(database="nothing")).sentence.zh
    )


def test_a_password_is_hashed_in_the_server(place: Place):
    (found,) = place.server.sql(f"SELECT rolpassword FROM pg_authid WHERE rolname = '{BUTLER}'")
    assert str(found[0]).startswith("SCRAM-SHA-256$")


def test_a_server_that_is_away_is_away(place: Place, known: str):
    with closing(PostgresDatabase(place.url(known))) as database:
        place.server.stop()
        try:
            with pytest.raises(StoreAway), database.reading():
                pytest.fail("read from a server that is not there")
        finally:
            place.server.start()
        with database.reading() as connection:
            assert connection.exec_driver_sql("SELECT 1").scalar() == 1


def test_a_server_that_goes_away_meanwhile_is_away(place: Place, known: str):
    with (
        closing(PostgresDatabase(place.url(known))) as database,
        pytest.raises(StoreAway),
        database.editing() as connection,
    ):
        place.server.stop()
        place.server.start()
        connection.exec_driver_sql("SELECT 1")


def test_libpqs_own_files_are_read(place: Place, known: str, tmp_path, monkeypatch):
    passwords = tmp_path / "pgpass"
    passwords.write_text(f"{HOST}:{place.port}:*:{BUTLER}:{PASSWORD}\n", encoding="utf-8")
    passwords.chmod(0o600)
    monkeypatch.setenv("PGPASSFILE", str(passwords))
    assert asked(place.url(known)._replace(password=None)) is True
    services = tmp_path / "services"
    lines = {
        "host": HOST,
        "hostaddr": "127.0.0.1",
        "port": place.port,
        "dbname": place.database.database,
        "user": BUTLER,
        "sslrootcert": known,
    }
    told = "\n".join(f"{name}={value}" for name, value in lines.items())
    services.write_text(f"[butler]\n{told}\n", encoding="utf-8")
    monkeypatch.setenv("PGSERVICEFILE", str(services))
    assert asked(make_url("postgresql:///?service=butler")) is True
    # What a service file says of TLS does not count.
    services.write_text(f"[butler]\n{told}\nsslmode=disable\n", encoding="utf-8")
    assert asked(make_url("postgresql:///?service=butler")) is True
