"""The commands on a shared database: set up, butlers added, and every other command on it."""

import io
from datetime import datetime

import pytest
from sqlalchemy import URL

from butler_desktop.storage.upgrade import HEAD
from tests.cli.conftest import FORMS, ORDER, ORDERS, Run
from tests.postgres import Server

BUTLER, SUPERVISOR, AUDITOR = "林晓雯", "周珂", "审计 小组"


def told(url: URL) -> str:
    """The address as somebody types it."""
    return url.render_as_string(hide_password=False)


@pytest.fixture
def empty(server: Server):
    url = server.empty()
    yield url
    server.drop(url)


@pytest.fixture
def team(empty: URL, run: Run) -> str:
    """A database that is set up, with one of each role."""
    assert run("shared", "init", told(empty)).code == 0
    for name, role in ((BUTLER, "butler"), (SUPERVISOR, "supervisor"), (AUDITOR, "auditor")):
        done = run("shared", "add-butler", name, "--role", role, "--database", told(empty))
        assert done.code == 0
    return told(empty)


def of(team: str, name: str) -> str:
    return team.replace("//owner@", f"//{name}@")


def test_an_empty_database_is_set_up_and_then_let_be(empty: URL, run: Run):
    first = run("shared", "init", told(empty), "--language", "en")
    assert first.code == 0
    assert first.out.endswith("is set up.\n")
    again = run("shared", "init", told(empty))
    assert again.code == 0
    assert "没有改动" in again.out


def test_attachments_are_moved_to_a_place_that_is_told(team: str, run: Run, place):
    assert "已建好" in run("shared", "init", team, "--blobs", place / "files").out
    assert "没有改动" in run("shared", "init", team, "--blobs", place / "files").out
    assert str(place / "files") in run("shared", "status", "--database", team).out
    refused = run("shared", "init", team, "--blobs", "ftp://somewhere")
    assert refused.code == 3


def test_the_status_has_its_shape(team: str, run: Run, place):
    told_before = run("shared", "status", "--json", "--database", team).json
    assert list(told_before) == ["schema", "desks", "orders", "journal_head", "clock"]
    assert told_before["schema"] == HEAD
    assert datetime.fromisoformat(told_before["clock"]).strftime("%z") == "+0800"
    assert (told_before["desks"], told_before["orders"], told_before["journal_head"]) == ([], 0, 0)
    mine = of(team, BUTLER)
    assert run("import-orders", ORDERS, "--database", mine).code == 0
    assert run("replica", "create", "--shared", mine, "--into", place / "r.db").code == 0
    status = run("shared", "status", "--json", "--database", of(team, AUDITOR)).json
    assert (status["orders"], status["journal_head"]) == (40, 40)
    (desk,) = status["desks"]
    assert (desk["actor"], desk["mark"]) == (BUTLER, 1)
    assert desk["seen_at"].endswith("+08:00")
    assert BUTLER in run("shared", "status", "--database", team).out


def test_somebody_known_is_given_another_role(team: str, run: Run):
    def add(*more: str):
        return run("shared", "add-butler", "新来的", "--database", team, *more)

    assert "新来的 可以管家身份登录：postgresql://新来的@" in add("--role", "butler").out
    assert "新来的 的身份现在是主管" in add("--role", "supervisor").out


def test_a_password_comes_on_standard_input_alone(team: str, run: Run, monkeypatch, server: Server):
    def add(typed: str):
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        return run(
            "shared", "add-butler", "陈默", "--role", "butler", "--password-stdin",
            "--database", team,
        )  # fmt: skip

    assert add("").code == 2
    assert add("\n").code == 2
    done = add("松 柏\n")
    assert done.code == 0
    assert "松" not in done.out + done.err
    (kept,) = server.sql("SELECT rolpassword FROM pg_authid WHERE rolname = '陈默'")
    assert str(kept[0]).startswith("SCRAM-SHA-256$")


