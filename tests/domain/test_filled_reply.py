"""What a reply proposes: the answer, the places to mark, and all that was written."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.filled_reply import (
    FilledReply,
    Proposal,
    WrittenCorrection,
    item_places,
    proposed,
)
from butler_desktop.domain.packet import FACE, PacketRow, PacketSection
from butler_desktop.domain.packet_parts import REMARKED
from tests.documents.papers import a_content

CONTENT = a_content()
NAME = "form:service.service_name"


def returned(*lines: WrittenCorrection, **remarks: str) -> FilledReply:
    return FilledReply(returns=True, corrections=lines, remarks=remarks, signer="沈先生")


def test_a_ticked_confirmation_is_one() -> None:
    answer = proposed(FilledReply(confirms=True, signer="沈先生"), CONTENT)
    assert (answer.proposal, answer.who, answer.marks) == (Proposal.CONFIRM, "沈先生", ())


def test_a_return_marks_what_was_chosen_and_keeps_what_was_written() -> None:
    answer = proposed(returned(WrittenCorrection(NAME, "白露松间", "3")), CONTENT)
    assert (answer.proposal, answer.marks) == (Proposal.RETURN, (NAME,))
    assert answer.comment == "第 3 页 网站名称：白露松间"


@pytest.mark.parametrize(
    ("line", "marks"),
    [
        (WrittenCorrection("网站名称", "白露松间"), (NAME,)),
        (WrittenCorrection("", "网站名称应为白露松间"), (NAME,)),
        (WrittenCorrection("网站", "名称不对"), ()),
    ],
)
def test_what_was_typed_marks_what_it_names(
    line: WrittenCorrection, marks: tuple[str, ...]
) -> None:
    assert proposed(returned(line), CONTENT).marks == marks


def test_a_remark_marks_what_it_names_in_its_own_part() -> None:
    answer = proposed(returned(sponsor="手机号码换了", materials="营业执照不清楚"), CONTENT)
    assert all(place.startswith("form:subject") for place in answer.marks[:1])
    assert answer.comment.splitlines() == [
        "一、主办者信息：手机号码换了",
        "三、材料目录：营业执照不清楚",
    ]


def test_a_remark_on_a_packet_that_tells_of_the_face_verification_marks_no_such_row() -> None:
    row = PacketRow(FACE, "人脸核验", "已通过")
    told = replace(CONTENT, service_sections=(PacketSection("网站负责人", (row,)),))
    answer = proposed(returned(service="人脸核验不是本人"), told)
    assert (answer.proposal, answer.marks) == (Proposal.RETURN, ())


def test_two_persons_telephones_are_told_apart() -> None:
    names = item_places(CONTENT)
    assert names["form:subject_pic.mobile"] != names["form:service_pic.mobile"]


def test_words_without_a_tick_are_a_return() -> None:
    reply = FilledReply(corrections=(WrittenCorrection(NAME, "白露松间"),))
    assert proposed(reply, CONTENT).proposal is Proposal.RETURN


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (FilledReply(confirms=True, returns=True), "都勾选了"),
        (FilledReply(), "都没有勾选"),
        (FilledReply(confirms=True, remarks={"sponsor": "住所不对"}), "又写了意见"),
    ],
)
def test_what_contradicts_itself_is_told(reply: FilledReply, why: str) -> None:
    answer = proposed(reply, CONTENT)
    assert answer.proposal is Proposal.UNCLEAR
    assert answer.why is not None
    assert why in answer.why.zh


@given(
    st.booleans(),
    st.booleans(),
    st.lists(st.builds(WrittenCorrection, st.text(), st.text(), st.text()), max_size=5),
    st.dictionaries(st.sampled_from(REMARKED), st.text(min_size=1)),
)
def test_whatever_is_written_is_kept_and_marks_only_what_can_be_marked(
    confirms: bool, returns: bool, lines: list[WrittenCorrection], remarks: dict[str, str]
) -> None:
    answer = proposed(FilledReply(confirms, returns, tuple(lines), remarks), CONTENT)
    assert set(answer.marks) <= set(item_places(CONTENT))
    if answer.proposal is not Proposal.CONFIRM:
        for written in (*(it.text for it in lines), *remarks.values()):
            assert written in answer.comment
