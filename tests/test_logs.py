"""Nobody's numbers reach the log, by whatever road; and a crash is told once."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop import logs

MOBILE = "13912345678"
RESIDENT = "11010519491231002X"
OLD_RESIDENT = "110105491231002"
CREDIT = "91350100M000100Y43"
E_MAIL = "lin.xiaowen+ba@example.com.cn"
PERSONAL = [
    MOBILE,
    "139 1234 5678",
    "139-1234-5678",
    "+86 13912345678",
    "１３９１２３４５６７８",
    RESIDENT,
    RESIDENT.lower(),
    "110105 19491231 0021",
    "11010519491231002",  # typed one short
    OLD_RESIDENT,
    CREDIT,
    CREDIT.lower(),
    E_MAIL,
    "6222020200112233445",
]


SECRETS = [
    "postgresql://lin:s3cret@db.example/team",
    "postgresql+psycopg://林晓雯:s3cret@192.0.2.7:5433/team?host=@s3cret@x",
    "postgres://lin:s3 cr:et/s3cret@db/team",
    "host=db.example password=s3cret user=lin",
    "password='s3cret and more'",
    "{'user': 'lin', 'password': 's3cret'}",
    "postgresql://db.example/team?user=lin&password=s3cret&sslpassword=s3cret",
]


@pytest.mark.parametrize("text", SECRETS)
def test_no_password_is_told(text: str) -> None:
    told = logs.masked(f"cannot open {text}")
    assert "s3" not in told
    assert "[password]" in told


@pytest.fixture
def written(tmp_path: Path) -> Iterator[Path]:
    root = logging.getLogger()
    level = root.level
    handler = logs.start(tmp_path)
    yield tmp_path / logs.FILE
    root.removeHandler(handler)
    root.setLevel(level)
    handler.close()


@pytest.mark.parametrize("number", PERSONAL)
def test_a_personal_number_is_masked_in_any_surroundings(number: str) -> None:
    for text in (number, f"号码{number}。", f"number={number},", f"'{number}'", f"（{number}）"):
        shown = logs.masked(text)
        assert number not in shown
        assert sum(char.isdigit() for char in shown) == 0, shown


@given(st.text(), st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True), st.text())
def test_a_mobile_number_is_masked_in_any_text(before: str, mobile: str, after: str) -> None:
    if not before[-1:].isdigit() and not after[:1].isdigit():
        assert mobile not in logs.masked(before + mobile + after)


@pytest.mark.parametrize(
    "text",
    [
        "BA-2603-0418 of DD-260316-0027",
        "0199e0b5-7c9a-7c3e-8a53-16f8a1c2d3e4",
        "2026-03-18 10:42:00,123",
        "京ICP备2026000001号",
        "revision 8, 1990 rows, 299800 fen",
    ],
)
def test_what_is_nobodys_number_stays(text: str) -> None:
    assert logs.masked(text) == text


def test_arguments_tracebacks_and_causes_are_masked(written: Path) -> None:
    log = logging.getLogger("butler_desktop.anything")
    log.warning("called %s (%r)", MOBILE, {"id": RESIDENT})
    try:
        look_up(RESIDENT)
    except ValueError:
        log.exception("lookup of %s failed", CREDIT)
    text = written.read_text(encoding="utf-8")
    assert "Traceback" in text
    assert "KeyError" in text
    for number in (MOBILE, RESIDENT, E_MAIL, CREDIT):
        assert number not in text


def test_the_log_is_turned_over_before_it_grows_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logs, "BYTES_A_FILE", 2_000)
    root = logging.getLogger()
    handler = logs.start(tmp_path)
    try:
        for number in range(500):
            logging.getLogger("butler_desktop").warning("line %d of many", number)
    finally:
        root.removeHandler(handler)
        handler.close()
    files = sorted(tmp_path.iterdir())
    assert len(files) == 1 + logs.FILES_KEPT
    assert all(file.stat().st_size <= 2_000 for file in files)


def test_no_log_folder_is_no_reason_not_to_start(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    in_the_way = tmp_path / "logs"
    in_the_way.write_text("a file where the folder should be")
    root = logging.getLogger()
    handler = logs.start(in_the_way)
    try:
        logging.getLogger("butler_desktop").warning("called %s", MOBILE)
    finally:
        root.removeHandler(handler)
    said = capsys.readouterr().err
    assert "no log file" in said
    assert "called [mobile]" in said


def boom(person: str) -> None:
    raise RuntimeError(f"unexpected {person}")


def look_up(person: str) -> None:
    try:
        persons: dict[str, str] = {}
        persons[E_MAIL]
    except KeyError as cause:
        raise ValueError(f"no such person {person}") from cause


def caught(person: str) -> BaseException:
    with pytest.raises(RuntimeError) as raised:
        boom(person)
    return raised.value


def test_a_crash_is_reported_once_and_masked(tmp_path: Path) -> None:
    told: list[Path] = []
    reports = logs.CrashReports(tmp_path, told.append)
    error = caught(MOBILE)
    path = reports.report(error)
    assert path is not None
    assert told == [path]
    text = path.read_text(encoding="utf-8")
    assert "unexpected [mobile]" in text
    assert "butler-desktop " in text
    assert MOBILE not in text
    assert reports.report(error) is None
    assert told == [path]


def test_uncaught_exceptions_of_every_thread_are_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    logs.CrashReports(tmp_path).install()
    error = caught("x")
    sys.excepthook(type(error), error, error.__traceback__)
    thread = threading.Thread(target=boom, args=("y",))
    thread.start()
    thread.join()
    texts = [file.read_text(encoding="utf-8") for file in tmp_path.glob("crash-*.txt")]
    assert sorted("unexpected x" in text for text in texts) == [False, True]


def test_an_interrupt_is_no_crash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    logs.CrashReports(tmp_path).install()
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert "KeyboardInterrupt" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
