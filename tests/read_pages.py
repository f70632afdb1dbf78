"""Pages as text recognition hands them over, written down for tests."""

from butler_desktop.domain.read_line import Box, ReadLine


def line(text: str, left: float, top: float, score: float = 0.99, height: float = 0.04) -> ReadLine:
    """A line that begins at (left, top); a Chinese character is 0.02 of the page wide."""
    width = sum(0.012 if character.isascii() else 0.02 for character in text)
    return ReadLine(text, score, Box(left, top, left + width, top + height))


ID_FRONT = (
    line("姓名 郭俊杰", 0.1, 0.2),
    line("性别女民族汉", 0.1, 0.3),
    line("出生1993年10月17日", 0.1, 0.4),
    line("住址 上海市浦东新区云栖路", 0.1, 0.5),
    line("18号3幢", 0.16, 0.56),
    line("公民身份号码310115199310174879", 0.1, 0.7),
)
ID_BACK = (
    line("中华人民共和国居民身份证", 0.1, 0.1),
    line("签发机关 上海市公安局浦东分局", 0.1, 0.5),
    line("有效期限 2016.05.02-2026.05.02", 0.1, 0.6),
)
LICENCE = (
    line("营业执照", 0.4, 0.05),
    line("统一社会信用代码", 0.05, 0.12),
    line("91310115MA5729JGGM", 0.05, 0.18),
    line("名", 0.05, 0.3),
    line("称", 0.13, 0.3),
    line("上海竹溪映雪文化传媒有限公司", 0.18, 0.3),
    line("注册资本", 0.6, 0.3),
    line("壹佰万元整", 0.72, 0.3),
    line("类型 有限责任公司", 0.05, 0.37),
    line("成立日期", 0.6, 0.37),
    line("2019年03月11日", 0.72, 0.37),
    line("法定代表人", 0.05, 0.44),
    line("郭俊杰", 0.18, 0.44),
    line("营业期限", 0.6, 0.44),
    line("2019年03月11日至2039年03月10日", 0.72, 0.44),
    line("经营范围", 0.05, 0.51),
    line("软件开发；信息系统集成", 0.18, 0.51),
    line("服务；广告设计。", 0.18, 0.57),
    line("住所", 0.6, 0.51),
    line("上海市浦东新区", 0.72, 0.51),
    line("云栖路18号", 0.72, 0.57),
    line("登记机关", 0.6, 0.8),
)
"""The form of 2019: two columns, labels apart from their values."""
