"""A private PostgreSQL for tests: started when the first test wants it, gone afterwards.

It listens on a socket in a folder of its own, trusts whoever comes there, and
does not wait for the disk. Started as root it runs as another user, because
PostgreSQL refuses root. The newest server that the system has is taken.
"""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from contextlib import closing
from functools import cached_property
from itertools import count
from pathlib import Path

import psycopg
from sqlalchemy import URL

from butler_desktop.domain.role import Role
from butler_desktop.storage.postgres import PostgresDatabase
from butler_desktop.storage.shared import add_butler, init_shared

OWNER = "owner"
FILE_COPY_SINCE = 15
OTHER_USERS = ("postgres", "nobody")
RULES = """
local all all trust
host all all all scram-sha-256
"""


def programs() -> Path | None:
    """The folder with the programs of the newest server; None where there is none."""
    debian = Path("/usr/lib/postgresql")
    folders = sorted(debian.glob("*/bin"), key=lambda path: float(path.parent.name))
    found = shutil.which("initdb")
    folders = [*([Path(found).parent] if found else []), *folders]
    return next((it for it in reversed(folders) if (it / "pg_ctl").exists()), None)


class Server:
    """A running server; gives out databases that are set up as ``shared init`` does it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.data = folder, folder / "data"
        self.port = 5432
        self._serial = count(1)
        self._user = next(iter(_users()))
        folder.chmod(0o755)
        self.data.mkdir()
        if self._user:
            shutil.chown(folder, self._user)
            shutil.chown(self.data, self._user)
        self._run("initdb", "-U", OWNER, "-A", "trust", "--locale=C.UTF-8", "-E", "UTF8", "-N")
        (self.data / "pg_hba.conf").write_text(RULES)
        settings = {
            "listen_addresses": "''",
            "unix_socket_directories": f"'{folder}'",
            "fsync": "off",
            "full_page_writes": "off",
            "max_connections": "300",
            "timezone": "UTC",
        }
        self._set(settings)
        self.start()

    def start(self) -> None:
        """Starts the server and waits until it answers."""
        self._run("pg_ctl", "start", "-w", "-s", "-l", str(self.folder / "log"))

    def stop(self) -> None:
        """Stops it at once, as a power cut would, but for the disk."""
        self._run("pg_ctl", "stop", "-m", "immediate", "-s")

    def listen(self, certificate: bytes, key: bytes) -> int:
        """Listens on the network too, where it asks for passwords; returns the port."""
        self.stop()
        for name, content in (("server.crt", certificate), ("server.key", key)):
            (self.data / name).write_bytes(content)
            (self.data / name).chmod(0o600)
            if self._user:
                shutil.chown(self.data / name, self._user)
        with closing(socket.create_server(("127.0.0.1", 0))) as free:
            port: int = free.getsockname()[1]
        self._set({"listen_addresses": "'127.0.0.1'", "port": str(port), "ssl": "on"})
        self.port = port
        self.start()
        return port

    def use_tls(self, use: bool) -> None:
        """Whether it speaks TLS on the network."""
        self.stop()
        self._set({"ssl": "on" if use else "off"})
        self.start()

    def url(self, database: str = "postgres", user: str = OWNER) -> URL:
        """The address of a database for one user."""
        query = {"host": str(self.folder), "port": str(self.port)}
        return URL.create("postgresql", username=user, database=database, query=query)

    def empty(self) -> URL:
        """A database with nothing in it."""
        return self._made("TEMPLATE template0")

    def made(self) -> URL:
        """A database that is set up, with nothing in it."""
        # Without a disk to wait for, copied files are quicker than what the log would carry.
        how = "STRATEGY FILE_COPY" if self._version >= FILE_COPY_SINCE else ""
        return self._made(f'TEMPLATE "{self._template}" {how}')

    def drop(self, url: URL) -> None:
        """Takes a database away, whoever is still connected."""
        self.sql(f'DROP DATABASE "{url.database}" WITH (FORCE)')

    def signed_in(self, url: URL, name: str, role: Role = Role.BUTLER) -> URL:
        """The same database for somebody else, who is added where he is not known."""
        database = PostgresDatabase(url)
        add_butler(database, name, role)
        database.close()
        return url.set(username=name)

    def sql(self, statement: str, url: URL | None = None) -> list[tuple[object, ...]]:
        """What a bare client gets for a statement."""
        # As the dialect tells it: libpq's own URLs and SQLAlchemy's differ about spaces in names.
        chosen = (url or self.url()).set(drivername="postgresql+psycopg")
        chosen = chosen.get_dialect()().create_connect_args(chosen)[1]
        with psycopg.connect(**chosen, autocommit=True) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    @cached_property
    def _version(self) -> int:
        return int((self.data / "PG_VERSION").read_text())

    @cached_property
    def _template(self) -> str:
        url = self.empty()
        database = PostgresDatabase(url)
        init_shared(database)
        database.close()
        return str(url.database)

    def _made(self, how: str) -> URL:
        name = f"desk{next(self._serial)}"
        self.sql(f'CREATE DATABASE "{name}" {how}')
        url = self.url(name)
        if "template0" not in how:
            renew_epoch(url)
        return url

    def _set(self, settings: dict[str, str]) -> None:
        with (self.data / "postgresql.conf").open("a") as file:
            file.writelines(f"{name} = {value}\n" for name, value in settings.items())

    def _run(self, program: str, *arguments: str) -> None:
        folder = programs()
        assert folder is not None
        rights = {"user": self._user, "group": _group(self._user), "extra_groups": []}
        subprocess.run(
            [folder / program, "-D", self.data, *arguments],
            check=True,
            cwd=self.folder,
            stdout=subprocess.DEVNULL,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
            **(rights if self._user else {}),
        )


def renew_epoch(url: URL) -> None:
    """A copied database is another one: it begins a life of its own."""
    database = PostgresDatabase(url)
    init_shared(database)
    database.close()


def begun() -> Server:
    """A new server in a folder of its own; ``ended`` takes both away."""
    # A socket's path has a short limit: pytest's own folders are too deep.
    return Server(Path(tempfile.mkdtemp(prefix="butlerpg")))


def ended(server: Server) -> None:
    """Stops the server and takes its folder away."""
    server.stop()
    shutil.rmtree(server.folder)


def _users() -> list[str | None]:
    """Who may run the server: ourselves, or as root somebody else."""
    if os.geteuid() != 0:
        return [None]
    known = {entry.pw_name for entry in pwd.getpwall()}
    return [user for user in OTHER_USERS if user in known]


def _group(user: str | None) -> int:
    return pwd.getpwnam(user).pw_gid if user else -1
