"""``check-rulebook``: the shipped one, a broken one, one that cannot be read."""

import shutil

import pytest

from butler_desktop import resources


def test_the_shipped_rulebook_is_whole(run, place):
    said = run("check-rulebook")
    assert said.code == 0
    assert "31 省" in said.out
    assert run("check-rulebook", "--json").json == []
    assert list(place.iterdir()) == []


def test_faults_are_told_a_line_each(run, tmp_path):
    folder = shutil.copytree(resources.folder("rulebook"), tmp_path / "book")
    file = folder / "provinces" / "gansu.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('key = "min_age"', 'key = "minimum_age"', 1), encoding="utf-8")
    said = run("check-rulebook", folder)
    assert said.code == 1
    (line,) = said.out.splitlines()
    assert line.startswith("provinces/gansu.toml")
    assert "minimum_age" in line


def test_a_file_that_cannot_be_read_is_named(run, tmp_path):
    folder = shutil.copytree(resources.folder("rulebook"), tmp_path / "book")
    (folder / "words.toml").write_text("[[", encoding="utf-8")
    said = run("check-rulebook", folder)
    assert said.code in (1, 3)
    assert "words.toml" in said.err


BROKEN = [
    ("checks.toml", 'id = "M05", severity = "warning", ', 'id = "M05", ', "M05", "severity"),
    ("checks.toml", "as_of = 2026-11-22\n", "", "", "as_of"),
    ("provinces/gansu.toml", "as_of = 2026-11-22\n", "", "", "as_of"),
    ("materials.toml", "least_side = 1000\n", "", "", "least_side"),
    ("materials.toml", 'en = "Domain certificate"\n', "", "domain_cert", "en"),
    ("materials.toml", 'formats = ["jpg", "png"]', 'formats = ["gif"]', "", "gif"),
    ("facts.toml", "en = ", "english = ", "", "en"),
    ("code-tables.toml", 'zh = "营业执照", ', "", "business_license", "zh"),
    ("rulebook.toml", "effective_from", "from", "", "effective_from"),
]


@pytest.mark.parametrize(("name", "old", "new", "row", "column"), BROKEN)
def test_what_a_file_lacks_is_told_with_its_row(run, tmp_path, name, old, new, row, column):
    folder = shutil.copytree(resources.folder("rulebook"), tmp_path / "book")
    file = folder / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    said = run("check-rulebook", folder)
    assert said.code in (1, 3)
    told = said.out + said.err
    assert name in told
    assert row in told
    assert f"“{column}”" in told
    assert "Error" not in told
