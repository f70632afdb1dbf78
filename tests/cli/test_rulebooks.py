"""``rulebook``: a key, a package, a look, taken in, and listed; what was altered is refused."""

from datetime import date

import pytest

from butler_desktop.storage.rule_files import taken_folder
from tests.cli.conftest import FORMS
from tests.published import NEXT, Publisher


@pytest.fixture
def publisher(demo, tmp_path):
    folder = tmp_path / "published"
    folder.mkdir()
    return Publisher(folder)


def test_a_rulebook_is_taken_in_and_counts_at_the_next_start(run, publisher):
    file = publisher.publish()
    refused = run("rulebook", "take", file)
    assert refused.code == 1
    assert publisher.key.fingerprint in refused.err
    assert run("rulebook", "trust", publisher.public).code == 0
    looked = run("rulebook", "take", file, "--dry-run", "--json").json
    assert (looked["version"], looked["taken"], looked["changes"]) == (NEXT, False, [])
    assert [it["in_force"] for it in run("rulebook", "list", "--json").json] == [True]
    said = run("rulebook", "take", file)
    assert NEXT in said.out
    assert publisher.key.fingerprint in said.out
    listed = run("rulebook", "list", "--json").json
    assert [it["version"] for it in listed if it["effective_from"] <= "2026-03-01"] == [NEXT]


def test_an_altered_one_is_refused_in_a_sentence(run, publisher):
    file = publisher.publish()
    run("rulebook", "trust", publisher.public)
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(bytes(data))
    said = run("rulebook", "take", file)
    assert said.code == 1
    assert "规则库" in said.err
    assert len(run("rulebook", "list", "--json").json) == 1


def test_a_form_by_itself_is_judged_by_what_was_taken_in(run, publisher):
    old = 'key = "min_age"\nvalue = 18\nof = ["org"]\n'
    aged = {"provinces/beijing.toml": (old, old.replace("18", "90"))}
    run("rulebook", "trust", publisher.public)
    run("rulebook", "take", publisher.publish(aged, effective_from=date(2027, 1, 1)))
    form = ("check", FORMS, "--entry", "F00", "--json")
    before = {it["rule"] for it in run(*form, "--day", "2026-12-31").json}
    after = {it["rule"] for it in run(*form, "--day", "2027-01-01").json}
    assert after - before == {"P10"}


def test_one_that_was_changed_is_listed_with_the_reason_in_the_language_asked(run, publisher):
    run("rulebook", "trust", publisher.public)
    run("rulebook", "take", publisher.publish())
    (kept,) = taken_folder().iterdir()
    kept.write_bytes(kept.read_bytes()[:-9])
    told = run("rulebook", "list", "--language", "en", "--json").json[-1]
    assert (told["version"], told["in_force"]) == (kept.name, None)
    assert "damaged" in told["fault"]


def test_one_of_ones_own_is_signed(run, tmp_path, publisher):
    publisher.publish()
    made = run("rulebook", "key", tmp_path / "mine.pem")
    assert made.code == 0
    out = tmp_path / "mine.rulebook"
    packed = run(
        "rulebook", "pack", publisher.folder / "rules", "--key", tmp_path / "mine.pem", "-o", out
    )
    assert packed.code == 0
    assert run("rulebook", "trust", tmp_path / "mine.public.pem").code == 0
    assert run("rulebook", "take", out, "--dry-run", "--json").json["version"] == NEXT
    nowhere = run("rulebook", "pack", tmp_path, "--key", tmp_path / "mine.pem", "-o", out)
    assert nowhere.code != 0
    assert "rulebook.toml" in nowhere.err
