"""``check-rulebook``: the shipped one, a broken one, one that cannot be read."""

import shutil

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
