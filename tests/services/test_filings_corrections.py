"""What the customer marked comes back with the filing, and is done when it was changed."""

from dataclasses import replace

import pytest

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.transition import Action
from butler_desktop.errors import Refused
from butler_desktop.services.filing_view import filing_view
from butler_desktop.services.filings import edit_form
from butler_desktop.services.materials import attach_report
from butler_desktop.storage.work import Workspace
from tests.services.scenario import do, reached, scanned

NAME, CERTIFICATE = "form:service.service_name", "material:sponsor_cert"


def returned(desk: Workspace, marks: str) -> str:
    filing = reached(desk, S.AWAITING_CONFIRMATION)
    do(desk, filing, Action.RETURN_FOR_MODIFICATION, marks=marks, comment="名称请改")
    return filing


def marks_of(desk: Workspace, filing: str) -> dict[str, bool]:
    with desk.reading() as work:
        return {it.place: it.is_done for it in filing_view(work, filing).corrections}


@pytest.mark.parametrize(
    "marks",
    ["service.service_name,sponsor_cert", f"{NAME}；{CERTIFICATE}", f"{NAME} {CERTIFICATE}"],
)
def test_the_filing_goes_back_with_what_was_marked(desk: Workspace, marks: str) -> None:
    filing = returned(desk, marks)
    assert marks_of(desk, filing) == {NAME: False, CERTIFICATE: False}


def test_a_mark_is_done_when_what_stood_there_has_changed(desk: Workspace) -> None:
    filing = returned(desk, f"{NAME},{CERTIFICATE}")
    with desk.editing() as work:
        edit_form(work, filing, {"service.service_name": "另一个名称网"})
    assert marks_of(desk, filing) == {NAME: True, CERTIFICATE: False}
    report = replace(scanned(), sha256=desk.blobs.put_bytes(b"another scan"))
    with desk.editing() as work:
        attach_report(work, filing, "sponsor_cert", "新.jpg", report)
    assert marks_of(desk, filing) == {NAME: True, CERTIFICATE: True}
    with desk.editing() as work:
        before = work.dossier_of(filing).filing(filing)
        assert "另一个名称网" not in str(before.corrections)


@pytest.mark.parametrize("marks", ["", "service.nonsense", "form:sponsor_cert"])
def test_a_return_names_at_least_one_place_that_there_is(desk: Workspace, marks: str) -> None:
    filing = reached(desk, S.AWAITING_CONFIRMATION)
    with pytest.raises(Refused) as refusal:
        do(desk, filing, Action.RETURN_FOR_MODIFICATION, marks=marks)
    (lack,) = refusal.value.findings
    assert lack.place == "input:marks"


def test_a_paper_that_nobody_asked_for_can_be_marked_where_it_is_attached(desk: Workspace) -> None:
    filing = reached(desk, S.INTERNAL_REVIEW)
    marks = {"marks": "material:trademark_or_explanation"}
    with desk.editing() as work:
        attach_report(work, filing, "trademark_or_explanation", "说明.jpg", scanned())
    do(desk, filing, Action.ISSUE_PACKET)
    do(desk, filing, Action.RETURN_FOR_MODIFICATION, **marks)
    assert marks_of(desk, filing) == {"material:trademark_or_explanation": False}


def test_with_the_next_packet_the_marks_are_gone(desk: Workspace) -> None:
    filing = returned(desk, NAME)
    with desk.editing() as work:
        edit_form(work, filing, {"service.service_name": "另一个名称网"})
    for action in (Action.RESUME_PREPARATION, Action.SEND_TO_REVIEW, Action.ISSUE_PACKET):
        assert marks_of(desk, filing) == {NAME: True}
        do(desk, filing, action)
    assert marks_of(desk, filing) == {}
