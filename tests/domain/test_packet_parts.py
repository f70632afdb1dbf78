"""The parts of a packet: a whole one has six; a delta numbers from one those that it has."""

from dataclasses import replace

import pytest

from butler_desktop.domain.filled_reply import FilledReply, proposed
from butler_desktop.domain.packet import PacketContent, PacketDelta, PacketRow, PacketSection
from butler_desktop.domain.packet_parts import NAMES, part_title, shown_parts
from tests.builders import NOW
from tests.documents.papers import a_content

WHOLE = a_content()


def a_delta(
    changed: str = "", papers: tuple[str, ...] = (), *, commitment: bool = False
) -> PacketContent:
    """A delta with the fields whose path begins with ``changed``, and these papers."""
    return replace(
        WHOLE,
        subject_sections=_marked(WHOLE.subject_sections, changed),
        service_sections=_marked(WHOLE.service_sections, changed),
        delta=PacketDelta(1, "0" * 64, NOW, 9, papers, has_commitment=commitment),
    )


def _marked(sections: tuple[PacketSection, ...], start: str) -> tuple[PacketSection, ...]:
    def is_changed(row: PacketRow) -> bool:
        return bool(start) and row.path.startswith(start)

    rows = (tuple(replace(it, changed=is_changed(it)) for it in each.rows) for each in sections)
    return tuple(replace(each, rows=of) for each, of in zip(sections, rows, strict=True))


def test_a_whole_packet_has_all_its_parts() -> None:
    assert [part_title(WHOLE, part) for part in shown_parts(WHOLE)] == [
        "一、主办者信息",
        "二、互联网信息服务信息",
        "三、材料目录",
        "四、备案承诺书",
        "五、版本改动与确认记录",
        "六、确认与退回",
    ]


@pytest.mark.parametrize(
    ("delta", "titles"),
    [
        (a_delta("subject."), "一、主办者信息 二、版本改动与确认记录 三、确认与退回"),
        (a_delta("service."), "一、互联网信息服务信息 二、版本改动与确认记录 三、确认与退回"),
        (
            a_delta("service.", ("sponsor_cert",)),
            "一、互联网信息服务信息 二、材料目录 三、版本改动与确认记录 四、确认与退回",
        ),
        (
            a_delta("subject.", commitment=True),
            "一、主办者信息 二、备案承诺书 三、版本改动与确认记录 四、确认与退回",
        ),
    ],
)
def test_a_delta_numbers_what_it_has(delta: PacketContent, titles: str) -> None:
    assert [part_title(delta, part) for part in shown_parts(delta)] == titles.split()


def test_a_part_that_the_paper_lacks_has_no_number() -> None:
    assert part_title(a_delta("subject."), "materials") == NAMES["materials"]


def test_a_remark_is_told_by_the_number_on_its_own_paper() -> None:
    reply = FilledReply(returns=True, remarks={"service": "网站名称不对"})
    assert proposed(reply, WHOLE).comment == "二、互联网信息服务信息：网站名称不对"
    assert proposed(reply, a_delta("service.")).comment == "一、互联网信息服务信息：网站名称不对"
