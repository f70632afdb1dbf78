"""Row state: how a row of a list stands while it is painted."""

from typing import NamedTuple


class RowState(NamedTuple):
    """Whether the row is selected, in an active view, under the pointer, checked."""

    selected: bool
    active: bool
    hover: bool
    checked: bool
