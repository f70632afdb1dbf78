"""Settings: what one desk remembers between starts, in one small JSON file.

The values are frozen; a change makes a new value and saves it whole. Keys that
a newer version wrote survive. Places are those of the operating system.
"""

import json
import os
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import platformdirs

from butler_desktop import PROGRAM
from butler_desktop.domain.ids import new_id
from butler_desktop.domain.mail_account import MailAccount, Security, read_account
from butler_desktop.domain.reminder_hours import REMINDER_HOURS, hours_text, read_hours
from butler_desktop.words import Words

LANGUAGES = ("zh_CN", "en")
SCHEMES = ("system", "light", "dark")
YES, NO = "yes", "no"
ALLOWED = {
    "language": LANGUAGES,
    "scheme": SCHEMES,
    "mail_security": tuple(Security),
    "mail_reminders": (YES, NO),
}
"""What some of the settings can be."""

SET_ASIDE = Words(
    "设置文件已损坏，已改名为 {name} 留存，现使用默认设置。",
    "The settings file was damaged; it is kept as {name}, and the defaults are used.",
)
UNREADABLE = Words(
    "设置文件 {name} 无法读取（{why}），现使用默认设置。",
    "The settings file {name} cannot be read ({why}); the defaults are used.",
)
UNKNOWN_VALUE = Words(
    "设置项 {key} 的值无效，已用默认值代替。",
    "The setting {key} has no valid value; its default is used.",
)
_PASSWORDS = (
    (re.compile(r"^(postgres(?:ql)?(?:\+\w+)?://[^:/]*):[^@]*@"), r"\1@"),
    (re.compile(r"(?<=[?&])(?:ssl)?password=[^&]*&?"), ""),
)

UNWRITABLE = Words(
    "设置无法保存到 {name}：请检查该文件夹的权限与磁盘空间。",
    "The settings cannot be saved to {name}: check the folder's permissions and free space.",
)


@dataclass(frozen=True, slots=True)
class Settings:
    """What one desk remembers between starts."""

    language: str = "zh_CN"
    """``zh_CN`` or ``en``."""
    scheme: str = "system"
    """``system``, ``light`` or ``dark``."""
    butler: str = ""
    """The name of the butler who sits here, as it stands in the journal and on paper."""
    database: str = ""
    """The database last chosen: a file path or an SQLAlchemy URL; empty is the default file.

    Never with a password.
    """
    reminders: str = hours_text(REMINDER_HOURS)
    """Hours before the confirmation deadline at which the customer is reminded of it."""
    certificate: str = ""
    """The company's PKCS#12 file, with which packets are signed; empty where none is."""
    mail_server: str = ""
    """``smtp.example.cn`` or ``smtp.example.cn:465``; empty where nothing goes out by e-mail."""
    mail_security: str = Security.TLS.value
    mail_user: str = ""
    mail_sender: str = ""
    """The address that mail to customers is from."""
    mail_reminders: str = NO
    """``yes`` where reminders of the deadline go out by themselves."""
    station: str = field(default_factory=new_id)
    """The lasting identifier of this desk, in every act it makes."""

    @property
    def reminder_hours(self) -> tuple[int, ...]:
        """The same as numbers."""
        return read_hours(self.reminders) or REMINDER_HOURS

    @property
    def mail_account(self) -> MailAccount | None:
        """From where mail goes out; None where nothing is set, or nothing that can be."""
        account = read_account(
            self.mail_server,
            self.mail_security,
            self.mail_user,
            self.mail_sender,
            reminds=self.mail_reminders == YES,
        )
        return account if isinstance(account, MailAccount) else None


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings as they were read, and what the butler should be told about that."""

    settings: Settings
    notices: tuple[Words, ...] = ()


def default_path() -> Path:
    """Where the settings of this user lie."""
    return platformdirs.user_config_path(PROGRAM, appauthor=False) / "settings.json"


def default_database() -> Path:
    """The database file of a desk that never chose one."""
    return platformdirs.user_data_path(PROGRAM, appauthor=False) / "butler.db"


def database(
    settings: Settings, given: str = "", environment: Mapping[str, str] = os.environ
) -> str:
    """The database to open: ``given``, else ``BUTLER_DATABASE``, else the chosen, else the default.

    A file path or an SQLAlchemy URL.
    """
    chosen = given or environment.get("BUTLER_DATABASE", "") or settings.database
    return chosen or str(default_database())


def without_password(database: str) -> str:
    """A file path or URL as it may be kept and shown."""
    if database.startswith("postgres"):
        for secret, rest in _PASSWORDS:
            database = secret.sub(rest, database)
    return database.rstrip("?&") if database.startswith("postgres") else database


def load(path: Path | None = None) -> Loaded:
    """The settings of this desk; never fails.

    A first start writes the file, so that ``station`` lasts. A file that
    cannot be read is set aside under another name; a single bad value gives
    way to its default. Both are said in the notices.
    """
    path = path or default_path()
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return _first(path)
    except ValueError:
        return _first(path, _set_aside(path))
    except OSError as error:
        return Loaded(Settings(), (_not_read(path, error),))
    if not isinstance(document, dict):
        return _first(path, _set_aside(path))
    return _read(path, document)


def save(settings: Settings, path: Path | None = None) -> None:
    """Write ``settings`` whole: after a crash the file is the old one or the new one.

    Raises OSError.
    """
    import tempfile

    path = path or default_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    document = _kept(path) | asdict(settings)
    document["database"] = without_password(settings.database)
    text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".new")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


def _first(path: Path, *notices: Words) -> Loaded:
    settings = Settings()
    return Loaded(settings, (*notices, *_save_or_say(settings, path)))


def _read(path: Path, document: dict[str, object]) -> Loaded:
    given: dict[str, str] = {}
    notices: list[Words] = []
    for key in Settings.__slots__:
        value = document.get(key)
        is_known = isinstance(value, str) and value in ALLOWED.get(key, (value,))
        if is_known and (key != "reminders" or read_hours(str(value))):
            given[key] = str(value)
        elif key in document:
            notices.append(UNKNOWN_VALUE.filled(key=key))
    if given.get("station"):
        return Loaded(Settings(**given), tuple(notices))
    settings = Settings(**(given | {"station": new_id()}))
    return Loaded(settings, (*notices, *_save_or_say(settings, path)))


def _save_or_say(settings: Settings, path: Path) -> tuple[Words, ...]:
    try:
        save(settings, path)
    except OSError:
        return (UNWRITABLE.filled(name=str(path)),)
    return ()


def _kept(path: Path) -> dict[str, object]:
    """What the file holds now; nothing where there is none that can be read."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return document if isinstance(document, dict) else {}


def _set_aside(path: Path) -> Words:
    kept = path.with_name(f"{path.name}.{datetime.now(UTC):%Y%m%dT%H%M%SZ}.broken")
    try:
        path.replace(kept)
    except OSError as error:
        return _not_read(path, error)
    return SET_ASIDE.filled(name=kept.name)


def _not_read(path: Path, error: OSError) -> Words:
    return UNREADABLE.filled(name=str(path), why=str(error.strerror))
