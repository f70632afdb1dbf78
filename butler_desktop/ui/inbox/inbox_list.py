"""The list of the inbox: one line a row, or two where it is narrow."""

from PySide6.QtGui import QResizeEvent

from butler_desktop.ui.inbox.inbox_rows import columns
from butler_desktop.ui.kit.block_model import BlockModel
from butler_desktop.ui.kit.list_view import ListView
from butler_desktop.ui.measure import px

ENOUGH = 660
"""The width from which all columns stand side by side."""


class InboxList(ListView):
    """Shows what came back, as wide as there is room."""

    def __init__(self, model: BlockModel) -> None:
        super().__init__(model, two_lines=False)
        self._is_narrow = False

    @property
    def is_narrow(self) -> bool:
        """Whether two facts stand in each column."""
        return self._is_narrow

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < px(ENOUGH)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self.set_two_lines(is_narrow, columns(narrow=is_narrow))
