"""The shift sheet: what is in hand, by urgency, with what was said and promised."""

from datetime import timedelta

import pytest

from butler_desktop.domain.contact import Outcome
from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.local_time import iso_local
from butler_desktop.domain.transition import Action
from butler_desktop.services.contacts import log_contact, log_order_contact
from butler_desktop.services.filings import act
from butler_desktop.services.shift_sheets import export_shift, shift_sheet, shift_words
from butler_desktop.storage.work import Workspace
from tests.builders import NOW
from tests.documents.paper_reading import page_texts
from tests.services.scenario import an_order_of, reached

HOUR = timedelta(hours=1)


def number_of(desk: Workspace, filing_id: str) -> str:
    with desk.reading() as work:
        return work.dossier_of(filing_id).filing(filing_id).number


def fill(desk: Workspace) -> dict[str, str]:
    ids = {state.value: reached(desk, state) for state in (S.PREPARING, S.COLLECTING, S.REJECTED)}
    ids["order"] = an_order_of(desk, sites=3, first_contact_at=NOW)
    ids["waiting"] = an_order_of(desk, paid_at=NOW - timedelta(minutes=9))
    given = {
        "note": "材料周五发来",
        "promise_at": iso_local(NOW + HOUR) or "",
        "promise_note": "讲步骤",
    }
    with desk.editing() as work:
        log_contact(work, ids["collecting"], Outcome.REACHED, given)
        log_order_contact(work, ids["order"], Outcome.REACHED, "", NOW + 50 * HOUR, "第二个网站")
    return ids


def test_it_has_all_that_is_in_hand_by_urgency(desk):
    ids = fill(desk)
    with desk.reading() as work:
        sheet = shift_sheet(work)
    today, later, untimed = sheet.parts
    told = {line.number: line for line in (*today, *later, *untimed)}
    collecting = told[number_of(desk, ids["collecting"])]
    assert collecting in today
    assert collecting.next == "按约回电"
    assert collecting.said == (
        "约定 3月18日 11:42 回电：讲步骤；3月18日 10:42 已接通：材料周五发来"
    )
    assert told[number_of(desk, ids["preparing"])] in later
    assert told[number_of(desk, ids["rejected"])] in untimed
    assert [line.stage for line in today].count("待首次联系") == 1
    assert [line.said for line in later if line.stage == "约定"] == [
        "约定 3月20日 12:42 回电：第二个网站"
    ]
    assert sheet.count == 5
    assert any("管局退回" in change for change in sheet.changes)


def test_it_has_exactly_what_is_handed_over(desk):
    ids = fill(desk)
    with desk.reading() as work:
        of_filing = shift_sheet(work, (), (ids["preparing"],))
        of_order = shift_sheet(work, (work.order_of(ids["collecting"]), ids["waiting"]), ())
    assert [line.number for part in of_filing.parts for line in part] == [
        number_of(desk, ids["preparing"])
    ]
    assert of_order.count == 2
    assert not any("管局退回" in change for change in of_order.changes)


def test_what_has_ended_is_not_handed_over(desk):
    filing = reached(desk, S.PREPARING)
    with desk.editing() as work:
        act(work, filing, Action.WITHDRAW, {"comment": "不做了"})
    with desk.reading() as work:
        assert shift_sheet(work).count == 0
        assert shift_sheet(work, (work.order_of(filing),), ()).count == 0


@pytest.mark.sqlite
def test_as_text_and_on_paper_it_says_the_same_without_a_number(desk, tmp_path):
    fill(desk)
    with desk.reading() as work:
        text = shift_words(work)
        sheet = shift_sheet(work)
    assert "【逾期与今天到期】" in text
    assert "13800001234" not in text
    target = export_shift(desk, tmp_path / "shift.pdf")
    data = target.read_bytes()
    printed = "".join("".join(page_texts(data)).split())
    for part in sheet.parts:
        for line in part:
            assert line.number in printed
    assert "签字" in printed
    assert export_shift(desk, target).read_bytes() == data
