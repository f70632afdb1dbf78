"""Workbook refusals: why a file is not the table that was wanted, and what to do instead."""

import re
from dataclasses import dataclass

from butler_desktop.errors import ImportRefused
from butler_desktop.words import Words

OLE = b"\xd0\xcf\x11\xe0"
"""How .xls files begin, and .xlsx files behind a password."""

ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

_OTHERS = (
    (b"%PDF-", Words("PDF", "a PDF")),
    (b"\x89PNG", Words("图片", "a picture")),
    (b"\xff\xd8\xff", Words("图片", "a picture")),
    (b"GIF8", Words("图片", "a picture")),
    (b"Rar!", Words("压缩包", "an archive")),
    (b"7z\xbc\xaf", Words("压缩包", "an archive")),
    (b"\x1f\x8b", Words("压缩包", "an archive")),
)
_MARKUP = re.compile(rb"\s*<(\?xml|!doctype|html|table|meta|style)", re.IGNORECASE)
_SAVE_AS = Words("用 Excel 或 WPS 打开，另存为 .xlsx。", "Open it in a spreadsheet, save as .xlsx.")
_EXPORT = Words("从销售控制台重新导出。", "Export it from the sales console again.")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the file should have been, and how one comes by another."""

    words: Words
    again: Words


ORDERS = Wanted(Words("订单表", "order table"), _EXPORT)


def insist_on_text(name: str, data: bytes, wanted: Wanted = ORDERS) -> None:
    """Raises ImportRefused where ``data`` is a file of a kind that is known and no CSV."""
    if data.startswith(OLE):
        raise _behind_password(name) if ENCRYPTED in data else _old_excel(name)
    for start, kind in _OTHERS:
        if data.startswith(start):
            raise ImportRefused(_is(name, kind, wanted), wanted.again)
    if _MARKUP.match(data[:200].removeprefix(b"\xef\xbb\xbf")):
        page = Words("网页表格", "a table of a web page")
        raise ImportRefused(_is(name, page, wanted), _SAVE_AS)


def not_there(name: str) -> ImportRefused:
    """No file of that name."""
    return ImportRefused(
        Words(f"没有文件 {name}。", f"There is no file {name}."),
        Words("检查文件名和文件夹。", "Check its name and folder."),
    )


def unreadable(name: str, error: OSError) -> ImportRefused:
    """The system does not let us read it."""
    return ImportRefused(
        Words(f"读不了 {name}：{error.strerror}。", f"{name} cannot be read: {error.strerror}."),
        Words("检查文件是否还在、是否有权限。", "Check that it is there and may be read."),
    )


def empty(name: str, wanted: Wanted = ORDERS) -> ImportRefused:
    """Nothing in it."""
    return ImportRefused(Words(f"{name} 里没有内容。", f"{name} is empty."), wanted.again)


def damaged(name: str) -> ImportRefused:
    """A workbook that is not whole."""
    return ImportRefused(
        Words(f"{name} 已损坏，读不出表格。", f"{name} is damaged: no table can be read."),
        Words("请重新导出或重新下载。", "Export or download it again."),
    )


def no_workbook(name: str) -> ImportRefused:
    """An archive of something else: a letter, an OpenDocument table, just files."""
    return ImportRefused(
        Words(f"{name} 不是 Excel 工作簿。", f"{name} is no Excel workbook."), _SAVE_AS
    )


def bomb(name: str, wanted: Wanted = ORDERS) -> ImportRefused:
    """A small file that would fill the memory."""
    return ImportRefused(
        Words("{name} 解开后大得不像{what}。", "{name} unpacks to far more than a table.").filled(
            name=name, what=wanted.words
        ),
        wanted.again,
    )


def too_large(name: str, most_mb: int) -> ImportRefused:
    """A file that no export makes."""
    return ImportRefused(
        Words(f"{name} 大于 {most_mb} MB。", f"{name} is above {most_mb} MB."),
        Words("分成几个文件导入。", "Split it into several files."),
    )


def too_wide(name: str, last_row: int, last_column: int) -> ImportRefused:
    """A sheet whose last cell lies far out, often a stray one."""
    return ImportRefused(
        Words(
            f"{name} 的内容一直到第 {last_row} 行、第 {last_column} 列，超出 10 万行。",
            f"{name} reaches row {last_row}, column {last_column}: more than can be taken.",
        ),
        Words(
            "删掉远处多余的单元格，或分成几个文件。",
            "Delete stray cells far out, or split it into several files.",
        ),
    )


def unknown_encoding(name: str) -> ImportRefused:
    """Neither a workbook nor a text in an encoding that offices write."""
    return ImportRefused(
        Words(
            f"{name} 不是 .xlsx，也不是 UTF-8 或 GB18030 的 CSV。",
            f"{name} is neither .xlsx nor CSV in UTF-8 or GB18030.",
        ),
        _SAVE_AS,
    )


def _behind_password(name: str) -> ImportRefused:
    return ImportRefused(
        Words(f"{name} 设了打开密码。", f"{name} is behind a password."),
        Words("去掉密码，保存后再导入。", "Take the password off, save, import again."),
    )


def _old_excel(name: str) -> ImportRefused:
    return ImportRefused(
        Words(f"{name} 是旧格式 .xls。", f"{name} is an old .xls file."),
        Words("另存为 .xlsx 后再导入。", "Save it as .xlsx and import that."),
    )


def _is(name: str, kind: Words, wanted: Wanted) -> Words:
    gap = " " if kind.zh[0].isascii() else ""
    told = Words("{name} 是{gap}{kind}，不是{what}。", "{name} is {kind}, no {what}.")
    return told.filled(name=name, gap=gap, kind=kind, what=wanted.words)
