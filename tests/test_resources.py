"""The shipped files are found wherever the program runs from."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from butler_desktop import resources

RARE_NAMES = "㛃䶮𬭎𠅤𡋾𪾢㐆𬸚㙍"
BOXES = "☐☑"


def test_a_checkout_finds_its_files() -> None:
    assert (resources.folder("fonts") / "NotoSansSC-Regular.ttf").is_file()


def test_an_installed_wheel_finds_the_files_packed_into_it(tmp_path: Path) -> None:
    package = tmp_path / "butler_desktop"
    (package / "_resources").mkdir(parents=True)
    source = Path(resources.__file__)
    for file in (source, source.with_name("__init__.py")):
        shutil.copy(file, package)
    asked = "from butler_desktop import resources; print(resources.folder('fonts'))"
    answer = subprocess.run(
        [sys.executable, "-c", asked], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert Path(answer.stdout.strip()) == (package / "_resources" / "fonts").resolve()


def drawn_by(font: str) -> set[str]:
    """The characters that a shipped font can draw."""
    file = resources.folder("fonts") / f"{font}.ttf"
    with TTFont(file, lazy=True) as opened:
        return {chr(point) for point in opened.getBestCmap()}


def ideographs_of_gbk() -> set[str]:
    return {chr(point) for point in range(0x4E00, 0x9FA6)}


@pytest.mark.parametrize("font", ["NotoSansSC-Regular", "NotoSansSC-Bold", "NotoSerifSC-Regular"])
def test_each_text_face_draws_every_common_ideograph(font: str) -> None:
    assert ideographs_of_gbk() - drawn_by(font) == set()


def test_the_chain_of_faces_draws_rare_names_and_boxes() -> None:
    left = set(RARE_NAMES + BOXES)
    for font in ("NotoSansSC-Regular", "HanaMinA", "HanaMinB"):
        left -= drawn_by(font)
    assert left == set()


def test_no_ideograph_is_drawn_in_japanese_forms_where_there_is_a_chinese_one() -> None:
    assert drawn_by("NotoSansSC-Regular") & (drawn_by("HanaMinA") | drawn_by("HanaMinB")) == set()


def test_every_font_has_its_licence_beside_it() -> None:
    licences = {
        file.name.partition("-")[0] for file in resources.folder("fonts").glob("licences/*")
    }
    families = {file.name.partition("-")[0] for file in resources.folder("fonts").glob("Noto*.ttf")}
    assert families <= licences
    assert "Hanazono.txt" in licences
