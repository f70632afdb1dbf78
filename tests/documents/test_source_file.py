import os
import socket
from pathlib import Path

import pytest

from butler_desktop.documents import source_file
from butler_desktop.documents.scan_refusal import ScanRefused
from butler_desktop.documents.source_file import MOST_BYTES, read_source


def code_of(path: Path) -> str:
    with pytest.raises(ScanRefused) as refused:
        read_source(path)
    assert refused.value.sentence.zh
    assert refused.value.cure.zh
    return refused.value.flag.code


def test_the_bytes_come_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "张𬭎的证件.jpg"
    path.write_bytes(b"\xff\xd8\r\n\x1a\x00")
    assert read_source(path) == b"\xff\xd8\r\n\x1a\x00"


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "scan.jpg").write_bytes(b"abc")
    (tmp_path / "link.jpg").symlink_to(tmp_path / "scan.jpg")
    assert read_source(tmp_path / "link.jpg") == b"abc"


def test_what_is_no_file_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "broken.jpg").symlink_to(tmp_path / "gone.jpg")
    (tmp_path / "loop.jpg").symlink_to(tmp_path / "loop.jpg")
    (tmp_path / "empty.jpg").touch()
    os.mkfifo(tmp_path / "pipe.jpg")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(os.path.relpath(tmp_path / "socket.jpg"))
        answers = {
            name: code_of(tmp_path / name)
            for name in ("", "gone.jpg", "broken.jpg", "loop.jpg", "empty.jpg", "pipe.jpg")
        }
        assert code_of(tmp_path / "socket.jpg") == "unreadable"
    assert answers == {
        "": "not_a_file",
        "gone.jpg": "not_found",
        "broken.jpg": "not_found",
        "loop.jpg": "unreadable",
        "empty.jpg": "empty",
        "pipe.jpg": "not_a_file",
    }


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that fails to read")
def test_a_file_that_fails_while_it_is_read_is_refused() -> None:
    assert code_of(Path("/proc/self/mem")) in {"unreadable", "empty", "changed"}


def test_a_giant_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "film.jpg"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert code_of(path) == "too_big"


@pytest.mark.parametrize("grown", [True, False])
def test_a_file_that_changes_meanwhile_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, grown: bool
) -> None:
    path = tmp_path / "arriving.jpg"
    path.write_bytes(b"first half")
    real, calls = os.fstat, []

    def writing_meanwhile(descriptor: int) -> os.stat_result:
        status = real(descriptor)
        if not calls:
            calls.append(status)
            path.write_bytes(b"first half, second half" if grown else b"")
        return status

    monkeypatch.setattr(source_file.os, "fstat", writing_meanwhile)
    assert code_of(path) == "changed"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is locked for root")
def test_a_locked_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "locked.jpg"
    path.write_bytes(b"abc")
    path.chmod(0)
    assert code_of(path) == "forbidden"


def test_a_refused_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(source_file.os, "open", refuse)
    assert code_of(tmp_path / "locked.jpg") == "forbidden"
