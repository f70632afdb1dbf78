"""Passwords: the one of a shared database, in the system's keyring where the butler wants that.

Nothing else keeps one. A password in a given URL is for that run; without
any, libpq looks into its own ``~/.pgpass`` and service file by itself. The
entry in the keyring is ``name@server/database``.
"""

from sqlalchemy import URL

from butler_desktop.storage import keyring_entry
from butler_desktop.storage.postgres_address import place_of
from butler_desktop.words import Words

SECRETS = ("password", "sslpassword")
"""The options of a URL that are secret."""

WITHOUT = Words(
    "密码可写在 ~/.pgpass，或每次启动时在地址中给出。",
    "Write it into ~/.pgpass, or give it in the address at each start.",
)
"""What to do where there is no keyring."""


def entry_of(url: URL) -> str:
    """What the password of a URL is called in the keyring."""
    return f"{url.username or url.query.get('user') or ''}@{place_of(url)}"


def is_by_password(url: URL) -> bool:
    """Whether a password may be asked for: not on a socket, nor where a service file says all."""
    has_name = url.username or url.query.get("user")
    is_socket = not url.host and str(url.query.get("host", "/")).startswith(("/", "@"))
    return bool(has_name) and not is_socket and "password" not in url.query


def stripped(url: URL) -> URL:
    """The URL without secrets, as it may be kept and shown."""
    query = {name: value for name, value in url.query.items() if name not in SECRETS}
    return url.set(query=query)._replace(password=None)


def kept(url: URL) -> str:
    """The password that the keyring keeps for a URL; empty where there is none."""
    return keyring_entry.kept(entry_of(url))


def keep(url: URL, password: str) -> None:
    """Keeps the password of a URL. Raises StoreUnavailable where there is no keyring."""
    keyring_entry.keep(entry_of(url), password, WITHOUT)


def forget(url: URL) -> None:
    """Takes the password of a URL out of the keyring, if it is there."""
    keyring_entry.forget(entry_of(url), WITHOUT)
