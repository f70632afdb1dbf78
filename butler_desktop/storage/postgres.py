"""PostgreSQL: the database that a team shares; each butler signs in as his own role.

Editing is READ COMMITTED: ``Work`` locks the order that it is about to change,
so the second of two desks waits some milliseconds and then sees what the first
one did. Reading is REPEATABLE READ, one moment. A connection off the machine
needs TLS with a verified certificate. Passwords come from the system's keyring
or from libpq's own files, never from settings.
"""

import contextlib
from typing import Any

import psycopg
from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from butler_desktop.domain.canonical import json_text
from butler_desktop.errors import (
    ButlerError,
    Refused,
    StoreAway,
    StoreUnavailable,
)
from butler_desktop.storage.database import Database
from butler_desktop.storage.passwords import is_by_password, kept
from butler_desktop.storage.postgres_address import place_of, secured
from butler_desktop.words import Words

CONNECT_SECONDS = 5
"""How long a desk waits for the server before it says that it is offline."""

REFUSED_BY_US = "BU001"
"""The SQLSTATE with which the schema's own triggers refuse."""

_SESSION = (
    "-c timezone=UTC -c statement_timeout=60000 -c lock_timeout=10000"
    " -c idle_in_transaction_session_timeout=60000"
)


class PostgresDatabase(Database):
    """The database at a URL ``postgresql://butler@server/name``."""

    is_shared = True
    to_read = {  # noqa: RUF012 - never changed
        "isolation_level": "REPEATABLE READ",
        "postgresql_readonly": True,
    }
    to_edit = {"isolation_level": "READ COMMITTED"}  # noqa: RUF012

    def __init__(self, url: URL, station: str = "") -> None:
        self.url = secured(url)
        self.engine = _engine(self.url, station)

    @property
    def name(self) -> str:
        return place_of(self.url)

    def told(self, error: DBAPIError) -> ButlerError:
        cause = error.orig
        code = getattr(cause, "sqlstate", None)
        said = _said(cause)
        if code is None or code[:2] == "08" or code in ("57P01", "57P02", "57P03"):
            return _away(self.name, cause)
        if code[:2] == "28":
            return StoreUnavailable(
                Words(f"共享库 {self.name} 不接受这次登录。", f"{self.name} refused the sign-in."),
                Words("检查用户名和密码。", "Check the user name and the password."),
            )
        if code == "3D000":
            return StoreUnavailable(
                Words(f"没有共享库 {self.name}。", f"There is no database {self.name}."),
                Words("检查库名。", "Check its name."),
            )
        if code == REFUSED_BY_US:
            return Refused(Words(f"共享库拒绝：{said}。", f"The shared database refused: {said}."))
        if code == "42501":
            return Refused(
                Words("您在共享库中的权限不允许这一步。", "Your role does not allow this."),
                Words("请主管处理，或请管理员调整权限。", "Ask a supervisor or the administrator."),
            )
        if code in ("42P01", "3F000"):
            return StoreUnavailable(
                Words(f"共享库 {self.name} 还没有建好。", f"{self.name} is not set up yet."),
                Words("请管理员运行 shared init。", "Have its owner run shared init."),
            )
        if code == "23505":
            return Refused(
                Words("别人刚用了同一个编号，没有写入。", "Somebody just took the same number."),
                Words("再做一次。", "Do it again."),
            )
        if code in ("40001", "40P01", "55P03", "57014"):
            return StoreUnavailable(
                Words(f"共享库 {self.name} 正忙。", f"The database {self.name} is busy."),
                Words("稍后再试。", "Try again in a moment."),
            )
        if code == "53100":
            return StoreUnavailable(
                Words(f"共享库 {self.name} 的磁盘已满。", f"The disk of {self.name} is full."),
                Words("请管理员腾出空间。", "Have its administrator make room."),
            )
        return StoreUnavailable(
            Words(f"共享库 {self.name} 出错。", f"The database {self.name} failed."),
            Words(f"数据库的说法：{said}", f"The database says: {said}"),
        )


def _engine(url: URL, station: str) -> Engine:
    engine = create_engine(
        url,
        json_serializer=json_text,
        hide_parameters=True,
        pool_pre_ping=True,
        connect_args={
            "connect_timeout": CONNECT_SECONDS,
            "keepalives_idle": 10,
            "keepalives_interval": 5,
            "keepalives_count": 3,
            "tcp_user_timeout": 15_000,
            "application_name": f"butler_desktop {station}".strip(),
            "options": _SESSION,
        },
    )
    if not url.password and is_by_password(url):

        @event.listens_for(engine, "do_connect")
        def _with_kept_password(_dialect: Any, _record: Any, _args: Any, given: Any) -> None:
            if password := kept(url):
                given["password"] = password

    return engine


def _said(cause: BaseException | None) -> str:
    """The server's own sentence, without its DETAIL: that may carry a row's values."""
    if isinstance(cause, psycopg.Error):
        with contextlib.suppress(AttributeError):
            return cause.diag.message_primary or type(cause).__name__
    return type(cause).__name__


NOT_SIGNED_IN = ("password", "authentication", "pg_hba.conf", "认证")
NOT_SURE = ("certificate", "does not support ssl")
NOT_THERE = ("does not exist", "不存在")
"""What a server that was reached says, in the languages that servers here speak."""


def _away(name: str, cause: BaseException | None) -> ButlerError:
    """The error of a connection that was not made, or broke: libpq gives it no code."""
    text = str(cause).lower()
    if any(sign in text for sign in NOT_SURE):
        return StoreUnavailable(
            Words(f"{name} 的证书核验不过。", f"The certificate of {name} cannot be verified."),
            Words("请管理员检查服务器证书。", "Have its administrator check the certificate."),
        )
    if any(sign in text for sign in NOT_SIGNED_IN):
        return StoreUnavailable(
            Words(f"共享库 {name} 不接受这次登录。", f"{name} refused the sign-in."),
            Words("检查用户名和密码。", "Check the user name and the password."),
        )
    if any(sign in text for sign in NOT_THERE):
        return StoreUnavailable(
            Words(f"没有共享库 {name}，或没有这个用户。", f"There is no {name}, or no such user."),
            Words("检查库名和用户名。", "Check its name and the user."),
        )
    return StoreAway(
        Words(f"连不上共享库 {name}。", f"The shared database {name} cannot be reached."),
        Words(
            "检查地址和网络；窗口会自动重连。",
            "Check address and network; the window tries again by itself.",
        ),
    )
