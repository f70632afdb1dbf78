"""Dropped files: what of a drag can be attached: files of this machine."""

from pathlib import Path

from PySide6.QtCore import QMimeData


def has_files(mime: QMimeData) -> bool:
    """Whether the drag brings at least one file of this machine."""
    return any(url.isLocalFile() for url in mime.urls())


def dropped_files(mime: QMimeData) -> tuple[Path, ...]:
    """The files that the drag brings; links to the web are left out."""
    return tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
