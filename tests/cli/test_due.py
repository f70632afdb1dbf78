"""``due`` on the command line."""

import json
from pathlib import Path

import pytest

from butler_desktop.cli.main import main
from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.services.due import do_due
from tests.builders import a_workspace
from tests.services.scenario import reached


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
