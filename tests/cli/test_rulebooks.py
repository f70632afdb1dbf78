"""``rulebook``: a key, a package, a look, taken in, and listed; what was altered is refused."""

import pytest

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
