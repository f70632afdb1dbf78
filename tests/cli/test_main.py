"""The command line's entry: exit codes, one sentence for each mistake, the program as a process."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from butler_desktop import __main__, __version__
from butler_desktop.cli import commands
from butler_desktop.cli.command import Command
from butler_desktop.errors import Refused
from butler_desktop.words import Words
from tests.cli.conftest import ORDERS

ROOT = Path(__file__).resolve().parents[2]
NAMED = {
    "demo", "import-orders", "orders", "filings", "new-filing", "show", "edit", "attach", "do",
    "packet", "verify", "journal", "screenshots",
}  # fmt: skip
WITH_JSON = {
    "import-orders", "orders", "filings", "new-filing", "show", "attach", "do", "verify", "journal"
}  # fmt: skip


def program(*arguments, **given) -> subprocess.CompletedProcess[str]:
    """The program as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "butler_desktop", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env=os.environ | given,
    )


def test_every_command_of_the_release_is_there_with_its_help():
    assert {command.name for command in commands.COMMANDS} >= NAMED
    assert all(command.help for command in commands.COMMANDS)
    json_too = {
        c.name for c in commands.COMMANDS if any("--json" in names for names, _ in c.arguments)
    }
    assert json_too >= WITH_JSON


@pytest.mark.parametrize("arguments", [["--help"], ["orders", "--help"], ["do", "--help"]])
def test_help_is_no_mistake(run, arguments):
    said = run(*arguments)
    assert said.code == 0
    assert "--database" in said.out


def test_the_version_is_told(run):
    assert run("--version").out == f"{__version__}\n"


@pytest.mark.parametrize(
    "arguments", [["fly"], ["orders", "--colour"], ["show"], ["--language", "fr", "orders"]]
)
def test_wrong_use_is_one_sentence_and_exit_2(run, arguments):
    said = run(*arguments)
    assert said.code == 2
    assert "usage: butler-desktop" in said.err


def test_the_database_may_be_named_before_or_after_the_command(run, place):
    assert run("--database", place / "a.db", "import-orders", ORDERS).code == 0
    assert run("orders", "--database", place / "a.db").code == 0
    assert run("--database", place / "b.db", "orders", "--database", place / "a.db").code == 0


def test_the_database_is_the_environments_else_the_users(run, place, monkeypatch):
    from butler_desktop.settings import default_database

    run("import-orders", ORDERS)
    assert (place / "butler.db").exists()
    monkeypatch.delenv("BUTLER_DATABASE")
    assert run("orders").code == 3
    run("import-orders", ORDERS)
    assert default_database().exists()


def test_what_the_settings_have_to_say_is_said(run, place):
    from butler_desktop.settings import default_path

    default_path().parent.mkdir(parents=True)
    default_path().write_text("{", encoding="utf-8")
    said = run("import-orders", ORDERS, "--json")
    assert "已损坏" in said.err
    assert said.json["taken"] == 40


def failing(error: BaseException) -> Command:
    def run(*_):
        raise error

    return Command("orders", "fails", run)


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (Refused(Words("不行", "No"), Words("改天", "Later")), 1, "不行。改天。\n"),
        (PermissionError(13, "Permission denied", "x.pdf"), 3, "x.pdf"),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_each_kind_of_failure_has_its_exit_code(run, monkeypatch, error, code, told):
    monkeypatch.setattr(commands, "COMMANDS", (failing(error),))
    said = run("orders")
    assert said.code == code
    assert told in said.err


def test_a_bug_is_reported_and_told_in_a_sentence(tmp_path, capsys, monkeypatch):
    from butler_desktop import logs

    monkeypatch.setattr(logs, "default_folder", lambda: tmp_path)
    error = ZeroDivisionError("for 13800001234")
    __main__._told(ZeroDivisionError, error, None)
    told = capsys.readouterr().err
    (report,) = tmp_path.glob("crash-*.txt")
    assert str(report) in told
    assert "13800001234" not in report.read_text(encoding="utf-8")


def test_the_program_as_a_process(tmp_path):
    database = {"BUTLER_DATABASE": str(tmp_path / "butler.db")}
    done = program("import-orders", ORDERS, "--json", **database)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["taken"] == 40
    done = program("show", "BA-0", **database)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "没有备案 BA-0。检查备案单号。\n"


def test_a_console_of_another_encoding_is_no_reason_to_fail(tmp_path):
    database = {"BUTLER_DATABASE": str(tmp_path / "butler.db"), "PYTHONIOENCODING": "ascii"}
    done = program("import-orders", ORDERS, **database)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_reader_that_goes_away_is_no_failure(tmp_path, demo_folder):
    with subprocess.Popen(
        [sys.executable, "-m", "butler_desktop", "filings", "--database", demo_folder / "demo.db"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 0


def test_without_a_display_the_window_says_so(tmp_path):
    given = {"BUTLER_DATABASE": str(tmp_path / "butler.db"), "QT_QPA_PLATFORM": "offscreen"}
    done = program(**given)
    assert done.returncode == 3
    assert "没有显示器" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "butler.db").exists()


def test_nothing_heavy_is_loaded_before_the_window():
    heavy = "{'sqlalchemy', 'alembic', 'reportlab', 'pikepdf', 'PIL', 'PySide6'}"
    source = f"import butler_desktop.__main__, sys; print({heavy} & set(sys.modules))"
    told = subprocess.run(
        [sys.executable, "-c", source], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert told.stdout == "set()\n"
