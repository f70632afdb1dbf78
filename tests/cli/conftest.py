"""The command line under test: called in-process, in a folder and on a database of its own."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from butler_desktop.cli.main import main

DATA = Path(__file__).resolve().parents[1] / "data"
ORDERS = DATA / "orders" / "orders.xlsx"
FORMS = DATA / "filings.json"
ORDER = "2026093001000001"
"""An order of ``ORDERS`` with sites for every test."""


@dataclass(frozen=True)
class Said:
    """What one command said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document on standard output."""
        return json.loads(self.out)


Run = Callable[..., Said]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that the commands are called in; the database would be ``butler.db``."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BUTLER_DATABASE", str(tmp_path / "butler.db"))
    return tmp_path


@pytest.fixture
def run(place: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Calls one command; an error is one sentence and never a traceback."""

    def called(*arguments: object) -> Said:
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as end:
            code = int(end.code or 0)
        said = Said(code, *capsys.readouterr())
        assert "Traceback" not in said.err
        if code in (2, 3):
            assert said.out == ""
            assert len(said.err.splitlines()) == 1
        return said

    return called


@pytest.fixture
def demo(place: Path, demo_folder: Path) -> Path:
    """A copy of the demo's workspace as the commands' database."""
    shutil.copy2(demo_folder / "demo.db", place / "butler.db")
    shutil.copytree(demo_folder / "demo.db.files", place / "butler.db.files")
    return place / "butler.db"


@pytest.fixture
def filing(run: Run) -> str:
    """A filing that was just asked for, its form filled from a form file."""
    assert run("import-orders", ORDERS).code == 0
    made = run("new-filing", ORDER, "--from", FORMS, "--entry", "F00", "--json")
    assert made.code == 0
    number: str = made.json["number"]
    return number
