"""The shipped table of initials."""

from pathlib import Path

from butler_desktop.domain.initials import Initials

TABLE = Path(__file__).parents[2] / "resources" / "initials" / "initials.txt"
INITIALS = Initials.from_lines(TABLE.read_text(encoding="utf-8").splitlines())
