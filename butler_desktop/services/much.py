"""Making much at once: Python's cycle collector rests meanwhile.

It would walk through all that was made, again and again, with the interpreter
held: a tenth of a second at a hundred thousand rows, in which no window is
painted. Rows have no cycles; what is let go is freed as ever.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def making_much() -> Iterator[None]:
    """What was made is left alone by the collector from then on."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()
