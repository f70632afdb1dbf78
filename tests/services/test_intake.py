"""The intake workbook from the filing to the customer and back, beside a colleague's edits."""

import json

import pytest
from sqlalchemy import URL

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.intake import Hold
from butler_desktop.domain.role import Role
from butler_desktop.errors import FieldOvertaken, ImportRefused, Refused, StoreUnavailable
from butler_desktop.services.filings import edit_form
from butler_desktop.services.history import history
from butler_desktop.services.intake import export_intake, preview_intake, take_intake
from butler_desktop.storage.workspace import open_workspace
from tests.documents.intake_books import fill
from tests.engines import ENGINES
from tests.postgres import OWNER
from tests.services.scenario import reached, requested, revision_of

NAME, ADDRESS = "service.service_name", "subject.mailing_address"


def seen(desk, filing_id, path):
    with desk.reading() as work:
        return preview_intake(work, filing_id, path)


def value(desk, filing_id, path):
    with desk.reading() as work:
        return work.dossier_of(filing_id).filing(filing_id).particulars.get(path)


def edit(desk, filing_id, path, new):
    with desk.editing() as work:
        edit_form(work, filing_id, {path: new})


@pytest.fixture
def filing_id(desk):
    return reached(desk, S.COLLECTING)


@pytest.fixture
def book(desk, filing_id, tmp_path):
    return export_intake(desk, filing_id, tmp_path / "采集表.xlsx")


def test_what_leaves_is_on_record(desk, filing_id, book):
    with desk.reading() as work:
        line = history(work, work.order_of(filing_id), filing_id)[0]
    assert line.words.zh == "导出信息采集表"


def test_a_place_that_cannot_be_written_leaves_no_line(desk, filing_id, tmp_path):
    before = revision_of(desk, filing_id)
    with pytest.raises(StoreUnavailable):
        export_intake(desk, filing_id, tmp_path / "none" / "a.xlsx")
    assert revision_of(desk, filing_id) == before


def test_the_chosen_changes_are_one_act(desk, filing_id, book):
    fill(book, {NAME: "云朵小铺", ADDRESS: "新街 1 号"})
    view = seen(desk, filing_id, book)
    before = revision_of(desk, filing_id)
    assert (view.file_name, len(view.preview.ready)) == ("采集表.xlsx", 2)
    with desk.editing() as work:
        take_intake(work, filing_id, view.preview.ready)
    assert (value(desk, filing_id, NAME), value(desk, filing_id, ADDRESS)) == (
        "云朵小铺",
        "新街 1 号",
    )
    assert revision_of(desk, filing_id) == before + 1
    assert seen(desk, filing_id, book).preview.changes == ()


def test_looking_writes_nothing(desk, filing_id, book):
    fill(book, {NAME: "云朵小铺"})
    before = revision_of(desk, filing_id)
    seen(desk, filing_id, book)
    assert revision_of(desk, filing_id) == before


def test_a_colleagues_edit_since_the_export_is_kept(desk, filing_id, book):
    edit(desk, filing_id, ADDRESS, "同事改的地址")
    fill(book, {NAME: "云朵小铺"})
    view = seen(desk, filing_id, book)
    assert [it.path for it in view.preview.changes] == [NAME]
    assert view.preview.is_older
    fill(book, {ADDRESS: "客户改的地址"})
    (_, change) = sorted(seen(desk, filing_id, book).preview.changes, key=lambda it: it.path)
    assert change.hold is Hold.CHANGED_SINCE


def test_a_colleagues_edit_since_the_preview_stops_the_whole_act(desk, filing_id, book):
    fill(book, {NAME: "云朵小铺", ADDRESS: "新街 1 号"})
    view = seen(desk, filing_id, book)
    edit(desk, filing_id, ADDRESS, "同事改的地址")
    with pytest.raises(FieldOvertaken) as overtaken, desk.editing() as work:
        take_intake(work, filing_id, view.preview.ready)
    assert overtaken.value.path == ADDRESS
    assert value(desk, filing_id, NAME) != "云朵小铺"


@pytest.mark.sqlite
def test_the_rules_speak_of_what_would_be_taken(desk, filing_id, book):
    fill(book, {"subject_pic.id_number": "110101199003070010", NAME: "白露松间小铺"})
    told = {it.path: it.warning for it in seen(desk, filing_id, book).preview.changes}
    assert told["subject_pic.id_number"] is not None
    assert told[NAME] is None


@pytest.mark.sqlite
def test_a_character_that_cannot_be_printed_is_a_fault_of_its_cell(desk, filing_id, book):
    cells = fill(book, {NAME: "云\U000323af铺", ADDRESS: "新街 1 号"})
    found = seen(desk, filing_id, book).preview
    assert [(it.cell, "U+323AF" in it.reason.zh) for it in found.faults] == [(cells[NAME], True)]
    assert [it.path for it in found.changes] == [ADDRESS]


@pytest.mark.sqlite
def test_a_filing_that_is_with_the_authority_gets_and_takes_no_book(desk, tmp_path):
    filing_id = reached(desk, S.AUTHORITY_REVIEW)
    with pytest.raises(Refused, match="不能改"):
        export_intake(desk, filing_id, tmp_path / "a.xlsx")
    with pytest.raises(Refused, match="不能改"):
        seen(desk, filing_id, tmp_path / "a.xlsx")


def test_an_auditor_neither_sends_nor_reads_a_book(desk, filing_id, book, clock, tmp_path):
    if not desk.database.is_shared:
        pytest.skip("a file has no roles")
    place = ENGINES.place(tmp_path, "林晓雯")
    assert isinstance(place, URL)
    auditor = open_workspace(
        ENGINES.server.signed_in(place.set(username=OWNER), "陈默", Role.AUDITOR),
        actor="",
        station="test",
        clock=clock,
    )
    with pytest.raises(Refused, match="只能查看"):
        export_intake(auditor, filing_id, tmp_path / "b.xlsx")
    with pytest.raises(Refused, match="只能查看"):
        seen(auditor, filing_id, book)
    assert not (tmp_path / "b.xlsx").exists()
    auditor.close()


@pytest.mark.sqlite
def test_another_filings_book_is_told(desk, filing_id, book):
    with pytest.raises(ImportRefused, match="属于备案"):
        seen(desk, requested(desk), book)


@pytest.mark.sqlite
def test_a_damaged_book_takes_nothing(desk, filing_id, book):
    with desk.reading() as work:
        before = json.dumps(work.dossier_of(filing_id).filing(filing_id).particulars.to_document())
    book.write_bytes(book.read_bytes()[:-2000])
    with pytest.raises(ImportRefused, match="已损坏"):
        seen(desk, filing_id, book)
    with desk.reading() as work:
        after = json.dumps(work.dossier_of(filing_id).filing(filing_id).particulars.to_document())
    assert after == before
