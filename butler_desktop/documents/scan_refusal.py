"""Refusals: why a customer's file cannot be used, each with what to do about it.

``REFUSALS`` holds sentence and cure by code; ``refusal(code)`` is the
exception to raise.
"""

from typing import Any

from butler_desktop.domain.scan import ScanFlag, Severity
from butler_desktop.errors import DocumentFailed
from butler_desktop.words import Words


class ScanRefused(DocumentFailed):
    """A customer's file that cannot be used; ``flag`` holds the code of the reason."""

    def __init__(self, code: str, sentence: Words, cure: Words) -> None:
        super().__init__(sentence, cure)
        self.flag = ScanFlag(code, Severity.REFUSED, sentence)


def refusal(code: str, **values: Any) -> ScanRefused:
    """The refusal ``code``, its slots filled with ``values``."""
    sentence, cure = REFUSALS[code]
    return ScanRefused(code, sentence.filled(**values), cure)


_ASK_AGAIN = Words("请客户重新发送原文件。", "Ask the customer to send the original again.")
_ASK_PICTURE = Words(
    "请客户发送 JPG、PNG 或 PDF 格式的扫描件。",
    "Ask the customer for a scan as JPG, PNG or PDF.",
)
_SAVE_AS = Words(
    "用看图软件另存为 JPG 后再附上。", "Save it as JPG with a picture viewer, then attach that."
)
_ASK_SMALLER = Words(
    "请客户重新拍摄，或按 300 dpi 重新扫描。",
    "Ask the customer for a new photo, or a new scan at 300 dpi.",
)
_OPENED = Words("在其他程序中能打开后，再附上。", "Attach it once another program can open it.")

REFUSALS: dict[str, tuple[Words, Words]] = {
    "not_found": (
        Words("“{name}”已不在原处。", "“{name}” is no longer there."),
        Words("重新选择文件。", "Choose the file again."),
    ),
    "not_a_file": (
        Words("“{name}”不是文件。", "“{name}” is not a file."),
        Words("打开文件夹，选择其中的扫描件。", "Open the folder and choose the scans in it."),
    ),
    "forbidden": (
        Words("没有读取“{name}”的权限。", "No permission to read “{name}”."),
        Words("复制到自己的文件夹后，再附上。", "Copy it to a folder of your own, then attach it."),
    ),
    "unreadable": (
        Words("“{name}”读不出来：{reason}。", "“{name}” cannot be read: {reason}."),
        _OPENED,
    ),
    "changed": (
        Words("“{name}”在读取时被改动。", "“{name}” was changed while it was read."),
        Words("等文件保存完，再附上。", "Attach it again once it is saved."),
    ),
    "empty": (Words("文件是空的，0 字节。", "The file is empty, 0 bytes."), _ASK_AGAIN),
    "too_big": (
        Words("文件大于 {most}，不能附上。", "The file is above {most} and cannot be attached."),
        _ASK_SMALLER,
    ),
    "damaged": (
        Words("{kind} 已损坏或不完整，打不开。", "The {kind} is damaged or cut short."),
        _ASK_AGAIN,
    ),
    "too_many_pixels": (
        Words(
            "图片 {width} × {height}，共 {millions} 万像素，上限 {most} 万。",
            "The picture is {width} × {height}, above the limit of {most_en} megapixels.",
        ),
        _ASK_SMALLER,
    ),
    "too_complex": (
        Words("{kind} 展开后过大，不能打开。", "The {kind} unpacks to too much and is not opened."),
        _ASK_AGAIN,
    ),
    "password": (
        Words("PDF 设有密码，打不开。", "The PDF is locked with a password."),
        Words("请客户发送没有密码的版本。", "Ask the customer for a copy without password."),
    ),
    "too_many_pages": (
        Words("PDF 超过 {most} 页，不能附上。", "The PDF has more than {most} pages."),
        Words("请客户只发送所需的页。", "Ask the customer for the pages that are needed."),
    ),
    "other_picture": (
        Words(
            "这是 {kind} 图片，材料只收 JPG、PNG 和 PDF。",
            "This is a {kind} picture; materials are JPG, PNG or PDF.",
        ),
        _SAVE_AS,
    ),
    "heic": (
        Words(
            "这是苹果手机的 HEIC 照片，材料只收 JPG、PNG 和 PDF。",
            "This is an iPhone photo (HEIC); materials are JPG, PNG or PDF.",
        ),
        Words(
            "请客户在手机“设置 → 相机 → 格式”选“兼容性最佳”后重拍，或用微信发送后另存。",
            "Ask the customer to choose Settings, Camera, Formats, Most Compatible and take it "
            "again.",
        ),
    ),
    "other_document": (
        Words("这是{kind}，不是扫描件。", "This is {kind_en}, not a scan."),
        _ASK_PICTURE,
    ),
    "cannot_fit": (
        Words("图片压缩后仍大于 {most}。", "The picture stays above {most} however it is packed."),
        _SAVE_AS,
    ),
    "not_a_picture": (
        Words("PDF 没有缩略图。", "A PDF has no thumbnail."),
        Words("打开后逐页查看。", "Open it to see its pages."),
    ),
    "unknown": (
        Words("内容不是图片，也不是 PDF。", "The content is neither a picture nor a PDF."),
        _ASK_PICTURE,
    ),
}
