"""Recognition: the text of a page, read on this machine by RapidOCR (an optional extra).

The engine works in a process of its own: it takes 450 MB and holds the
interpreter while it loads, and neither may ever hold the window. Its models
come in its wheel; nothing is fetched and no page leaves the machine.
"""

import os
from functools import cache
from importlib.util import find_spec
from multiprocessing import get_context
from threading import Lock
from typing import TYPE_CHECKING, Any

from butler_desktop.documents.file_signature import media_type
from butler_desktop.documents.pdf_drawing import draw_page
from butler_desktop.documents.picture_pixels import read_picture, small_picture
from butler_desktop.domain.read_line import Box, ReadLine
from butler_desktop.domain.scan import PDF
from butler_desktop.errors import DocumentFailed
from butler_desktop.words import Words

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    from PIL import Image

READING_SIDE = 2000
"""Pixels of the long side: A4 at 170 dpi; the engine reads no larger pictures."""

NICE = 5
"""The window goes before the reading."""


def can_recognise() -> bool:
    """Whether the engine is installed."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


class Recogniser:
    """Reads pages, one at a time; its process starts with the first and ends with ``close``."""

    def __init__(self) -> None:
        self._turn = Lock()
        self._ending = Lock()
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def read(self, data: bytes, page: int = 0) -> tuple[ReadLine, ...]:
        """The lines on a page (from 0) of a JPG, PNG or PDF file, from above to below.

        Raises DocumentFailed where the file cannot be drawn or the engine
        broke off; the next page is read by another process then.
        """
        image = _drawn(data, page)
        with self._turn:
            try:
                pipe = self._opened()
                pipe.send((image.size, image.tobytes()))
                lines: tuple[ReadLine, ...] | None = pipe.recv()
            except (EOFError, OSError):
                lines = None
            if lines is None:
                self.close()
                raise DocumentFailed(
                    Words("文字识别意外中断。", "Text recognition broke off."),
                    Words("再打开一次这份材料。", "Open the paper again."),
                )
            return lines

    def close(self) -> None:
        """Ends the process; a page that it is at is given up."""
        with self._ending:
            process, self._process = self._process, None
        if process is not None:
            process.terminate()
            process.join()
            process.close()

    def _opened(self) -> "Connection":
        """The pipe to the process, which is started where there is none."""
        if self._process is None or self._pipe is None:
            context = get_context("spawn")
            self._pipe, far = context.Pipe()
            self._process = context.Process(target=_serve, args=(far,), daemon=True)
            self._process.start()
            far.close()  # so that its end is heard of
        return self._pipe


def _drawn(data: bytes, page: int) -> "Image.Image":
    kind, box = media_type(data), (READING_SIDE, READING_SIDE)
    if kind == PDF:
        return draw_page(data, page, box).convert("RGB")
    return small_picture(read_picture(data, kind), kind, box)


def _serve(pipe: "Connection") -> None:
    """What the process does: read what comes until nobody asks any more."""
    if hasattr(os, "nice"):
        os.nice(NICE)
    while True:
        try:
            size, pixels = pipe.recv()
        except EOFError:
            return
        pipe.send(_read(size, pixels))


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "EngineConfig.onnxruntime.intra_op_num_threads": max((os.cpu_count() or 2) // 2, 1),
        }
    )


def _read(size: tuple[int, int], pixels: bytes) -> tuple[ReadLine, ...]:
    """Runs in the process."""
    from PIL import Image

    width, height = size
    found = _engine()(Image.frombytes("RGB", size, pixels))
    if found.boxes is None:
        return ()
    lines = []
    for corners, text, score in zip(found.boxes, found.txts, found.scores, strict=True):
        across, down = corners[:, 0] / width, corners[:, 1] / height
        box = Box(*map(float, (across.min(), down.min(), across.max(), down.max())))
        lines.append(ReadLine(text, float(score), box))
    # An upside-down page is read in the order of its own lines.
    return tuple(sorted(lines, key=lambda line: (line.box.top, line.box.left)))
