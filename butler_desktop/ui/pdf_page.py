"""PDF pages: one page of a PDF as a picture, drawn while the window goes on.

QtPdf's own ``render`` holds Python's lock from beginning to end, and every
window of the program with it. Its page renderer draws on a thread of its own;
the worker that asks waits in an event loop, which holds no lock.

Not for the UI thread.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QBuffer, QByteArray, QEventLoop, QIODevice, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions, QPdfPageRenderer

from butler_desktop.errors import DocumentFailed
from butler_desktop.words import Words

BAND = 256
"""Rows laid on white at once: between two bands the window gets its turn.

A page at 300 dpi has 35 MB, and to fill them alone took 40 ms, all of it with the lock.
"""


def page_sizes(data: bytes) -> tuple[QSizeF, ...]:
    """The sizes of all pages in points. Raises DocumentFailed."""
    with _opened(data) as document:
        return tuple(document.pagePointSize(page) for page in range(document.pageCount()))


def draw_page(data: bytes, page: int, box: QSize) -> tuple[QImage, QSizeF]:
    """A page (from 0) on white, as large as ``box`` allows, and its size in points.

    Raises DocumentFailed where the PDF has no such page or cannot be opened.
    """
    with _opened(data) as document:
        if page >= document.pageCount():
            raise _unopened(page)
        points = document.pagePointSize(page)
        size = points.scaled(box, Qt.AspectRatioMode.KeepAspectRatio).toSize()
        drawn = _rendered(document, page, size.expandedTo(QSize(1, 1)))
    if drawn.isNull():
        raise _unopened(page)
    paper = QImage(drawn.size(), QImage.Format.Format_RGB32)
    painter = QPainter(paper)
    for top in range(0, drawn.height(), BAND):
        painter.fillRect(0, top, drawn.width(), BAND, QColor("white"))
        painter.drawImage(0, top, drawn, 0, top, drawn.width(), BAND)
    painter.end()
    return paper, points


def _rendered(document: QPdfDocument, page: int, size: QSize) -> QImage:
    drawn: list[QImage] = []
    waiting = QEventLoop()
    renderer = QPdfPageRenderer()
    renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
    renderer.setDocument(document)

    def take(
        _page: int, _size: QSize, image: QImage, _how: QPdfDocumentRenderOptions, _number: int
    ) -> None:
        drawn.append(image)
        waiting.quit()

    renderer.pageRendered.connect(take)
    if renderer.requestPage(page, size):
        waiting.exec()
    return drawn[0] if drawn else QImage()


@contextmanager
def _opened(data: bytes) -> Iterator[QPdfDocument]:
    held = QByteArray(data)  # the buffer reads it, and does not own it
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    try:
        if document.status() is not QPdfDocument.Status.Ready:
            raise _unopened(0)
        yield document
    finally:
        document.close()


def _unopened(page: int) -> DocumentFailed:
    return DocumentFailed(
        Words(f"PDF 第 {page + 1} 页打不开。", f"Page {page + 1} of the PDF cannot be opened."),
        Words("请客户重新发送原文件。", "Ask the customer to send the original again."),
    )
