"""Import steps: the four steps of an import, and which one it is at."""

from PySide6.QtWidgets import QWidget

from butler_desktop.ui.i18n import translate
from butler_desktop.ui.kit.steps import Steps

FILE, COLUMNS, CHECK, TAKE = range(4)


class ImportSteps(Steps):
    """From the file to the orders that were taken in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        words = (
            translate("ImportSteps", "Choose a file"),
            translate("ImportSteps", "Match columns"),
            translate("ImportSteps", "Check"),
            translate("ImportSteps", "Import"),
        )
        super().__init__(words, parent)
