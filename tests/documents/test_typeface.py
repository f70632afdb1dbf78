"""A face knows its characters and widths, and yields glyphs without copying its table."""

from butler_desktop.documents.fonts import Face, typeface


def test_a_face_knows_its_characters_and_their_widths() -> None:
    serif = typeface(Face.SERIF)
    assert {"备", "案", "𬭎", "A"} <= serif.known
    assert "𡋾" not in serif.known
    assert serif.widths["备"] == 1000
    assert 0 < serif.widths["i"] < serif.widths["m"] < 1000


def test_glyphs_are_cut_as_bytes_from_the_file_itself() -> None:
    face = typeface(Face.SERIF).face
    glyphs = face.get_table("glyf")
    start, length = face.get_table_pos("glyf")
    assert glyphs[0:8] == face._ttf_data[start : start + 8]
    assert length > 1_000_000
    assert isinstance(face.get_table("head"), bytes)
    assert len(face.get_table("head")) == 54
