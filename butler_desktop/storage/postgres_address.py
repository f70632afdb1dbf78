"""The address of a shared database: how people say it, and that nobody listens on the way.

Off the machine a connection needs TLS with a verified certificate. What counts
is where libpq would really go: besides the URL's host, its ``host`` and
``hostaddr`` options and libpq's own environment can lead elsewhere.
"""

import os
import ssl
from collections.abc import MutableMapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import URL
from sqlalchemy.exc import ArgumentError

from butler_desktop.errors import StoreUnavailable
from butler_desktop.words import Words

NAMES_OF_THE_MACHINE = ("", "localhost", "127.0.0.1", "::1")
SURE = "verify-full"


def place_of(url: URL) -> str:
    """The server and database of a URL as people say it: ``server/name``."""
    host = url.host or url.query.get("host") or url.query.get("service") or "localhost"
    return f"{host}/{url.database or ''}".rstrip("/")


def secured(url: URL) -> URL:
    """The URL for psycopg; off the machine with TLS and a verified certificate.

    Raises StoreUnavailable where the URL asks for less, or is none.
    """
    url = url.set(drivername="postgresql+psycopg")
    if stays_on_the_machine(url):
        return url
    if url.query.get("sslmode", SURE) != SURE:
        raise StoreUnavailable(
            Words(
                f"到 {place_of(url)} 的连接没有要求核验证书。",
                f"The connection to {place_of(url)} would not verify the certificate.",
            ),
            Words("用 sslmode=verify-full。", "Use sslmode=verify-full."),
        )
    # Kerberos would take the place of TLS, certificate and all.
    query = {**url.query, "sslmode": SURE, "gssencmode": "disable"}
    if not (_service(url) or "PGSSLROOTCERT" in os.environ or _own_authorities().exists()):
        query.setdefault("sslrootcert", _authorities_of_the_system())
    return url.set(query=query)


@dataclass(frozen=True, slots=True)
class Address:
    """Where a shared database is and who signs in, as somebody types it.

    ``server`` is ``name``, ``name:port`` or the folder of a socket.
    """

    server: str
    database: str
    butler: str


def parts_of(url: URL) -> Address:
    """The address that a URL means."""
    host = url.host or str(url.query.get("host", ""))
    host = f"[{host}]" if ":" in host else host
    server = f"{host}:{url.port}" if url.port else host
    return Address(server, url.database or "", url.username or "")


def url_of(address: Address, like: URL | None = None) -> URL:
    """The URL of an address, with the options of ``like``. Raises StoreUnavailable for none."""
    query = {k: v for k, v in (like.query if like else {}).items() if k != "host"}
    host, port = address.server.strip(), ""
    if host.startswith("/"):
        host, query = "", {**query, "host": host}
    elif (end := host.rpartition(":"))[2].isdecimal() and (
        end[0].endswith("]") or ":" not in end[0]
    ):
        host, _, port = end
    if not (address.server.strip() and address.database.strip() and address.butler.strip()):
        raise StoreUnavailable(
            Words("共享库的地址不完整。", "The address of the shared database is not complete."),
            Words("填写服务器、库名和用户名。", "Give server, database and user name."),
        )
    return URL.create(
        "postgresql",
        address.butler.strip(),
        None,
        host.strip("[]") or None,
        int(port) if port else None,
        address.database.strip(),
        query,
    )


def stays_on_the_machine(url: URL) -> bool:
    """Whether a connection never leaves this machine. A service file may say anything."""
    if _service(url):
        return False
    options = _options(url)
    places = [options.get("host") or os.environ.get("PGHOST", "")]
    places.append(options.get("hostaddr") or os.environ.get("PGHOSTADDR", ""))
    return all(
        it in NAMES_OF_THE_MACHINE or it.startswith(("/", "@"))
        for place in places
        for it in str(place).split(",")
    )


def _options(url: URL) -> MutableMapping[str, Any]:
    """What the driver is told, where a URL may say the same thing in several ways."""
    try:
        return url.get_dialect()().create_connect_args(url)[1]
    except (ArgumentError, ValueError) as error:
        raise StoreUnavailable(
            Words(
                f"共享库的地址 {place_of(url)} 写法不对。",
                f"The address {place_of(url)} of the shared database is not written right.",
            ),
            Words(
                "写成 postgresql://用户名@服务器/库名。",
                "Write postgresql://butler@server/database.",
            ),
        ) from error


def _service(url: URL) -> str:
    return str(url.query.get("service") or os.environ.get("PGSERVICE", ""))


def _own_authorities() -> Path:
    """Where libpq looks for the authorities that this user trusts."""
    if os.name == "nt":
        return Path(os.environ.get("APPDATA", "")) / "postgresql" / "root.crt"
    return Path.home() / ".postgresql" / "root.crt"


def _authorities_of_the_system() -> str:
    """The file with the authorities that the system trusts.

    The driver's libpq brings an OpenSSL of its own, which does not know where
    that is; Python's does.
    """
    return ssl.get_default_verify_paths().cafile or "system"
