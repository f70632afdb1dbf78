"""Column names: how this desk's exports call the fields of an order, learnt once and kept.

They lie beside the desk's attachments. A file that cannot be read loses only
comfort: the columns are named by hand again.
"""

import json
import logging
from collections.abc import Mapping
from pathlib import Path

from butler_desktop.domain.order_fields import FIELDS
from butler_desktop.storage.whole_file import write_whole

log = logging.getLogger(__name__)

FILE = ".columns.json"


class ColumnNames:
    """By the title of a column the field that it is read for; an empty one for none."""

    def __init__(self, attachments: Path) -> None:
        self._file = attachments / FILE

    def known(self) -> dict[str, str]:
        """What was learnt."""
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            log.warning("the names of columns are not read: %s", type(error).__name__)
            return {}
        if not isinstance(kept, dict):
            return {}
        return {str(title): key for title, key in kept.items() if key in ("", *FIELDS)}

    def learn(self, names: Mapping[str, str]) -> None:
        """Keeps these as well. Raises StoreUnavailable."""
        known = self.known()
        if not names.items() <= known.items():
            self._file.parent.mkdir(parents=True, exist_ok=True)
            text = json.dumps(known | dict(names), ensure_ascii=False, indent=1)
            write_whole(self._file, text.encode())

    def forget(self) -> None:
        """Knows none any more."""
        self._file.unlink(missing_ok=True)
