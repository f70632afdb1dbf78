"""二、互联网信息服务信息: website or app, its person in charge, its access."""

from reportlab.platypus import Flowable

from butler_desktop.documents.pages.page import Paper, heading, section
from butler_desktop.documents.sheet import BODY_WIDTH
from butler_desktop.documents.styles import para
from butler_desktop.documents.tables import facts_table

REFUND = (
    "提交管局前可全额退订；提交后如无不可抗力、政策变更等特殊原因不予退订；"
    "备案不成功的全额退还；备案成功后不予退订。"
)


def service(paper: Paper) -> list[Flowable]:
    """The page's flowables."""
    content = paper.content
    shown = heading("二、互联网信息服务信息")
    for number, key in zip("一二三", ("service", "service_pic", "access"), strict=True):
        fields = content.section(key)
        if fields.rows:
            shown += section(f"（{number}）{fields.title}")
            shown.append(facts_table(fields.rows, BODY_WIDTH))
    shown += section("（四）费用与退订")
    shown.append(para(f"本次备案服务费 {content.fee} 元，已付。{REFUND}", "note", indent=18.4))
    return shown
