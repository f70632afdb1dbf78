"""Damage: what is told when something in the database cannot be read as what it is."""

from collections.abc import Iterator
from contextlib import contextmanager

from butler_desktop.errors import StoreUnavailable
from butler_desktop.words import Words

CURE = Words(
    "用 journal 订单号 --verify 核对，并从备份恢复。",
    "Check with journal ORDER --verify, and restore a backup.",
)


@contextmanager
def told_as_damage(sentence: Words) -> Iterator[None]:
    """Reads within; what cannot be read becomes StoreUnavailable with ``sentence``."""
    try:
        yield
    except (ValueError, TypeError, KeyError) as error:
        raise StoreUnavailable(sentence, CURE) from error
