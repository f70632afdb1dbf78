"""A packet leaves signed, on record, its password kept only where that was asked for."""

import keyring
import pytest

from butler_desktop.documents.verify import verify_packet
from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.errors import DocumentFailed, Refused, StoreUnavailable
from butler_desktop.services.filings import edit_form
from butler_desktop.services.history import history
from butler_desktop.services.packets import make_packet
from butler_desktop.services.signing import export_signed
from butler_desktop.services.verification import standing
from tests.documents.certificates import PASSWORD, a_certificate
from tests.services.scenario import reached
from tests.storage.test_passwords import Forgetful, InMemory


@pytest.fixture
def ring():
    """A keyring for one test."""
    before = keyring.get_keyring()
    made = InMemory()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture
def certificate(tmp_path):
    """The company's file."""
    file = tmp_path / "company.p12"
    file.write_bytes(a_certificate())
    return file


def test_a_signed_copy_is_ours_and_on_record(desk, tmp_path, certificate, ring):
    filing = reached(desk, S.INTERNAL_REVIEW)
    packet = make_packet(desk, filing).packet
    target = tmp_path / "signed.pdf"
    export_signed(desk, filing, packet.id, target, certificate, PASSWORD, keep=True)
    verdict = verify_packet(target)
    assert verdict.is_signed
    with desk.reading() as work:
        found = standing(work, verdict)
        lines = history(work, work.dossier_of(filing).order.id)
    assert (found.issued, found.is_present, found.is_our_file) == (True, True, True)
    assert any(line.words.zh == "导出签名的确认包" for line in lines)
    again = export_signed(desk, filing, packet.id, tmp_path / "again.pdf", certificate)
    assert verify_packet(again).is_signed


def test_what_cannot_be_signed_is_told_and_leaves_nothing(desk, tmp_path, certificate, ring):
    filing = reached(desk, S.INTERNAL_REVIEW)
    packet = make_packet(desk, filing).packet
    out = tmp_path / "out"
    out.mkdir()
    with pytest.raises(DocumentFailed, match="密码不对"):
        export_signed(desk, filing, packet.id, out / "x.pdf", certificate, "wrong", keep=True)
    assert ring.entries == {}
    with pytest.raises(StoreUnavailable, match="读不了"):
        export_signed(desk, filing, packet.id, out / "x.pdf", tmp_path / "none.p12", "x")
    keyring.set_keyring(Forgetful())
    with pytest.raises(StoreUnavailable, match="密码没有保存"):
        export_signed(desk, filing, packet.id, out / "x.pdf", certificate, PASSWORD, keep=True)
    with desk.editing() as work:
        edit_form(work, filing, {"service.service_name": "云杉智造"})
    make_packet(desk, filing)
    with pytest.raises(Refused, match="已作废"):
        export_signed(desk, filing, packet.id, out / "x.pdf", certificate, PASSWORD)
    assert not list(out.iterdir())
