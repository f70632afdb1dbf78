"""The shipped files are found wherever the program runs from."""

import shutil
import subprocess
import sys
from pathlib import Path

from butler_desktop import resources


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
