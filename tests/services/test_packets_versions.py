"""Packets: the same content is the same version, a change is the next one, files are whole."""

from datetime import timedelta

import pytest

from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.transition import Action
from butler_desktop.errors import NotFound, Overtaken, Refused
from butler_desktop.services import packets
from butler_desktop.services.filings import act, edit_form
from butler_desktop.services.history import verify
from butler_desktop.services.packets import (
    export_packet,
    issue_packet,
    make_packet,
    packet_pdf,
)
from tests.builders import NOW, Clock, a_workspace
from tests.services.scenario import do, reached, requested, revision_of, state_of

S, A = FilingState, Action


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def workspace(tmp_path, clock):
    opened = a_workspace(tmp_path / "desk", clock=clock)
    yield opened
    opened.close()


def versions(workspace, filing):
    with workspace.reading() as work:
        return work.dossier_of(filing).packets_of(filing)


def test_a_packet_made_again_is_the_same_version_and_the_same_bytes(workspace, clock):
    filing = requested(workspace)
    first = make_packet(workspace, filing)
    clock.now = NOW + timedelta(days=3)
    again = make_packet(workspace, filing)
    assert again == first
    assert versions(workspace, filing) == (first.packet,)
    assert first.pdf.startswith(b"%PDF")
    assert (first.packet.version, first.packet.made_by) == (1, "林晓雯")


def test_a_change_makes_the_next_version_and_voids_the_old_one(workspace, clock):
    filing = requested(workspace)
    first = make_packet(workspace, filing)
    clock.now = NOW + timedelta(hours=1)
    with workspace.editing() as work:
        edit_form(work, filing, {"service.service_name": "改过"})
    second = make_packet(workspace, filing)
    old, new = versions(workspace, filing)
    assert (old.voided_at, old.void_reason) == (clock.now, "v2")
    assert (new, new.version) == (second.packet, 2)
    assert second.packet.digest != first.packet.digest
    with workspace.reading() as work:
        assert work.blobs.read(old.pdf_sha256) == first.pdf
        assert packet_pdf(work, filing, old.id) != first.pdf  # crossed out
        assert packet_pdf(work, filing, new.id) == second.pdf
        with pytest.raises(NotFound):
            packet_pdf(work, filing, "other")
        assert verify(work, work.dossier_of(filing).order.id) == ()


def test_issuing_ends_the_review_with_the_packet_of_the_present_content(workspace):
    filing = reached(workspace, S.INTERNAL_REVIEW)
    before = revision_of(workspace, filing)
    issued = issue_packet(workspace, filing, {"deadline": "2026-03-20 18:00"}, S.INTERNAL_REVIEW)
    assert issued.state is S.AWAITING_CONFIRMATION
    assert issued.confirmation_deadline == NOW.replace(day=20, hour=10, minute=0)
    (packet,) = versions(workspace, filing)
    assert revision_of(workspace, filing) == before + 1
    assert make_packet(workspace, filing).packet == packet


def test_a_deadline_is_proposed_where_none_was_agreed(workspace):
    filing = reached(workspace, S.INTERNAL_REVIEW)
    issued = issue_packet(workspace, filing, {})
    assert issued.confirmation_deadline == NOW + timedelta(days=2)


@pytest.mark.parametrize("deadline", ["2026-03-18 10:00", "昨天"])
def test_a_deadline_that_has_passed_or_is_none_is_refused(workspace, deadline):
    filing = reached(workspace, S.INTERNAL_REVIEW)
    before = revision_of(workspace, filing)
    with pytest.raises(Refused):
        issue_packet(workspace, filing, {"deadline": deadline})
    assert revision_of(workspace, filing) == before
    assert versions(workspace, filing) == ()


def test_what_the_review_must_not_let_pass_makes_no_packet(workspace):
    filing = reached(workspace, S.INTERNAL_REVIEW)
    with workspace.editing() as work:
        edit_form(work, filing, {"subject_pic.mobile": "12"})
    with pytest.raises(Refused) as refusal:
        issue_packet(workspace, filing, {})
    assert any(lack.place == "form:subject_pic.mobile" for lack in refusal.value.findings)
    assert versions(workspace, filing) == ()


def test_a_filing_that_moved_meanwhile_is_told_and_gets_no_packet(workspace, tmp_path):
    filing = reached(workspace, S.INTERNAL_REVIEW)
    other = a_workspace(tmp_path / "desk", actor="何佳")
    with other.editing() as work:
        act(work, filing, A.SEND_BACK, {"comment": "缺页"})
    other.close()
    with pytest.raises(Overtaken) as refusal:
        issue_packet(workspace, filing, {}, S.INTERNAL_REVIEW)
    assert refusal.value.who == "何佳"


@pytest.mark.parametrize("make", [make_packet, lambda w, f: issue_packet(w, f, {})])
def test_a_change_while_the_paper_is_drawn_is_noticed(workspace, tmp_path, monkeypatch, make):
    filing = reached(workspace, S.INTERNAL_REVIEW)
    render = packets.render_packet

    def slowly(*given):
        other = a_workspace(tmp_path / "desk", actor="何佳")
        with other.editing() as work:
            edit_form(work, filing, {"service.service_name": "趁此改过"})
        other.close()
        return render(*given)

    monkeypatch.setattr(packets, "render_packet", slowly)
    with pytest.raises(Overtaken) as refusal:
        make(workspace, filing)
    assert refusal.value.who == "何佳"
    assert versions(workspace, filing) == ()
    assert state_of(workspace, filing) is S.INTERNAL_REVIEW


def test_while_the_authority_has_it_the_confirmed_packet_comes_back(workspace):
    filing = reached(workspace, S.SUBMITTED)
    (packet,) = versions(workspace, filing)
    assert make_packet(workspace, filing).packet == packet


def test_a_returned_packet_is_followed_by_the_next_version(workspace):
    filing = reached(workspace, S.RETURNED_BY_CUSTOMER)
    assert make_packet(workspace, filing).packet.version == 2


def test_a_confirmation_is_of_the_latest_version_only(workspace):
    filing = reached(workspace, S.AWAITING_CONFIRMATION)
    do(workspace, filing, A.CONFIRM)
    with workspace.reading() as work:
        dossier = work.dossier_of(filing)
    (packet,) = dossier.packets
    assert dossier.filing(filing).confirmed_version == packet.version == 1
    assert dossier.filing(filing).confirmed_digest == packet.confirmed_values_digest
    assert (packet.confirmed_at, packet.confirmed_how) == (NOW, "paper")


# files


def test_an_export_is_the_file_and_others_may_read_it(workspace, tmp_path):
    filing = requested(workspace)
    made = make_packet(workspace, filing)
    target = export_packet(workspace, filing, made.packet.id, tmp_path / "paper.pdf")
    assert target.read_bytes() == made.pdf
    (tmp_path / "plain").touch()
    assert target.stat().st_mode == (tmp_path / "plain").stat().st_mode
    assert {path.name for path in tmp_path.iterdir()} - {"desk"} == {"paper.pdf", "plain"}
