"""``demo``: the README's first command, as a process of its own."""

from tests.cli.test_main import program


def test_the_demo_says_what_it_made_and_made_it(run, place):
    done = program("demo", "--into", place / "made", QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    folder = place / "made"
    (pdf,) = folder.glob("*.pdf")
    assert pdf.read_bytes().startswith(b"%PDF")
    assert str(pdf) in done.stdout
    pictures = list((folder / "screens").glob("*.png"))
    assert len(pictures) >= 10
    assert f"{len(pictures)} 张截图" in done.stdout
    assert f"--database {folder / 'demo.db'}" in done.stdout
    named = ("--database", folder / "demo.db")
    assert run("verify", pdf, *named, "--json").json["present"] is True
    shown = run("show", pdf.name.rpartition("-v")[0], *named, "--json").json
    assert shown["state"] == "closed"
    assert shown["rating"] is not None
    for order in run("orders", *named, "--json").json:
        assert run("journal", order["number"], "--verify", *named).code == 0


def test_a_demo_is_not_played_into_another_one(run, place):
    (place / "made").mkdir()
    (place / "made" / "demo.db").touch()
    said = run("demo", "--into", "made")
    assert said.code == 3
    assert "已有演示数据" in said.err


def test_a_place_that_cannot_hold_it_is_told(run, place):
    (place / "file").touch()
    assert run("demo", "--into", "file/demo").code == 3
