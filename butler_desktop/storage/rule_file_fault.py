"""Rule file faults: what is wrong with a file of a rulebook that cannot be read, in words."""

import tomllib
from collections.abc import Callable, Mapping
from typing import Any

from butler_desktop.words import Words

NAMES = ("id", "key", "code", "zh", "name")
"""By which a row is called, the surest first."""


class LacksColumn(KeyError):
    """A row without a column that it must have."""

    def __init__(self, row: str, column: str) -> None:
        super().__init__(column)
        self.row, self.column = row, column


class _Row(dict[str, Any]):
    """A table of a file that says which it is when a column is missing."""

    def __missing__(self, column: str) -> Any:
        names = (self[name] for name in NAMES if isinstance(self.get(name), str | int))
        raise LacksColumn(str(next(names, "")), column)


def fault_words(
    error: Exception, text: bytes, interpret: Callable[[Mapping[str, Any]], object]
) -> Words:
    """What is wrong with a file of which ``interpret`` raised ``error``.

    It is read once more, so that a sound file is never slowed down by being watched.
    """
    if isinstance(error, KeyError):
        error = _placed(error, text, interpret)
    if isinstance(error, LacksColumn):
        return Words("{row}缺少“{column}”一栏", "{row} lacks the column “{column}”").filled(
            row=_row_words(error.row), column=error.column
        )
    if isinstance(error, tomllib.TOMLDecodeError):
        return Words(f"写法不合 TOML：{error}", f"it is no TOML: {error}")
    if isinstance(error, FileNotFoundError):
        return Words("文件不在", "there is no such file")
    if isinstance(error, KeyError):
        return Words(f"不认识“{error.args[0]}”", f"“{error.args[0]}” is not known")
    return Words(f"有一栏的值不对：{error}", f"a value is wrong: {error}")


def _placed(
    error: KeyError, text: bytes, interpret: Callable[[Mapping[str, Any]], object]
) -> Exception:
    """The same fault, with its row where it lies in one."""
    try:
        interpret(_watched(tomllib.loads(text.decode("utf-8"))))
    except KeyError as found:
        return found
    return error


def _watched(value: Any) -> Any:
    if isinstance(value, dict):
        return _Row({name: _watched(held) for name, held in value.items()})
    return [_watched(held) for held in value] if isinstance(value, list) else value


def _row_words(row: str) -> Words:
    return Words(f"“{row}”这一行", f"the row “{row}”") if row else Words("文件", "the file")
