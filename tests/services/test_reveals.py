"""Reveals: who looked at which personal value stands in the journal, the value itself does not."""

import json
from dataclasses import replace

import pytest

from butler_desktop.domain.form_layout import FIELDS
from butler_desktop.domain.role import Role
from butler_desktop.errors import NotFound, Refused, StoreUnavailable
from butler_desktop.services.history import history, verify
from butler_desktop.services.packets import export_packet, make_packet, note_printed
from butler_desktop.services.reveals import reveal, reveal_contact
from butler_desktop.storage import journal
from butler_desktop.storage.schema import journal as journal_table
from tests.builders import a_workspace
from tests.services.scenario import an_order_of, requested

MOBILE, NUMBER = "subject_pic.mobile", "subject_pic.id_number"


@pytest.fixture
def workspace(tmp_path):
    opened = a_workspace(tmp_path)
    yield opened
    opened.close()


def entries_of(workspace, order):
    with workspace.reading() as work:
        assert verify(work, order) == ()
        return journal.entries(work.connection, order)


def order_of(workspace, filing):
    with workspace.reading() as work:
        return work.dossier_of(filing).order.id


def test_a_reveal_is_an_event_that_names_the_field_and_not_its_value(workspace):
    filing = requested(workspace)
    with workspace.editing() as work:
        number = reveal(work, filing, NUMBER)
        assert work.changes.filing_ids == {filing}
    order = order_of(workspace, filing)
    last = entries_of(workspace, order)[-1]
    assert last.act == f"filing.reveal:{NUMBER}"
    assert last.actor == "林晓雯"
    told = json.dumps([change.to_json() for change in last.changes])
    assert number
    assert number not in told


def test_the_timeline_says_who_looked_at_what(workspace):
    order = an_order_of(workspace, 2)
    filing, other = requested(workspace, order), requested(workspace, order)
    with workspace.editing() as work:
        reveal(work, filing, NUMBER)
        reveal(work, filing, "subject.certificate_number")
        reveal_contact(work, order)
    with workspace.reading() as work:
        lines, whole = history(work, order, filing), history(work, order)
        assert len(history(work, order, other)) == 1
    told = [line.words.zh for line in lines[:2]]
    assert told == ["查看了主办者证件号码", "查看了主体负责人证件号码"]
    assert lines[1].words.en == "Looked at Subject person in charge: ID number"
    assert whole[0].words.zh == "查看了联系人手机号码"
    assert {line.detail.zh for line in whole[:3]} == {""}


def test_a_look_leaves_the_dossier_as_it_was(workspace):
    filing = requested(workspace)
    with workspace.reading() as work:
        before = work.dossier_of(filing)
    with workspace.editing() as work:
        reveal(work, filing, MOBILE)
        reveal(work, filing, MOBILE)
    with workspace.reading() as work:
        after = work.dossier_of(filing)
    assert after.filings == before.filings
    assert after.revision == before.revision + 2


def test_a_work_may_look_and_then_change(workspace):
    filing = requested(workspace)
    from butler_desktop.services.filings import edit_form

    with workspace.editing() as work:
        reveal(work, filing, MOBILE)
        edit_form(work, filing, {MOBILE: "13900001111"})
    assert entries_of(workspace, order_of(workspace, filing))[-1].act == "filing.edit"


def test_every_personal_field_fits_into_the_journal():
    width = journal_table.c.act.type.length
    assert width == 64
    for field in FIELDS:
        if field.personal:
            assert "*" not in field.path
            assert len(f"filing.reveal:{field.path}") <= width


def test_what_is_not_asked_or_not_there_is_refused_without_an_event(workspace):
    filing = requested(workspace)
    with pytest.raises(Refused), workspace.editing() as work:
        reveal(work, filing, "subject_pic.shoe_size")
    with pytest.raises(NotFound), workspace.editing() as work:
        reveal(work, "nobody", MOBILE)
    acts = [entry.act for entry in entries_of(workspace, order_of(workspace, filing))]
    assert acts == ["order.enter", "filing.request"]


def test_an_export_and_a_print_are_events(workspace, tmp_path):
    filing = requested(workspace)
    packet = make_packet(workspace, filing).packet
    export_packet(workspace, filing, packet.id, tmp_path / "out.pdf")
    with workspace.editing() as work:
        note_printed(work, filing, packet.id)
    order = order_of(workspace, filing)
    assert [entry.act for entry in entries_of(workspace, order)[-2:]] == [
        "packet.export:1",
        "packet.print:1",
    ]
    with workspace.reading() as work:
        lines = history(work, order, filing)
    assert [(line.words.zh, line.detail.zh) for line in lines[:2]] == [
        ("打印确认包", "v1"),
        ("导出确认包", "v1"),
    ]


def test_without_its_event_no_file_leaves(workspace, tmp_path, monkeypatch):
    from butler_desktop.services import packets
    from butler_desktop.words import Words

    filing = requested(workspace)
    packet = make_packet(workspace, filing).packet

    def refused(*_args):
        raise StoreUnavailable(Words("写不了。", "It cannot be written."))

    monkeypatch.setattr(packets, "note_taken", refused)
    with pytest.raises(StoreUnavailable):
        export_packet(workspace, filing, packet.id, tmp_path / "out.pdf")
    assert not (tmp_path / "out.pdf").exists()


def test_who_may_only_look_neither_reveals_nor_exports(workspace, tmp_path):
    filing = requested(workspace)
    packet = make_packet(workspace, filing).packet
    auditor = replace(workspace, role=Role.AUDITOR)
    with pytest.raises(Refused), auditor.editing() as work:
        reveal(work, filing, NUMBER)
    with pytest.raises(Refused):
        export_packet(auditor, filing, packet.id, tmp_path / "out.pdf")
    assert not (tmp_path / "out.pdf").exists()
    acts = [entry.act for entry in entries_of(workspace, order_of(workspace, filing))]
    assert acts == ["order.enter", "filing.request", "packet.make"]
