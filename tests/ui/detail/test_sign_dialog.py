"""A packet leaves signed from the window: with the password typed, or with the keyring's."""

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from butler_desktop.documents.verify import verify_packet
from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.ui.detail.detail_tabs import Tab
from butler_desktop.ui.detail.packet_tab import PacketTab
from butler_desktop.ui.detail.sign_dialog import SignDialog
from tests.documents.certificates import COMPANY, PASSWORD, a_certificate
from tests.services.scenario import reached
from tests.storage.test_passwords import InMemory
from tests.ui.detail.desk import Desk


@pytest.fixture
def ring() -> Iterator[InMemory]:
    before = keyring.get_keyring()
    made = InMemory()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """The company's file."""
    file = tmp_path / "company.p12"
    file.write_bytes(a_certificate())
    return file


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, certificate: Path) -> Iterator[Desk]:
    """A desk at which packets are signed."""
    made = Desk(qtbot, tmp_path, certificate=str(certificate))
    yield made
    made.close()


def shown(desk: Desk) -> PacketTab:
    desk.show(reached(desk.workspace, S.AWAITING_CONFIRMATION))
    desk.pane.tabs.go_to(Tab.PACKET)
    desk.settle()
    return desk.pane.tabs.packet


def sign(desk: Desk, tab: PacketTab, target: Path, password: str, *, keep: bool = False) -> None:
    tab.papers.sign_button.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SignDialog)
    dialog.password.edit.setText(password)
    dialog.keeps.setChecked(keep)
    dialog.act_button.click()
    where = tab.findChildren(QFileDialog)[-1]
    where.fileSelected.emit(str(target))
    where.reject()
    desk.settle()


def test_a_signed_copy_is_written_and_the_keyring_knows_the_password_then(
    desk: Desk, tmp_path: Path, ring: InMemory
) -> None:
    tab = shown(desk)
    assert tab.papers.sign_button.isVisible()
    sign(desk, tab, tmp_path / "one.pdf", PASSWORD, keep=True)
    sign(desk, tab, tmp_path / "two.pdf", "")
    for name in ("one.pdf", "two.pdf"):
        verdict = verify_packet(tmp_path / name)
        assert verdict.signature is not None
        assert (verdict.signature.signer, verdict.signature.is_intact) == (COMPANY, True)
    assert PASSWORD in ring.entries.values()


def test_a_wrong_password_is_said_and_nothing_is_written(
    desk: Desk, tmp_path: Path, ring: InMemory
) -> None:
    tab = shown(desk)
    sign(desk, tab, tmp_path / "one.pdf", "wrong", keep=True)
    assert "密码不对" in tab.strip.text()
    assert not (tmp_path / "one.pdf").exists()
    assert ring.entries == {}


def test_a_certificate_that_is_gone_or_has_lapsed_is_said(
    desk: Desk, tmp_path: Path, certificate: Path, ring: InMemory
) -> None:
    tab = shown(desk)
    certificate.write_bytes(a_certificate(days=-1))
    sign(desk, tab, tmp_path / "one.pdf", PASSWORD)
    assert "有效期" in tab.strip.text()
    certificate.unlink()
    sign(desk, tab, tmp_path / "one.pdf", PASSWORD)
    assert "读不了" in tab.strip.text()
    assert not (tmp_path / "one.pdf").exists()


def test_where_no_certificate_is_set_nothing_is_offered(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(qtbot, tmp_path / "other")
    assert not shown(desk).papers.sign_button.isVisible()
    desk.close()
