"""封面: what it is, for whom, until when."""

from reportlab.platypus import Flowable, HRFlowable, Spacer, Table

from butler_desktop.documents.pages.page import Paper
from butler_desktop.documents.styles import INK, mixed, para
from butler_desktop.documents.tables import plain_facts

INNER = 405.0
CONTENTS = (
    ("sponsor", "一、主办者信息"),
    ("service", "二、互联网信息服务信息"),
    ("materials", "三、材料目录"),
    ("commitment", "四、备案承诺书"),
    ("history", "五、版本改动与确认记录"),
    ("answer", "六、确认与退回（请签署本页并回传）"),
)


def cover(paper: Paper) -> list[Flowable]:
    """The cover's flowables."""
    content = paper.content
    return [
        Spacer(0, 46),
        para("互联网信息服务", "title"),
        para("备案信息确认书", "title"),
        Spacer(0, 6),
        para(f"（{content.service_kind} · {content.filing_kind}）", "subtitle"),
        Spacer(0, 12),
        HRFlowable(width=54, thickness=1.6, color=INK, spaceAfter=22),
        _facts(paper),
        Spacer(0, 26),
        _deadline(paper),
        Spacer(0, 22),
        _contents(paper),
        Spacer(0, 22),
        para(f"备案管家服务中心　　{content.made_on}", "center"),
    ]


def _facts(paper: Paper) -> Table:
    content = paper.content
    name = "网站名称" if content.service_kind == "网站" else f"{content.service_kind}名称"
    rows = [("主办者", content.sponsor), (name, content.service_name)]
    if content.domain:
        rows.append(("域名", content.domain))
    version = f"第 {content.version} 版"
    if content.replaces is not None:
        page = paper.numbers.get("history", 6)
        version += (
            f"（替代第 {content.replaces} 版，改动 {len(content.changes)} 处，见第 {page} 页）"
        )
    rows += [
        ("备案单号", content.filing),
        ("服务订单", f"{content.order}（第 {content.place} 个网站，共 {content.place_of} 个）"),
        ("备案管家", content.butler),
        ("确认书版本", version),
    ]
    return plain_facts(rows, INNER, 99)


def _deadline(paper: Paper) -> Table:
    content = paper.content
    lines = [
        [para(f"请在 {content.deadline} 前确认或退回", "center_bold")],
        [para("到期未确认也未退回的，按约定视为确认，", "center")],
        [para(f"备案管家将以本版信息向{content.authority}提交。", "center")],
    ]
    return Table(
        lines,
        colWidths=[INNER],
        style=[
            ("BOX", (0, 0), (-1, -1), 0.8, INK),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, 0), 11),
            ("BOTTOMPADDING", (0, -1), (-1, -1), 12),
        ],
    )


def _contents(paper: Paper) -> Table:
    rows: list[list[object]] = [[mixed([("目录", "SerifBold")], "fact"), ""]]
    rows += [
        [para(title), para(f"第 {paper.numbers.get(key, place)} 页", "right")]
        for place, (key, title) in enumerate(CONTENTS, start=2)
    ]
    return Table(
        rows,
        colWidths=[INNER - 80, 80],
        rowHeights=[24] + [21] * len(CONTENTS),
        style=[
            ("LINEBELOW", (0, 1), (-1, -1), 0.5, INK, 0, (0.6, 1.2)),
            ("LEFTPADDING", (0, 0), (-1, -1), 3),
            ("LEFTPADDING", (0, 0), (0, 0), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 3),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ],
    )
