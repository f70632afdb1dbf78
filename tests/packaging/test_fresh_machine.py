"""A machine is made ready once, says what it lacks, and is left alone after that."""

import ast
import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "packaging"


class Machine:
    """The commands that were run, and those that fail."""

    def __init__(self) -> None:
        self.commands: list[list[str]] = []
        self.failing: set[str] = set()

    def run(self, command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        self.commands.append(command)
        failed = bool(self.failing & set(command))
        return subprocess.CompletedProcess(command, int(failed), "", "")


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    machine = Machine()
    monkeypatch.setattr(subprocess, "run", machine.run)
    return machine


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    """The module, looking at a checkout of its own with uv at hand."""
    spec = importlib.util.spec_from_file_location("fresh_machine", SCRIPTS / "fresh_machine.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    (tmp_path / "constraints.txt").write_text("a==1\n")
    (tmp_path / "i18n").mkdir()
    for name, place in {
        "ROOT": tmp_path,
        "VENV": tmp_path / ".venv",
        "STAMP": tmp_path / ".venv" / "installed.json",
        "CONSTRAINTS": tmp_path / "constraints.txt",
        "TEXTS": tmp_path / "i18n",
    }.items():
        monkeypatch.setattr(module, name, place)
    commands = {"uv": "/bin/uv", "apt-get": "/bin/apt-get", "sudo": "/bin/sudo"}
    monkeypatch.setattr(module.shutil, "which", commands.get)
    return module


def test_the_scripts_need_nothing_but_python() -> None:
    for name in ("run.py", "test.py", "fresh_machine.py"):
        for node in ast.walk(ast.parse((SCRIPTS / name).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import | ast.ImportFrom):
                modules = [it.name for it in node.names]
                if isinstance(node, ast.ImportFrom):
                    modules = [node.module or ""]
                tops = {module.partition(".")[0] for module in modules}
                assert tops <= sys.stdlib_module_names | {"fresh_machine"}, name


def test_no_init_file_makes_the_folder_a_package() -> None:
    assert not (SCRIPTS / "__init__.py").exists()  # it would shadow the library of that name


def test_what_is_missing_is_named_by_its_package(
    fresh: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fresh.sys, "platform", "linux")
    monkeypatch.setattr(fresh, "LIBRARIES", {"libno-such.so.9": "libno-such9"})
    assert fresh.missing_packages({"pdftotext": "poppler-utils", "uv": "uv"}) == [
        "libno-such9",
        "poppler-utils",
    ]


def test_a_server_is_found_where_debian_keeps_it(
    fresh: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(fresh.sys, "platform", "linux")
    monkeypatch.setattr(fresh, "LIBRARIES", {})
    monkeypatch.setattr(fresh, "SYSTEM", tmp_path)
    assert fresh.missing_packages({"pg_ctl": "postgresql"}) == ["postgresql"]
    folder = tmp_path / "usr" / "lib" / "postgresql" / "17" / "bin"
    folder.mkdir(parents=True)
    (folder / "pg_ctl").touch()
    assert fresh.missing_packages({"pg_ctl": "postgresql"}) == []


def test_root_installs_what_is_missing_without_a_question(
    fresh: ModuleType, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fresh.os, "geteuid", lambda: 0)
    fresh.install_system_packages(["libgl1"])
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive"]
    assert machine.commands == [
        [*quiet, "apt-get", "update", "-q"],
        [*quiet, "apt-get", "install", "-y", "--no-install-recommends", "libgl1"],
    ]


def test_without_the_right_the_exact_line_is_printed(
    fresh: ModuleType, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fresh.os, "geteuid", lambda: 1000)
    machine.failing = {"sudo"}
    with pytest.raises(SystemExit) as stopped:
        fresh.install_system_packages(["libgl1", "libegl1"])
    line = "sudo apt-get install -y --no-install-recommends libgl1 libegl1"
    assert line in str(stopped.value)
    assert [command[0] for command in machine.commands] == ["sudo"]


def test_nothing_missing_asks_nobody(fresh: ModuleType, machine: Machine) -> None:
    fresh.install_system_packages([])
    assert machine.commands == []


def test_a_second_run_installs_nothing(fresh: ModuleType, machine: Machine) -> None:
    fresh.install_program(frozenset({"dev"}))
    (first,) = machine.commands
    assert first[-1].endswith("[dev]")
    fresh.install_program(frozenset())
    fresh.install_program(frozenset({"dev"}))
    assert machine.commands == [first]


def test_a_changed_constraint_is_installed_with_what_was_there(
    fresh: ModuleType, machine: Machine, tmp_path: Path
) -> None:
    fresh.install_program(frozenset({"dev"}))
    (tmp_path / "constraints.txt").write_text("a==2\n")
    fresh.install_program(frozenset())
    assert len(machine.commands) == 2
    assert machine.commands[1][-1].endswith("[dev]")


def test_an_installation_that_failed_is_tried_again(fresh: ModuleType, machine: Machine) -> None:
    machine.failing = {"--editable"}
    with pytest.raises(SystemExit, match="installation failed"):
        fresh.install_program(frozenset())
    machine.failing = set()
    fresh.install_program(frozenset())
    assert len(machine.commands) == 2
    assert json.loads(fresh.STAMP.read_text())["extras"] == []


def test_an_environment_without_pip_is_made_anew_when_uv_is_gone(
    fresh: ModuleType, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[bool] = []

    class Builder:
        def __init__(self, *, with_pip: bool, **_: bool) -> None:
            made.append(with_pip)

        def create(self, folder: Path) -> None:
            folder.mkdir(exist_ok=True)

    monkeypatch.setattr(fresh.venv, "EnvBuilder", Builder)
    fresh.install_program(frozenset())
    monkeypatch.setattr(fresh.shutil, "which", lambda _: None)
    fresh.install_program(frozenset({"dev"}))
    assert made == [False, True]
    assert machine.commands[1][1:4] == ["-m", "pip", "install"]


def test_only_changed_texts_are_compiled(
    fresh: ModuleType, machine: Machine, tmp_path: Path
) -> None:
    source = tmp_path / "i18n" / "zh_CN.ts"
    source.write_text("<TS/>")
    fresh.release_texts()
    assert len(machine.commands) == 1
    source.with_suffix(".qm").write_bytes(b"")
    fresh.release_texts()
    assert len(machine.commands) == 1
