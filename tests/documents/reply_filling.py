"""Filling in a packet on a screen, as a viewer does it."""

import io
from collections.abc import Mapping, Sequence

import pikepdf


def filled(pdf: bytes, ticks: Sequence[str] = (), texts: Mapping[str, str] | None = None) -> bytes:
    """A copy with these boxes ticked and these texts written."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        fields = {str(field.T): field for field in document.Root.AcroForm.Fields}
        for name in ticks:
            fields[name].V = fields[name].AS = pikepdf.Name.Yes
        for name, text in (texts or {}).items():
            fields[name].V = pikepdf.String(text)
        out = io.BytesIO()
        document.save(out)
    return out.getvalue()
