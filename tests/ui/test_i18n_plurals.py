"""English counts in one and many: every text with a number has both forms."""

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from butler_desktop import resources

PACKAGE = Path(resources.__file__).parent
ENGLISH = resources.folder("i18n") / "en.ts"
Forms = dict[tuple[str, str], list[str]]


def counts(file: Path) -> Forms:
    """The forms of every text with a number, by context and source."""
    return {
        (context.findtext("name", ""), message.findtext("source", "")): [
            form.text or "" for form in message.iter("numerusform")
        ]
        for context in ET.parse(file).getroot().iter("context")
        for message in context.iter("message")
        if message.get("numerus") == "yes"
    }


@pytest.fixture(scope="module")
def present(tmp_path_factory: pytest.TempPathFactory) -> Forms:
    """The texts with a number that the source has now."""
    file = tmp_path_factory.mktemp("texts") / "now.ts"
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    command = [str(tool), "-silent", "-pluralonly", "-extensions", "py", str(PACKAGE)]
    subprocess.run([*command, "-ts", str(file)], capture_output=True, check=False)
    return counts(file)


def test_every_text_with_a_number_has_its_forms(present: Forms) -> None:
    assert counts(ENGLISH).keys() == present.keys()


def test_both_forms_are_written_and_carry_the_number() -> None:
    wrong = {
        key: forms
        for key, forms in counts(ENGLISH).items()
        if len(forms) != 2 or not all("%n" in form and "(s)" not in form for form in forms)
    }
    assert wrong == {}


@pytest.mark.parametrize(("number", "told"), [(1, "1 filing"), (2, "2 filings")])
def test_qt_chooses_the_form(tmp_path: Path, number: int, told: str) -> None:
    made = tmp_path / "en.qm"
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([str(tool), str(ENGLISH), "-qm", str(made)], capture_output=True, check=True)
    translator = QTranslator()
    assert translator.load(str(made))
    context = next(context for context, source in counts(ENGLISH) if source == "%n filing(s)")
    said = translator.translate(context, "%n filing(s)", "", number)
    assert said.replace("%n", str(number)) == told
