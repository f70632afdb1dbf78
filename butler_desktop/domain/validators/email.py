"""E-mail addresses: one @, a dot in the domain, ASCII, at most 100 characters."""

import re

from butler_desktop.domain.validators import tidy
from butler_desktop.domain.validators.validated import Validated
from butler_desktop.words import Words

MAX_LENGTH = 100
LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")


def validate(text: str) -> Validated:
    """The address in ``text``, its domain in lower case."""
    value = tidy.email(text)
    return Validated(value, _fault(value))


def _fault(value: str) -> Words | None:
    count = value.count("@")
    if count != 1:
        return Words(f"应有一个 @，现有 {count} 个", f"one @ expected, {count} given")
    if not value.isascii():
        return Words("只能用英文字母、数字和符号", "only ASCII characters are possible")
    if len(value) > MAX_LENGTH:
        return Words(f"超过 {MAX_LENGTH} 个字符", f"longer than {MAX_LENGTH} characters")
    local, _, domain = value.partition("@")
    if not LOCAL.fullmatch(local):
        return Words("@ 前的部分不合规则", "the part before the @ is not possible")
    labels = domain.split(".")
    if len(labels) < 2 or not all(LABEL.fullmatch(label) for label in labels):
        return Words("@ 后不是域名", "the part after the @ is no domain")
    return None
