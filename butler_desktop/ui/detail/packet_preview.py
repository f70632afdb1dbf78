"""Packet preview: a version page by page, with thumbnails, zoom, export and print."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from butler_desktop.ui.background import Background
from butler_desktop.ui.detail.packet_pages import PacketPages
from butler_desktop.ui.detail.page_strip import PageStrip
from butler_desktop.ui.detail.page_view import PageView
from butler_desktop.ui.fonts import Role
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button, Size
from butler_desktop.ui.kit.icon_button import IconButton
from butler_desktop.ui.kit.line_field import Edit
from butler_desktop.ui.kit.surface import Surface
from butler_desktop.ui.kit.text import Text
from butler_desktop.ui.measure import SMALL, px

STRIP_FROM = 420  # px at 100 %: narrower there is no room for thumbnails
WORDS_FROM = 560


class PacketPreview(Surface):
    """Shows a PDF; the buttons only ask."""

    export_wanted = Signal()
    print_wanted = Signal()
    delivery_wanted = Signal()

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self.pages = PacketPages(background, self)
        self.view = PageView(self.pages)
        self.strip = PageStrip(self.pages)
        self.page_edit = Edit()
        self.page_edit.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.page_edit.setAccessibleName(self.tr("Page"))
        self.page_edit.setFixedSize(px(32), px(SMALL))
        self._of = Text("", Role.META, "text_2")
        self._zoom = Text("", Role.META, "text_2")
        self.out_button = IconButton("zoom-out", self.tr("Smaller"), side=26)
        self.in_button = IconButton("zoom-in", self.tr("Larger"), side=26)
        self.fit_button = IconButton("file-text", self.tr("Whole page"), side=26)
        self.export_button = Button(self.tr("Export PDF"), icon="download", size=Size.SMALL)
        self.print_button = Button(self.tr("Print"), icon="printer", size=Size.SMALL)
        self.delivery_button = Button(self.tr("Record delivery"), icon="send", size=Size.SMALL)
        self._thumbnails = QScrollArea()
        self._thumbnails.setFrameShape(QScrollArea.Shape.NoFrame)
        self._thumbnails.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._thumbnails.setWidgetResizable(True)
        for bar_of in (
            self._thumbnails.setVerticalScrollBarPolicy,
            self._thumbnails.setHorizontalScrollBarPolicy,
        ):
            bar_of(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._thumbnails.setWidget(self._padded(self.strip))
        self._thumbnails.setFixedWidth(px(95))

        bar = Surface("surface", "b")
        row = HBox(bar, sides=(12, 7, 20, 8), gap=6)
        row.addWidget(self.page_edit)
        row.addWidget(self._of)
        row.addSpacing(px(10))
        row.addWidget(self.out_button)
        row.addWidget(self._zoom)
        row.addWidget(self.in_button)
        row.addWidget(self.fit_button)
        row.addStretch(1)
        for button in (self.export_button, self.print_button, self.delivery_button):
            row.addWidget(button)
        body = HBox()
        body.addWidget(self._thumbnails)
        body.addWidget(self.view, 1)
        stack = VBox(self)
        stack.addWidget(bar)
        stack.addLayout(body, 1)
        self._join()

    def show_pdf(self, pdf: bytes) -> None:
        """Show a version's pages; nothing for an empty file."""
        if pdf:
            self.pages.open(pdf)
        else:
            self.pages.close()

    def allow_delivery(self, allowed: bool) -> None:
        """Offer to record the delivery, where it can be."""
        self.delivery_button.setVisible(allowed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._thumbnails.setVisible(self.width() >= px(STRIP_FROM))
        wide = self.width() >= px(WORDS_FROM)
        for part in (self.out_button, self.in_button, self.fit_button, self._zoom):
            part.setVisible(wide or part is not self.fit_button)
        self.page_edit.setFixedSize(px(32), px(SMALL))

    def _padded(self, strip: QWidget) -> QWidget:
        ground = Surface("surface")
        VBox(ground).addWidget(strip, 0, Qt.AlignmentFlag.AlignTop)
        return ground

    def _join(self) -> None:
        self.pages.opened.connect(self._opened)
        self.view.current_changed.connect(self._tell)
        self.view.zoom_changed.connect(self._tell_zoom)
        self.strip.chosen.connect(self.view.go_to)
        self.page_edit.editingFinished.connect(self._go_typed)
        self.out_button.clicked.connect(lambda: self.view.step_zoom(-1))
        self.in_button.clicked.connect(lambda: self.view.step_zoom(1))
        self.fit_button.clicked.connect(lambda: self.view.set_zoom(None))
        self.export_button.clicked.connect(self.export_wanted)
        self.print_button.clicked.connect(self.print_wanted)
        self.delivery_button.clicked.connect(self.delivery_wanted)

    def allow_copies(self, allowed: bool) -> None:
        """Whether a copy may leave the program, as a file or on paper."""
        self.export_button.setVisible(allowed)
        self.print_button.setVisible(allowed)

    def _opened(self) -> None:
        count = len(self.pages.sizes)
        self.page_edit.setValidator(QIntValidator(1, max(count, 1), self.page_edit))
        self._of.setText(self.tr("/ %1 pages").replace("%1", str(count)))
        for button in (self.export_button, self.print_button):
            button.setEnabled(count > 0)
        self._tell(0)

    def _tell(self, page: int) -> None:
        self.page_edit.setText(str(page + 1) if self.pages.sizes else "")
        self.strip.set_current(page)
        here = self.strip.place(page).center()
        self._thumbnails.ensureVisible(here.x(), here.y(), 0, px(60))

    def _tell_zoom(self) -> None:
        self._zoom.setText(f"{round(self.view.zoom * 100)}%" if self.pages.sizes else "")

    def _go_typed(self) -> None:
        if self.page_edit.hasAcceptableInput():
            self.view.go_to(int(self.page_edit.text()) - 1)
