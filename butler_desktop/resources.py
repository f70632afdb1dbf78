"""Resources: where the shipped files lie.

In a checkout that is the folder ``resources`` beside the package; in a wheel
or a frozen program it is ``_resources`` inside the package.
"""

from functools import lru_cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@lru_cache(maxsize=1)
def root() -> Path:
    """The folder of all shipped files."""
    packed = _PACKAGE / "_resources"
    return packed if packed.is_dir() else _PACKAGE.parent / "resources"


def folder(name: str) -> Path:
    """The folder ``name`` (``fonts``, ``icons``, ``rulebook`` …) of the shipped files."""
    return root() / name
