"""一、主办者信息: the subject and its person in charge."""

from reportlab.platypus import Flowable, Spacer

from butler_desktop.documents.pages.page import Paper, heading, section
from butler_desktop.documents.sheet import BODY_WIDTH
from butler_desktop.documents.styles import para
from butler_desktop.documents.tables import facts_table

HINTS = (
    "核对提示",
    "1. 主办者名称、证件号码、住所应与证件逐字一致。",
    "2. 手机号码用于管局短信核验，提交后 24 小时内须完成，请确保由本人使用且能接收短信。",
    "3. 请逐位核对证件号码与手机号码；本页仅供主办者核对，请勿转发。",
)


def sponsor(paper: Paper) -> list[Flowable]:
    """The page's flowables."""
    content = paper.content
    shown = heading("一、主办者信息")
    parts = (
        ("（一）备案类型", content.section("filing")),
        ("（二）主办者基本情况", content.section("subject")),
        ("（三）主体负责人", content.section("subject_pic")),
    )
    for title, fields in parts:
        if fields.rows:
            shown += [*section(title), facts_table(fields.rows, BODY_WIDTH)]
    shown.append(Spacer(0, 12))
    shown += [para(hint, "note") for hint in HINTS]
    return shown
