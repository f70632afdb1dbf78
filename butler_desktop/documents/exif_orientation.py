"""EXIF orientation: the one tag that is read of a photo's EXIF block.

The tag (0x0112) says how the camera was held: 1 upright, 3 upside down, 6 and
8 on a side, the even and odd others mirrored.
"""

import struct

UPRIGHT = 1
_TAG, _SHORT = 0x0112, 3
_MOST_ENTRIES = 512


def orientation(block: bytes) -> int:
    """The orientation in a TIFF block, 1 to 8; 1 where the block has none or makes no sense."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(block[:4])
    if order is None:
        return UPRIGHT
    try:
        (start,) = struct.unpack_from(order + "I", block, 4)
        (entries,) = struct.unpack_from(order + "H", block, start)
        for number in range(min(entries, _MOST_ENTRIES)):
            tag, kind, count, value = struct.unpack_from(
                order + "HHIH", block, start + 2 + 12 * number
            )
            if (tag, kind, count) == (_TAG, _SHORT, 1):
                return value if 1 <= value <= 8 else UPRIGHT
    except struct.error:  # the block ends early
        return UPRIGHT
    return UPRIGHT
