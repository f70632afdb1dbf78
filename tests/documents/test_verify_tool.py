"""The one-file verifier needs nothing but Python, and says what the program says."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop import resources
from butler_desktop.documents.packet import render_packet
from butler_desktop.documents.verify import verify_packet
from tests.documents.papers import a_content, a_packet
from tests.documents.reply_filling import filled

TOOL = resources.folder("verifier") / "verify_packet.py"
VOID = "已由第 2 版替代"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("verify_packet", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def same(tool: ModuleType, data: bytes) -> dict[str, object]:
    """The tool's verdict, which is the program's."""
    found, ours = tool.verdict(data), verify_packet(data)
    assert (found["filing"], found["version"]) == (ours.filing, ours.version)
    assert (found["digest"], found["whole"], found["void"]) == (
        ours.digest,
        ours.whole,
        ours.is_void,
    )
    return dict(found)


def test_a_packet_is_whole_a_void_one_says_so_and_a_filled_in_one_is_altered(tool) -> None:
    assert same(tool, a_packet())["whole"]
    void = same(tool, render_packet(a_content(), {}, VOID).pdf)
    assert (void["whole"], void["void"]) == (True, True)
    assert not tool.verdict(filled(a_packet(), ticks=("confirm",)))["whole"]
    assert same(tool, b"%PDF-1.7 of somebody else\n%%EOF\n")["digest"] == ""


@given(st.data())
def test_any_changed_byte_and_any_cut_is_seen(tool, data: st.DataObject) -> None:
    packet = bytearray(a_packet())
    at = data.draw(st.integers(0, len(packet) - 1))
    packet[at] ^= data.draw(st.integers(1, 255))
    assert not tool.verdict(bytes(packet))["whole"]
    assert not tool.verdict(a_packet()[:at])["whole"]


def test_it_runs_alone_and_its_exit_code_tells(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.pdf", tmp_path / "bad.pdf"
    good.write_bytes(a_packet())
    bad.write_bytes(a_packet().replace(b"/Creator", b"/Creater"))
    script = tmp_path / "verify_packet.py"
    script.write_bytes(TOOL.read_bytes())

    def run(*paths: Path) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-I", "-S", str(script), *map(str, paths)]
        env = {"PYTHONUTF8": "1"}
        return subprocess.run(command, capture_output=True, text=True, env=env, check=False)

    fine = run(good)
    assert (fine.returncode, fine.stderr) == (0, "")
    assert "VALID: BA-2603-0405 第 1 版" in fine.stdout
    both = run(good, bad, tmp_path / "none.pdf")
    assert both.returncode == 1
    assert "ALTERED" in both.stdout
