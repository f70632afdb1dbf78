"""The mark of a file whose work has moved to a shared database: it takes no act any more.

The mark is a trigger on the journal, so that a program of any version respects
it: each act writes a row there, or does not happen. The file stays as a backup.
"""

from sqlalchemy import Connection, text

from butler_desktop.errors import Refused
from butler_desktop.words import Words

MARK = "journal_moved"
SAYS = "the work has moved to "
"""What the trigger raises with, followed by where."""

_TRIGGER = f"""
CREATE TRIGGER {MARK} BEFORE INSERT ON journal
BEGIN
    SELECT RAISE(ABORT, '{SAYS}{{told}}');
END
"""
_KNOWN = text("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = :name")


def mark_moved(connection: Connection, place: str) -> None:
    """Has the file refuse every act from now on; ``place`` is where the work lives now."""
    told = place.replace("'", "''")
    connection.exec_driver_sql(
        _TRIGGER.format(told=told), execution_options={"no_parameters": True}
    )


def moved_to(connection: Connection) -> str:
    """Where the work of this file lives now; empty for a file that is worked in."""
    if connection.dialect.name != "sqlite":
        return ""
    sql = connection.scalar(_KNOWN, {"name": MARK})
    if sql is None:
        return ""
    return str(sql).partition(SAYS)[2].rpartition("')")[0].replace("''", "'")


def moved(file: str, place: str) -> Refused:
    """The refusal to act in a file whose work has moved to ``place``."""
    return Refused(
        Words(
            f"{file} 的数据已搬到共享库 {place}，这个文件只留作备份。",
            f"The work in {file} has moved to {place}; the file is kept as a backup.",
        ),
        Words("打开共享库继续。", "Open the shared database and go on there."),
    )
