"""The verifier that is handed out: one file, nothing of ours in it, the same verdicts as ours."""

import ast
import hashlib
import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop import resources
from butler_desktop.documents.packet import render_packet
from butler_desktop.documents.proof import render_proof
from butler_desktop.documents.seal import SEAL_LENGTH, Claim, sealed
from butler_desktop.documents.signature import signed
from butler_desktop.documents.verify import verify_packet
from butler_desktop.domain.confirmation_proof import DESK_CLOCK, ConfirmationProof, ProofStep
from butler_desktop.domain.packet import short_digest
from tests.builders import NOW
from tests.documents.certificates import PASSWORD, a_certificate
from tests.documents.paper_reading import page_texts
from tests.documents.papers import a_content, a_form, a_packet, a_version, drawn
from tests.documents.reply_filling import filled
from tests.documents.test_verify import forged, resaved

TOOL = resources.folder("verifier") / "verify_packet.py"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """The tool as a module."""
    spec = importlib.util.spec_from_file_location("verify_packet", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def second() -> bytes:
    """The version after ``a_packet``."""
    form = a_form().with_value("service.service_name", "白露松间官方网站")
    return drawn(a_content(form, versions=(a_version(a_content()),)))


def papers() -> dict[str, bytes]:
    """What a verifier may be given."""
    good, void = a_packet(), render_packet(a_content(), {}, "已由第 2 版替代").pdf
    seal = len(good) - SEAL_LENGTH
    claim = Claim("BA-2603-0405", 1, a_content().digest)
    other = Claim("BA-9", 1, a_content().digest)
    deep = b"[" * 100_000
    made = {
        "good": good,
        "another": second(),
        "void": void,
        "void, changed": void.replace(b" void)", b"     )"),
        "grown": good + b"\n",
        "with a head": b"\n" + good,
        "seal cut": good[:seal],
        "seal of another": good[:seal] + void[-SEAL_LENGTH:],
        "sealed twice": sealed(good),
        "saved anew": resaved(good, compress_streams=True),
        "forged content": forged(good, a_content("F08").canonical_bytes(), claim),
        "forged claim": forged(good, a_content().canonical_bytes(), other),
        "deep": forged(good, deep, Claim("BA-9", 1, hashlib.sha256(deep).hexdigest())),
        "filled in": filled(good, ticks=("confirm",)),
        "signed": signed(good, a_certificate(), PASSWORD),
        "another PDF": b"%PDF-1.7 of somebody else\n%%EOF\n",
        "text": b"x",
    }
    made |= {f"cut at {kept}": good[: int(len(good) * kept)] for kept in (0.999, 0.9, 0.5, 0.1)}
    return made


def test_both_verifiers_say_the_same(tool: ModuleType) -> None:
    for name, data in papers().items():
        ours, theirs = verify_packet(data), tool.check(data)
        assert theirs[:6] == (
            ours.filing,
            ours.version,
            ours.digest,
            ours.whole,
            ours.is_void,
            ours.is_proof,
        ), name
        assert theirs.appended == bool(ours.sealed_sha256), name
    assert tool.check(a_packet()).whole


@given(st.data())
def test_any_changed_byte_and_any_cut_is_seen(tool: ModuleType, data: st.DataObject) -> None:
    packet = bytearray(a_packet())
    at = data.draw(st.integers(0, len(packet) - 1))
    packet[at] ^= data.draw(st.integers(1, 255))
    assert not tool.check(bytes(packet)).whole
    assert not tool.check(a_packet()[:at]).whole


def test_the_tool_needs_python_alone() -> None:
    tree = ast.parse(TOOL.read_text(encoding="utf-8"))
    brought = {
        (node.module or "") if isinstance(node, ast.ImportFrom) else name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in node.names
    }
    assert {name.split(".")[0] for name in brought} <= sys.stdlib_module_names


def run(*arguments: object) -> tuple[int, str]:
    """The exit code of the tool by itself, in a Python that sees nothing else, and its words."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-X", "utf8", str(TOOL), *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout + done.stderr


def test_the_tool_by_itself_tells_valid_altered_superseded_and_void(tmp_path: Path) -> None:
    names = ("v1", "v2", "void", "altered", "signed")
    good, newer, void, altered, grown = (tmp_path / f"{name}.pdf" for name in names)
    good.write_bytes(a_packet())
    newer.write_bytes(second())
    void.write_bytes(papers()["void"])
    altered.write_bytes(a_packet().replace(b"/Creator", b"/Creater"))
    grown.write_bytes(papers()["signed"])
    code, told = run(good)
    assert (code, "the file is whole" in told) == (0, True)
    assert short_digest(a_content().digest) in told
    code, told = run("--json", good, newer, void, altered, grown)
    assert code == 1
    verdicts = [json.loads(line)["verdict"] for line in told.splitlines()]
    assert verdicts == ["superseded", "valid", "void", "altered", "appended"]
    assert run(tmp_path / "gone.pdf")[0] == 3
    assert run()[0] == 2


def test_the_way_by_hand_is_printed_and_leads_to_the_same_digests(tmp_path: Path) -> None:
    file, out = tmp_path / "packet.pdf", tmp_path / "packet.json"
    file.write_bytes(a_packet())
    detach = ["pdfdetach", "-save", "1", "-o", str(out), str(file)]
    done = subprocess.run(detach, capture_output=True, check=True, timeout=60)
    assert not done.stderr
    digest = hashlib.sha256(out.read_bytes()).hexdigest()
    *lines, last = a_packet().splitlines(keepends=True)
    assert last.decode() == f"%butler-seal sha256={hashlib.sha256(b''.join(lines)).hexdigest()}\n"
    texts = page_texts(a_packet())
    assert all("".join(short_digest(digest).split()) in text for text in texts)
    (printed,) = [text for text in texts if "核对方法" in text]
    assert "packet.json" in printed
    assert "%butler-seal" in printed


def test_a_proof_is_known_too(tool: ModuleType) -> None:
    proof = ConfirmationProof(
        filing="BA-2603-0405",
        order="DD-260312-0019",
        sponsor="北京白露松间网络有限公司",
        service_name="白露松间企业门户",
        version=1,
        pages=7,
        packet_digest=a_content().digest,
        file_sha256=hashlib.sha256(a_packet()).hexdigest(),
        deadline=NOW,
        steps=(ProofStep(NOW, "林晓雯", "送达"),),
        confirmed_at=NOW,
        how="签字的纸质确认书",
        recorded_by="林晓雯",
        clock=DESK_CLOCK,
        entry=9,
        entry_digest="0" * 64,
    )
    found = tool.check(render_proof(proof).pdf)
    assert (found.is_proof, found.whole, found.digest) == (True, True, proof.digest)