WRONG = {
    "nobody": (("add-butler", "", "--role", "butler"), 1, "不能用"),
    "too long": (("add-butler", "林" * 22, "--role", "butler"), 1, "不能用"),
    "the owner's role": (("add-butler", "x", "--role", "owner"), 2, "owner"),
    "no role": (("add-butler", "x"), 2, "--role"),
    "no command": ((), 2, "COMMAND"),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_cannot_be_is_one_sentence(team: str, run: Run, what: str):
    arguments, code, sentence = WRONG[what]
    done = run("shared", *arguments, *(("--database", team) if arguments else ()))
    assert done.code == code
    assert sentence in done.err


@pytest.mark.parametrize("name", [BUTLER, SUPERVISOR, AUDITOR])
def test_only_the_owner_adds_butlers_and_sets_up(team: str, run: Run, name: str, server: Server):
    done = run("shared", "add-butler", "x", "--role", "butler", "--database", of(team, name))
    assert done.code == 1
    assert "所有者" in done.err
    assert server.sql("SELECT 1 FROM pg_roles WHERE rolname = 'x'") == []
    server.sql("UPDATE alembic_version SET version_num = '0002'", url_of(team))
    assert run("shared", "init", of(team, name)).code == 1


def url_of(team: str) -> URL:
    from sqlalchemy import make_url

    return make_url(team)


@pytest.mark.parametrize(("version", "sentence"), [("9999", "请更新程序"), ("0002", "旧结构 0002")])
@pytest.mark.parametrize("command", [("orders",), ("shared", "status"), ("receipt",)])
def test_another_version_is_a_sentence(team, run, server: Server, version, sentence, command):
    server.sql(f"UPDATE alembic_version SET version_num = '{version}'", url_of(team))
    done = run(*command, "--database", of(team, BUTLER))
    assert done.code == 3
    assert sentence in done.err


def test_a_newer_database_is_not_set_up_anew(team: str, run: Run, server: Server):
    server.sql("UPDATE alembic_version SET version_num = '9999'", url_of(team))
    assert run("shared", "init", team).code == 3


UNREACHED = {
    "away": ("postgresql://lin@/team?host=/nowhere", "连不上"),
    "unsure": ("postgresql://lin@db.example/team?sslmode=require", "核验证书"),
    "another kind": ("mysql://lin@db.example/team", "mysql"),
    "no address": ("postgresql://lin@db.example:port/team", "postgresql"),
}


@pytest.mark.parametrize("what", UNREACHED)
@pytest.mark.parametrize("command", [("orders",), ("shared", "status")])
def test_a_database_that_cannot_be_had_is_a_sentence(run: Run, what: str, command):
    url, sentence = UNREACHED[what]
    done = run(*command, "--database", url)
    assert done.code == 3
    assert sentence in done.err


def test_a_database_that_is_not_there_or_not_set_up(run: Run, empty: URL):
    done = run("orders", "--database", told(empty.set(database="nothing")))
    assert (done.code, "没有共享库" in done.err) == (3, True)
    for command in (("orders",), ("shared", "status")):
        done = run(*command, "--database", told(empty))
        assert (done.code, "shared init" in done.err) == (3, True)
    stranger = told(empty.set(username="nobody at all"))
    assert run("orders", "--database", stranger).code == 3


def test_another_programs_database_is_let_be(run: Run, empty: URL, server: Server):
    server.sql("CREATE TABLE theirs (id int)", empty)
    done = run("shared", "init", told(empty))
    assert done.code == 3
    assert "别的程序" in done.err


def test_a_file_is_no_shared_database(run: Run, place):
    for arguments in (("shared", "status"), ("shared", "add-butler", "x", "--role", "butler")):
        done = run(*arguments, "--database", place / "butler.db")
        assert (done.code, "不是共享库" in done.err) == (1, True)


def test_every_command_works_on_it_directly(team: str, run: Run, place):
    mine = ("--database", of(team, BUTLER))
    assert run("import-orders", ORDERS, "--dry-run", "--json", *mine).code == 0
    assert run("import-orders", ORDERS, "--json", *mine).json["taken"] == 40
    assert len(run("orders", "--json", *mine).json) == 40
    made = run("new-filing", ORDER, "--from", FORMS, "--entry", "F00", "--json", *mine)
    filing = made.json["number"]
    assert [it["number"] for it in run("filings", "--json", *mine).json] == [filing]
    assert run("do", filing, "contact_customer", *mine).code == 0
    assert run("edit", filing, "service.service_name", "松间门户", *mine).code == 0
    scan = FORMS.parent / "scans" / "business-licence.jpg"
    assert run("attach", filing, "sponsor_cert", scan, *mine).code == 0
    assert run("packet", filing, "-o", place / "p.pdf", *mine).code == 0
    assert run("verify", place / "p.pdf", "--json", *mine).code == 0
    view = run("show", filing, "--json", *mine).json
    assert view["form"]["service"]["service_name"] == "松间门户"
    assert {line["actor"] for line in view["timeline"]} == {BUTLER}
    assert run("journal", ORDER, "--verify", *mine).code == 0
    # What is there for replicas says so.
    assert run("sync", *mine).code == 1
    assert run("conflicts", "--json", *mine).json == run("receipt", "--json", *mine).json == []


def test_an_auditor_looks_and_sees_no_personal_number(team: str, run: Run, place):
    mine, theirs = ("--database", of(team, BUTLER)), ("--database", of(team, AUDITOR))
    assert run("import-orders", ORDERS, *mine).code == 0
    made = run("new-filing", ORDER, "--from", FORMS, "--entry", "F00", "--json", *mine)
    filing = made.json["number"]
    assert run("do", filing, "contact_customer", *mine).code == 0
    whole = run("show", filing, "--json", *mine).json["form"]["subject_pic"]
    seen = run("show", filing, "--json", *theirs).json
    assert "*" in seen["form"]["subject_pic"]["id_number"]
    assert whole["id_number"] not in str(seen)
    assert {lack["message"] for it in seen["allowed"] for lack in it["lacks"]} == {
        "审计员只能查看。"
    }
    assert run("orders", *theirs).code == run("journal", ORDER, "--verify", *theirs).code == 0
    for arguments in (
        ("edit", filing, "service.service_name", "x"),
        ("do", filing, "start_collecting"),
        ("packet", filing, "-o", place / "p.pdf"),
        ("new-filing", ORDER, "--from", FORMS, "--entry", "F00"),
        ("import-orders", ORDERS),
    ):
        done = run(*arguments, *theirs)
        assert (done.code, "只能查看" in done.err) == (1, True), (arguments, done)
    assert not (place / "p.pdf").exists()
    assert run("replica", "create", "--shared", theirs[1], "--into", place / "r.db").code == 1
    assert not (place / "r.db").exists()


def test_no_password_is_told(run: Run, server: Server, empty: URL):
    url = told(empty.set(username="陈默", password="s3cret"))
    for arguments in (
        ("orders", "--database", url),
        ("shared", "init", url),
        ("shared", "init", url, "--colour", url),
        ("orders", url),
        ("shared", "status", "--database", url.replace("?", "?sslmode=require&")),
        ("shared", "status", "--database", "postgresql://a:s3cret@db.example/x?sslmode=allow"),
    ):
        done = run(*arguments)
        assert "s3cret" not in done.out + done.err
