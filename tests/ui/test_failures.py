"""Failures are told above the pages, in a sentence with its cure, and can be closed."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from butler_desktop.errors import StoreUnavailable
from butler_desktop.logs import CrashReports
from butler_desktop.ui.failures import Failures
from butler_desktop.words import Words


@pytest.fixture
def failures(qtbot: QtBot, tmp_path: Path) -> Failures:
    made = Failures(CrashReports(tmp_path))
    qtbot.addWidget(made)
    return made


def test_nothing_is_told_at_first(failures: Failures) -> None:
    assert failures.isHidden()


def test_an_error_is_told_with_its_cure_until_it_is_closed(failures: Failures) -> None:
    failures.tell(
        StoreUnavailable(Words("数据库打不开。", "No database."), Words("请检查磁盘。", "Look."))
    )
    assert not failures.isHidden()
    assert "数据库打不开。" in failures.accessibleName()
    assert "请检查磁盘。" in failures.accessibleName()
    failures.closed.emit()
    assert failures.isHidden()


def test_a_bug_is_told_with_the_place_of_its_report(failures: Failures, tmp_path: Path) -> None:
    failures.tell_bug(ValueError("机主 13800001234"))
    (report,) = tmp_path.glob("crash-*.txt")
    assert report.name in failures.accessibleName()
    assert "13800001234" not in report.read_text(encoding="utf-8")


def test_the_same_bug_is_reported_once(failures: Failures, tmp_path: Path) -> None:
    error = ValueError("again")
    failures.tell_bug(error)
    failures.tell_bug(error)
    assert len(list(tmp_path.glob("crash-*.txt"))) == 1
