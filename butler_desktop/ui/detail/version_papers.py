"""Version papers: what can be had of a packet version beside its file.

The file signed, the proof of the confirmation, the submitted files.
"""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from butler_desktop.domain.packet_version import PacketVersion
from butler_desktop.domain.role import may_write
from butler_desktop.services.filing_view import FilingView
from butler_desktop.services.submissions import Submission
from butler_desktop.ui.detail.packet_output import PacketOutput
from butler_desktop.ui.detail.sign_dialog import SignDialog
from butler_desktop.ui.kit.boxes import HBox, VBox
from butler_desktop.ui.kit.buttons import Button, Size


class VersionPapers(QWidget):
    """The buttons for the version that is looked at; each asks where the file shall go."""

    def __init__(self, output: PacketOutput, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._output = output
        self._view: FilingView | None = None
        self._packet: PacketVersion | None = None
        proof, files = self.tr("Proof of the confirmation"), self.tr("Submitted files")
        self.proof_button = Button(proof, icon="stamp", size=Size.SMALL)
        self.submission_button = Button(files, icon="file-output", size=Size.SMALL)
        signed = self.tr("Signed copy…")
        self.sign_button = Button(signed, icon="badge-check", size=Size.SMALL)
        column = VBox(self, gap=8)  # all in one line would not fit a narrow window
        for buttons in ((self.sign_button,), (self.proof_button, self.submission_button)):
            row = HBox(gap=8)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
        self.sign_button.clicked.connect(self.ask_signed)
        self.proof_button.clicked.connect(self.ask_proof)
        self.submission_button.clicked.connect(self.ask_submission)

    def show_version(self, packet: PacketVersion | None, view: FilingView | None) -> None:
        """Offer what there is of this version."""
        self._packet, self._view = packet, view
        may = view is not None and may_write(view.role)
        is_confirmed = packet is not None and packet.confirmed_at is not None
        can_sign = packet is not None and packet.voided_at is None and self._certificate is not None
        self.sign_button.setVisible(can_sign)
        self.proof_button.setVisible(may and is_confirmed)
        self.submission_button.setVisible(may and self._sent is not None)
        self.setVisible(may and (can_sign or is_confirmed or self._sent is not None))

    def ask_signed(self) -> None:
        """Ask for the certificate's password, then where the signed file goes."""
        packet, certificate = self._packet, self._certificate
        if packet is None or certificate is None:
            return
        dialog = SignDialog(certificate, packet.version, self.window())
        dialog.acted.connect(lambda: self._sign(packet, certificate, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _sign(self, packet: PacketVersion, certificate: Path, dialog: SignDialog) -> None:
        password, keep = dialog.password.value(), dialog.keeps.isChecked()
        version = packet.filing_id, packet.id
        dialog.accept()
        self._output.ask_where(
            self._named(self.tr("%1 packet v%2 signed.pdf"), packet.version),
            lambda path: self._output.export_signed(version, path, certificate, password, keep),
        )

    def ask_proof(self) -> None:
        """Let the butler choose where the proof goes that the version was confirmed."""
        packet, view = self._packet, self._view
        if packet is not None and view is not None:
            name = self._named(self.tr("%1 proof of confirmation v%2.pdf"), packet.version)
            self._output.ask_where(
                name, lambda path: self._output.export_proof(view.filing.id, packet.version, path)
            )

    def ask_submission(self) -> None:
        """Let the butler choose where the files go that went out with the version."""
        view, sent = self._view, self._sent
        if view is not None and sent is not None:
            name = self._named(self.tr("%1 submitted files v%2.zip"), sent.version)
            self._output.ask_where(
                name,
                lambda path: self._output.export_submission(view.filing.id, sent.at, path),
                "zip",
            )

    @property
    def _certificate(self) -> Path | None:
        """With what packets are signed here."""
        named = self._view.certificate if self._view is not None else ""
        return Path(named) if named else None

    @property
    def _sent(self) -> Submission | None:
        """The last round in which the version went to the authority."""
        view, packet = self._view, self._packet
        if view is None or packet is None:
            return None
        sent = [it for it in view.submissions if it.version == packet.version]
        return sent[-1] if sent else None

    def _named(self, words: str, version: int) -> str:
        number = self._view.filing.number if self._view else ""
        return words.replace("%1", number).replace("%2", str(version))
