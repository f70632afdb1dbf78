"""五、版本改动与确认记录: what changed since the version before, and what became of each."""

from reportlab.platypus import Flowable

from butler_desktop.documents.pages.page import Paper, heading, section
from butler_desktop.documents.sheet import BODY_WIDTH
from butler_desktop.documents.styles import para
from butler_desktop.documents.tables import grid_table
from butler_desktop.domain.packet import short_digest


def history(paper: Paper) -> list[Flowable]:
    """The page's flowables."""
    content = paper.content
    shown = heading("五、版本改动与确认记录")
    if content.replaces is None:
        shown += section("（一）版本改动")
        shown.append(para("本版是第 1 版，没有改动。", "note"))
    else:
        shown += section(
            f"（一）与第 {content.replaces} 版相比的改动（共 {len(content.changes)} 处）"
        )
        shown.append(_changes(paper))
        shown.append(para(f"其余各项与第 {content.replaces} 版一致。", "note"))
    shown += section("（二）版本与确认记录")
    shown.append(_versions(paper))
    shown += section("（三）确认方式")
    shown.append(
        para(
            f"约定的确认截止时间为 {content.deadline}，由备案管家 {content.butler} 与客户约定。"
            "自动确认以数据库时间为准，且仅在本版已送达、未退回、内容未变时生效；"
            "自动确认不代替人脸核验、签字与盖章。",
            "note",
            indent=18.4,
        )
    )
    return shown


def _changes(paper: Paper) -> Flowable:
    content = paper.content
    rows = [
        [
            para(str(number), "cell_center"),
            para(change.label),
            para(change.old),
            para(change.new),
        ]
        for number, change in enumerate(content.changes, start=1)
    ]
    heads = ("序号", "项目", f"第 {content.replaces} 版", f"第 {content.version} 版")
    rest = (BODY_WIDTH - 166) / 2
    return grid_table(heads, rows, (36, 130, rest, rest))


def _versions(paper: Paper) -> Flowable:
    content = paper.content
    rows = [
        [
            para(str(past.version), "cell_center"),
            para(past.made_at, "cell_center"),
            para(past.digest, "code_center"),
            para(past.fate),
        ]
        for past in content.past
    ]
    rows.append(
        [
            para(str(content.version), "cell_center"),
            para(content.made_at, "cell_center"),
            para(short_digest(content.digest), "code_center"),
            para(f"等待确认，截止 {content.deadline}"),
        ]
    )
    heads = ("版本", "生成", "内容校验码", "结果")
    return grid_table(heads, rows, (40, 118, 118, BODY_WIDTH - 276))
