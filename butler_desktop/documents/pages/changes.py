"""版本改动与确认记录: what changed, what became of each version, how the deadline was set."""

from collections.abc import Iterator

from butler_desktop.documents.composition import Composition
from butler_desktop.documents.layout import Flow
from butler_desktop.documents.pages.headings import numbered, part_heading, section
from butler_desktop.documents.styles import NOTE, TEXT_WIDTH, Align
from butler_desktop.documents.tables import Column, grid_head, grid_rows
from butler_desktop.domain.packet import PacketContent, PacketDelta, short_digest
from butler_desktop.domain.packet_history import said_moment

VERSIONS = (
    Column("版本", 48, Align.CENTRE),
    Column("生成", 112.5),
    Column("内容校验码", 112.5, is_code=True),
    Column("结果", TEXT_WIDTH - 273),
)


METHOD = (
    "电子文件末行 %butler-seal 之后是其前全部字节的 SHA-256，改动任何一个字节都不再相符；"
    "附件 packet.json 的 SHA-256 前 16 位即各页页脚的内容校验码。用 butler-desktop verify，"
    "或只需 Python 的单文件工具 verify_packet.py，不联网、不用数据库即可核对。"
)


def compose(flow: Flow, given: Composition) -> None:
    """Sets the changes, the versions and the agreement."""
    content = given.content
    part_heading(flow, given, "changes")
    _changes(flow, content)
    section(flow, numbered(1, "版本与确认记录"))
    flow.rows(grid_rows(VERSIONS, _versions(content, given.digest)), grid_head(VERSIONS))
    section(flow, numbered(2, "确认方式"), kept=30)
    flow.text(content.agreement, NOTE)
    section(flow, numbered(3, "核对方法"), kept=45)
    flow.text(METHOD, NOTE)


def _changes(flow: Flow, content: PacketContent) -> None:
    compared = content.delta.version if content.delta else content.replaces
    if compared is None:
        section(flow, numbered(0, "版本改动"), kept=30, gap=0)
        flow.text(f"本版为第 {content.version} 版，此前没有版本，各项均须核对。", NOTE)
        return
    heading = f"与第 {compared} 版相比的改动（共 {len(content.changes)} 处）"
    section(flow, numbered(0, heading), kept=30, gap=0)
    if content.changes:
        wide = (TEXT_WIDTH - 190.5) / 2
        columns = (
            Column("序号", 40.5, Align.CENTRE),
            Column("项目", 78),
            Column(f"第 {compared} 版", wide),
            Column(f"第 {content.version} 版", wide),
            Column("原因", 72),
        )
        flow.rows(grid_rows(columns, _changed(content)), grid_head(columns))
        flow.y += 5
    rest = f"其余各项与第 {compared} 版一致。" if content.changes else "各项与前一版一致。"
    if content.delta is not None:
        rest += _kept(content.delta)
    flow.text(rest, NOTE)


def _kept(delta: PacketDelta) -> str:
    return (
        f"这 {delta.kept} 项客户已于 {said_moment(delta.confirmed_at)} 随第 {delta.version} 版确认"
        f"（内容校验码 {short_digest(delta.digest)}），其后未变，本版不再列出。"
    )


def _changed(content: PacketContent) -> Iterator[tuple[str, ...]]:
    for number, change in enumerate(content.changes, start=1):
        yield str(number), change.label, change.old, change.new, change.reason


def _versions(content: PacketContent, digest: str) -> Iterator[tuple[str, ...]]:
    for each in content.past:
        made = said_moment(each.made_at)
        yield str(each.version), made, short_digest(each.digest), each.fate
    waiting = f"等待确认，截止 {said_moment(content.deadline)}"
    yield str(content.version), said_moment(content.made_at), short_digest(digest), waiting
