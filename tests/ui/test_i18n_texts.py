"""Every text of the window is said in Chinese too, and none is left of a text long gone."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from butler_desktop import resources

PACKAGE = Path(resources.__file__).parent
CHINESE = resources.folder("i18n") / "zh_CN.ts"
SLOT = re.compile(r"%(?:L?\d+|Ln|n)|\{\w*\}")


class Text(NamedTuple):
    """One message of a .ts file."""

    context: str
    source: str
    remark: str
    translations: tuple[str, ...]
    state: str

    @property
    def key(self) -> tuple[str, str, str]:
        return self.context, self.source, self.remark


def texts(file: Path) -> Iterator[Text]:
    for context in ET.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = translation.findall("numerusform") or [translation]
            yield Text(
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.findtext("comment", ""),
                tuple("".join(form.itertext()).strip() for form in forms),
                translation.get("type", ""),
            )


@pytest.fixture(scope="module")
def present(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str, str]]:
    """The texts that the source has now."""
    file = tmp_path_factory.mktemp("texts") / "now.ts"
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    command = [str(tool), "-silent", "-extensions", "py", str(PACKAGE), "-ts", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert file.exists(), done.stdout + done.stderr
    assert "rror" not in done.stderr, done.stderr
    return {text.key for text in texts(file)}


def test_every_text_has_its_place_in_the_chinese_file(present: set[tuple[str, str, str]]) -> None:
    assert present - {text.key for text in texts(CHINESE)} == set()


def test_no_text_is_left_that_the_source_has_no_more(present: set[tuple[str, str, str]]) -> None:
    assert {text.key for text in texts(CHINESE)} - present == set()


def test_every_text_is_translated() -> None:
    assert [text for text in texts(CHINESE) if text.state or not all(text.translations)] == []


def test_every_translation_fills_the_same_slots() -> None:
    wrong = [
        text
        for text in texts(CHINESE)
        for translation in text.translations
        if sorted(SLOT.findall(text.source)) != sorted(SLOT.findall(translation))
    ]
    assert wrong == []
