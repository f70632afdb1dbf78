"""``due`` on the command line."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from butler_desktop import settings
from butler_desktop.cli.main import main
from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.local_time import iso_local
from butler_desktop.domain.transition import Action
from butler_desktop.services.due import do_due
from butler_desktop.storage.work import Workspace
from tests.builders import Clock, a_workspace
from tests.services.scenario import do, reached
from tests.smtp import NEVER, USER, a_post_office


def run(folder: Path, *more: str) -> int:
    return main(["--database", str(folder / "butler.db"), "due", *more])


def test_it_tells_what_was_done_and_then_that_nothing_is_due(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = a_workspace(tmp_path)
    filing = reached(desk, S.SMS_PENDING)
    with desk.reading() as work:
        number = work.dossier_of(filing).filing(filing).number
    assert run(tmp_path, "--json") == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert (told["filing"], told["act"]) == (number, "record_sms_expired")
    assert told["at"].endswith("+08:00")
    assert run(tmp_path, "--json") == 0
    assert json.loads(capsys.readouterr().out) == []
    assert run(tmp_path) == 0
    assert "没有到期事项" in capsys.readouterr().out
    assert do_due(desk) == ()
    desk.close()


def test_it_says_whom_a_butler_is_to_remind_until_he_did(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = Clock(datetime.now(UTC))
    desk = a_workspace(tmp_path, clock=clock)
    filing = requested_packet(desk, clock.now + timedelta(hours=3))
    with desk.reading() as work:
        number = work.dossier_of(filing).filing(filing).number
    clock.now -= timedelta(hours=2)
    do(desk, filing, Action.RECORD_DELIVERY)
    assert run(tmp_path, "--json") == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert (told["filing"], told["act"], told["done"]) == (number, "record_reminder", False)
    assert run(tmp_path) == 0
    assert f"do {number} record_reminder" in capsys.readouterr().out
    clock.now = datetime.now(UTC)
    do(desk, filing, Action.RECORD_REMINDER)
    assert run(tmp_path, "--json") == 0
    assert json.loads(capsys.readouterr().out) == []
    desk.close()


def test_it_names_a_reviewers_call_that_may_go_astray_until_it_is_settled(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = Clock(datetime.now(UTC))
    desk = a_workspace(tmp_path, clock=clock)
    filing = reached(desk, S.AUTHORITY_REVIEW)
    with desk.reading() as work:
        number = work.dossier_of(filing).filing(filing).number
    until = iso_local(clock.now - timedelta(minutes=1)) or ""
    do(desk, filing, Action.EXPECT_CALL, until=until)
    assert run(tmp_path, "--json") == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert told["filing"] == number
    assert (told["act"], told["at"], told["done"]) == ("settle_call", until, False)
    assert run(tmp_path) == 0
    assert f"do {number} settle_call" in capsys.readouterr().out
    do(desk, filing, Action.SETTLE_CALL, outcome="missed")
    assert run(tmp_path, "--json") == 0
    assert json.loads(capsys.readouterr().out) == []
    desk.close()


def requested_packet(desk: Workspace, deadline: datetime) -> str:
    """A filing that awaits its customer until then."""
    filing = reached(desk, S.INTERNAL_REVIEW)
    do(desk, filing, Action.ISSUE_PACKET, deadline=iso_local(deadline) or "")
    return filing


def test_it_sends_the_mail_that_waits_and_says_what_needs_a_butler(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with a_post_office() as office:
        account = {"mail_server": f"127.0.0.1:{office.port}", "mail_security": "none"}
        before = settings.load().settings
        settings.save(replace(before, **account, mail_sender=USER, mail_reminders="yes"))
        clock = Clock(datetime.now(UTC))
        desk = a_workspace(tmp_path, clock=clock)
        filing = requested_packet(desk, clock.now + timedelta(hours=3))
        clock.now -= timedelta(hours=2)
        do(desk, filing, Action.RECORD_DELIVERY)
        assert run(tmp_path, "--json") == 0
        (told,) = json.loads(capsys.readouterr().out)
        assert (told["act"], told["message"], told["done"]) == ("send_mail", "reminder", True)
        assert len(office.letters) == 1
        other = requested_packet(desk, clock.now + timedelta(hours=3))
        do(desk, other, Action.RECORD_DELIVERY)
        office.orders.append(NEVER)
        assert run(tmp_path) == 0
        first = capsys.readouterr().out
        assert "没有发出" in first
        assert "no such mailbox" in first
        assert "请用电话或微信提醒" in first
        assert run(tmp_path, "--json") == 0
        failed, left = json.loads(capsys.readouterr().out)
        assert {failed["act"], left["act"]} == {"send_mail", "record_reminder"}
        assert not failed["done"]
        desk.close()
