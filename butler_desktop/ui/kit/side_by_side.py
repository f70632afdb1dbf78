"""Side by side: two panes, and the widths that they had while only one of them is shown."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from butler_desktop.ui.kit.splitter import Splitter


class SideBySide(Splitter):
    """A list and its detail; the second takes what the window gains, and gives what it loses."""

    def __init__(self, first: QWidget, second: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._panes = first, second
        self._kept: list[int] = []
        self._is_laid_out = False
        for pane in self._panes:
            self.addWidget(pane)
        self.setStretchFactor(1, 1)
        self.splitterMoved.connect(self._keep)

    def setSizes(self, sizes: Sequence[int]) -> None:
        """Gives the panes these widths, and keeps them."""
        super().setSizes(sizes)
        self._keep()

    def show_panes(self, *, first: bool, second: bool, wanted: int) -> None:
        """Show one pane or both; ``wanted`` is the first one's width until the butler moved it."""
        has_both = first and second
        for pane, shown in zip(self._panes, (first, second), strict=True):
            pane.setVisible(shown)
        if has_both and self.isVisible() and not self._is_laid_out:
            width = self._kept[0] if self._kept else wanted
            self.setSizes([width, max(self.width() - width, 1)])
        self._is_laid_out = has_both and self.isVisible()

    def keep_sizes(self, sizes: list[int]) -> None:
        """Gives both the widths that they had, from the next showing of both on."""
        self._kept, self._is_laid_out = list(sizes), False

    def kept_sizes(self) -> list[int]:
        """The widths of both; while one is hidden, those they were last given."""
        return self.sizes() if self._is_laid_out else list(self._kept)

    def _keep(self) -> None:
        # Not read when a pane goes: by then the layout has squeezed both into the narrow page.
        self._kept = self.sizes()
