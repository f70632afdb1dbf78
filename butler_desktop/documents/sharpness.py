"""Sharpness of a photo: the variance of its Laplacian, seen at one size.

Drawn papers in black to grey ink have 420 and more, photographed on a table 700
and more; drawn out of focus by a five-hundredth of the long side, 8 and less.
"""

from PIL import Image, ImageFilter, ImageStat

LOOK = (1000, 1000)
"""The size at which it is looked at: what is blurred there nobody reads."""
LEAST_SIDE = 100
"""Pixels of the short side below which nothing can be said."""
_LAPLACIAN = (0, 1, 0, 1, -4, 1, 0, 1, 0)


def sharpness(image: Image.Image) -> float | None:
    """How sharp a picture within LOOK is; None where it is too small to say."""
    if min(image.size) < LEAST_SIDE:
        return None
    edges = image.convert("L").filter(ImageFilter.Kernel((3, 3), _LAPLACIAN, 1, 128))
    inner = edges.crop((1, 1, edges.width - 1, edges.height - 1))  # the rim is left as it was
    return float(ImageStat.Stat(inner).var[0])
