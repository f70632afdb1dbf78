"""Codes are those that the encoder makes; siblings share the mask."""

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from butler_desktop.documents.qr import qr_matrix

TEXT = "B2:BA-2603-0405:3:1:7:7F3A91C2E04B5D18"


def test_a_code_is_the_encoders_own_at_level_m() -> None:
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(TEXT)
    code.make()
    assert [list(row) for row in qr_matrix(TEXT, TEXT)] == code.modules


def test_a_sibling_has_the_same_mask_but_other_modules() -> None:
    first, second = qr_matrix(TEXT, TEXT), qr_matrix(TEXT.replace(":1:7", ":2:7"), TEXT)
    assert first != second
    assert first[8][:6] == second[8][:6]  # level and mask are told there


def test_it_is_small_enough_to_be_read_from_14_mm_of_paper() -> None:
    assert len(qr_matrix(TEXT, TEXT)) <= 29
