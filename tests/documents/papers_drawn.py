"""Papers drawn for tests: cards, licences and photos of them, with the boxes of what they show."""

import random
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from butler_desktop import resources

Box = tuple[int, int, int, int]
LINES = (
    "统一社会信用代码 91310115MA5729JGGM",
    "名称 上海竹溪映雪文化传媒有限公司",
    "类型 有限责任公司（自然人投资或控股）",
    "法定代表人 郭俊杰",
    "经营范围 许可项目：出版物零售；广播电视节目制作经营。",
    "注册资本 壹佰万元整",
    "成立日期 2019年03月11日",
    "住所 上海市浦东新区云栖路18号",
)


@dataclass(frozen=True)
class Drawn:
    """A picture and what stands on it."""

    image: Image.Image
    boxes: tuple[Box, ...]


def paper(
    seed: int = 0,
    size: tuple[int, int] = (1654, 2339),
    ink: tuple[int, int, int] = (30, 30, 30),
    lines: int = 8,
    grain: int = 3,
) -> Drawn:
    """A sheet with a frame, a title, lines of text and a seal; ``grain`` as paper has it."""
    rng = random.Random(seed)
    tone = rng.randint(236, 252)
    image = _grained(size, (tone, tone - rng.randint(0, 6), tone - rng.randint(0, 10)), grain, rng)
    draw = ImageDraw.Draw(image)
    short, boxes = min(size), []
    edge = short // 22
    draw.rectangle((edge, edge, size[0] - edge, size[1] - edge), outline=(150, 60, 60), width=3)
    title = _font(short // 15)
    text = rng.choice(("营业执照", "居民身份证", "域名注册证书"))
    at = ((size[0] - draw.textlength(text, font=title)) / 2, edge * 1.8)
    draw.text(at, text, font=title, fill=(150, 20, 20))
    boxes.append(draw.textbbox(at, text, font=title))
    body = _font(short // rng.choice((26, 30, 36)))
    top, step = edge * 4.6, (size[1] - edge * 7) / max(lines, 1)
    for row in range(lines):
        at = (edge * rng.choice((1.8, 2.4)), top + row * step)
        line = rng.choice(LINES)
        draw.text(at, line, font=body, fill=ink)
        boxes.append(draw.textbbox(at, line, font=body))
    radius = short // 9
    x, y = size[0] - edge * 3 - radius, size[1] - edge * 3 - radius
    seal = (x - radius, y - radius, x + radius, y + radius)
    draw.ellipse(seal, outline=(200, 40, 40), width=max(short // 160, 2))
    boxes.append(seal)
    return Drawn(image, tuple((int(a), int(b), int(c) + 1, int(d) + 1) for a, b, c, d in boxes))


def on_table(drawn: Drawn, seed: int = 0, margin: float = 0.08, turn: float = 2.0) -> Image.Image:
    """A photo of a paper that lies on a table: all of it, a little askew, unevenly lit."""
    rng = random.Random(seed)
    image = drawn.image
    pad = round(max(image.size) * margin)
    tone = rng.choice(((96, 72, 52), (60, 62, 66), (150, 120, 90), (40, 60, 80)))
    table = _grained((image.width + 2 * pad, image.height + 2 * pad), tone, 6, rng)
    sheet = image.convert("RGBA").rotate(
        rng.uniform(-turn, turn), Image.Resampling.BICUBIC, expand=True
    )
    at = ((table.width - sheet.width) // 2, (table.height - sheet.height) // 2)
    table.paste(sheet, at, sheet)
    light = Image.linear_gradient("L").resize(table.size).point(lambda it: 255 - it // 5)
    dark = Image.new("RGB", table.size)
    return Image.composite(table, dark, light).filter(ImageFilter.GaussianBlur(0.6))


def cut(image: Image.Image, side: int, share: float) -> Image.Image:
    """A picture without ``share`` of its left (0), upper, right or lower (3) side."""
    width, height = image.size
    boxes = (
        (round(width * share), 0, width, height),
        (0, round(height * share), width, height),
        (0, 0, width - round(width * share), height),
        (0, 0, width, height - round(height * share)),
    )
    return image.crop(boxes[side])


def packed(image: Image.Image, form: str = "JPEG", **save: object) -> bytes:
    """The picture as a file."""
    out = BytesIO()
    image.save(out, form, **({"quality": 88} if form == "JPEG" else {}) | save)
    return out.getvalue()


def _grained(
    size: tuple[int, int], tone: tuple[int, int, int], grain: int, rng: random.Random
) -> Image.Image:
    """An even ground with the noise of a camera."""
    tile = Image.frombytes("L", (251, 241), bytes(rng.randrange(256) for _ in range(251 * 241)))
    noise = Image.new("L", size)
    for left in range(0, size[0], 251):
        for top in range(0, size[1], 241):
            noise.paste(tile, (left, top))
    parts = []
    for level in tone:
        low = level - grain
        parts.append(noise.point([low + it * 2 * grain // 255 for it in range(256)]))
    return Image.merge("RGB", parts)


def _font(size: int) -> ImageFont.FreeTypeFont:
    path = resources.folder("fonts") / "NotoSansSC-Regular.ttf"
    return ImageFont.truetype(str(path), size)
