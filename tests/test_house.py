"""The rules of the house, kept by machine: layers, sizes, names, docstrings, texts, traces."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "butler_desktop"
TESTS = ROOT / "tests"
LONGEST_FILE = 399
FORBIDDEN_NAMES = {
    "manager", "helper", "helpers", "util", "utils", "base", "misc", "common"
}  # fmt: skip


def sources(*folders: Path) -> list[Path]:
    """Every Python file below ``folders``."""
    return sorted(file for folder in folders for file in folder.rglob("*.py"))


def shown(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def docstring(file: Path) -> str:
    return ast.get_docstring(tree(file)) or ""


def project() -> dict[str, list[str]]:
    with (ROOT / "pyproject.toml").open("rb") as stream:
        document = tomllib.load(stream)["project"]
    return {"run": document["dependencies"], **document["optional-dependencies"]}


def test_imports_keep_their_contracts() -> None:
    asked = (
        "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    )
    done = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_file_is_too_long() -> None:
    lengths = {
        shown(file): len(file.read_text(encoding="utf-8").splitlines())
        for file in sources(PACKAGE, TESTS, ROOT / "packaging")
    }
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_every_module_says_what_it_is() -> None:
    silent = [shown(file) for file in sources(PACKAGE, ROOT / "packaging") if not docstring(file)]
    assert silent == []


def test_every_package_says_what_lives_there_and_what_it_may_import() -> None:
    inner = [file for file in sources(PACKAGE) if file.name == "__init__.py"]
    silent = [shown(file) for file in inner if "may import" not in docstring(file).lower()]
    assert silent == []


def words_of(name: str) -> set[str]:
    """The words that a name is made of: ``OrderBase`` is order and base, ``Database`` is one."""
    return {word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)}


def names(file: Path) -> Iterator[str]:
    yield file.parent.name if file.stem == "__init__" else file.stem
    yield from (node.name for node in ast.walk(tree(file)) if isinstance(node, ast.ClassDef))


def test_names_say_what_a_thing_is() -> None:
    empty = [
        f"{shown(file)}: {name}"
        for file in sources(PACKAGE, TESTS, ROOT / "packaging")
        for name in names(file)
        if words_of(name) & FORBIDDEN_NAMES
    ]
    assert empty == []


WAITS = {"sleep", "msleep", "usleep", "qWait", "qSleep", "processEvents"}


def waits(file: Path) -> Iterator[str]:
    """Calls that wait for time to pass instead of for something to happen."""
    for node in ast.walk(tree(file)):
        if not isinstance(node, ast.Call):
            continue
        called = ast.unparse(node.func)
        if called.rpartition(".")[2] in WAITS or called.endswith("qtbot.wait"):
            yield f"{shown(file)}:{node.lineno}: {called}"


def test_nothing_waits_for_time() -> None:
    assert [wait for file in sources(TESTS, PACKAGE) for wait in waits(file)] == []


def test_tests_mirror_the_packages() -> None:
    """``tests/storage/test_journal*.py`` is about ``butler_desktop/storage/journal``."""
    elsewhere = {"benchmarks", "journeys", "packaging"}
    strange = []
    for file in sources(TESTS):
        place = file.parent.relative_to(TESTS)
        if place.parts[:1] and place.parts[0] in elsewhere:
            continue
        subject = file.stem.removeprefix("test_")
        if not file.stem.startswith("test_") or (place == Path() and subject == "house"):
            continue
        known = {module.stem for module in (PACKAGE / place).glob("*.py")}
        known |= {module.parent.name for module in (PACKAGE / place).glob("*/__init__.py")}
        if not any(subject == name or subject.startswith(f"{name}_") for name in known):
            strange.append(shown(file))
    assert strange == []


def test_every_layer_has_its_tests() -> None:
    layers = [file.parent for file in PACKAGE.glob("*/__init__.py")]
    assert [layer.name for layer in layers if not [*(TESTS / layer.name).rglob("test_*.py")]] == []


def imported(files: list[Path]) -> set[str]:
    """The top-level names that ``files`` import."""
    found = set()
    for file in files:
        for node in ast.walk(tree(file)):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.partition(".")[0])
    return found


def distribution(requirement: str) -> str:
    """``SQLAlchemy>=2.1`` is the distribution ``sqlalchemy``."""
    return re.split(r"[^\w.-]", requirement)[0].lower().replace("_", "-")


def brought_by(names: set[str]) -> set[str]:
    """The distributions that bring the modules ``names``."""
    known = packages_distributions()
    return {distribution(it) for name in names for it in known.get(name, [])}


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    used = brought_by(imported(sources(PACKAGE)) - set(sys.stdlib_module_names))
    used -= {"butler-desktop", "shiboken6"}
    extras = project()["sign"] + project()["ocr"]
    declared = {distribution(line) for line in project()["run"] + extras}
    # PySide6 is one module of two distributions; RapidOCR loads its engine by name.
    assert used | {"pyside6-addons", "pyside6-essentials", "onnxruntime"} == declared


def test_what_the_tests_import_is_declared() -> None:
    used = brought_by(imported(sources(TESTS, ROOT / "packaging")) - set(sys.stdlib_module_names))
    declared = {distribution(line) for lines in project().values() for line in lines}
    assert used - declared - {"butler-desktop", "shiboken6"} == set()


def test_the_constraints_pin_exact_versions_and_nothing_else() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"[a-z0-9.-]+==[\w.+!]+", line)] == []
    pinned = {line.partition("==")[0] for line in lines}
    declared = {distribution(line) for lines in project().values() for line in lines}
    assert declared - pinned == set()


TRACES = re.compile(
    r"(?<![\w.])/(?:work|root|farm|home|opt|srv|mnt)/\w"  # a machine's folders
    r"|\b(?:index|extra-index|find)-(?:url|links)\b"
    r"|\b(?:files\.pythonhosted|registry\.(?:npmjs|yarnpkg)|deb\.debian|pypi)\.org\b"
    r"|\b(?:pypi|npm|apt|debian)[-.]mirrors?\b"
)


def texts() -> Iterator[tuple[str, str]]:
    """The name and content of every text file of the repository."""
    ours = [
        it
        for it in ROOT.iterdir()
        if not it.name.startswith(".") or it.name in (".ci", ".gitignore")
    ]
    files = [file for it in ours for file in (it.rglob("*") if it.is_dir() else [it])]
    for file in sorted(files):
        if file.is_file() and file.suffix != ".pyc":
            content = file.read_bytes()
            if b"\0" not in content:
                yield shown(file), content.decode("utf-8", errors="ignore")


def test_no_file_names_a_machine_or_a_package_host() -> None:
    found = [
        f"{name}: {trace.group()}" for name, text in texts() for trace in TRACES.finditer(text)
    ]
    assert found == []


def test_the_changelog_has_an_entry_for_what_is_not_released() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(r"^## Unreleased\n\n- ", text, re.MULTILINE)


@pytest.mark.usefixtures("qapp")
def test_qt_keeps_the_counts_of_none_and_true() -> None:
    """PySide6 6.12.0 loses a reference with each call on Python 3.11, and aborts in the end."""
    from PySide6.QtCore import QObject, Signal
    from PySide6.QtWidgets import QLabel

    class Bell(QObject):
        rung = Signal(bool)

    bell, label = Bell(), QLabel()
    heard: list[bool] = []
    bell.rung.connect(heard.append)
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(5000):
        bell.rung.emit(True)
        label.setText("x")
    assert len(heard) == 5000
    heard.clear()
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert all(abs(now - then) < 100 for then, now in zip(before, after, strict=True))
