"""The reply form: the names of a packet's fields, and what stands in them when it comes back."""

import hashlib
import io
from collections.abc import Iterator
from typing import Any

import pikepdf

from butler_desktop.documents.scan_refusal import refusal
from butler_desktop.domain.filled_reply import FilledReply, WrittenCorrection
from butler_desktop.domain.packet_parts import REMARKED

CONFIRM, RETURN = "confirm", "return"
SIGNER, PHONE = "signer", "phone"
ROLES = ("role_1", "role_2")
DATE = ("year", "month", "day")
LINES = 5
"""Corrections that the paper has room for."""

_SHOWN = ("/MediaBox", "/Resources", "/Contents")
_PACKING = frozenset(("/Length", "/Filter", "/DecodeParms", "/Parent"))
"""What a viewer may write anew when it keeps what was filled in."""


def page_field(line: int) -> str:
    """The field of a line's page; lines count from 1."""
    return f"page_{line}"


def item_field(line: int) -> str:
    """The field of what a line is about."""
    return f"item_{line}"


def text_field(line: int) -> str:
    """The field of what it should be."""
    return f"text_{line}"


def remark_field(part: str) -> str:
    """The field of what there is to say of a part."""
    return f"remark_{part}"


def read_reply(data: bytes) -> FilledReply | None:
    """What stands in a packet's fields; None where the file has none of them.

    Raises ScanRefused for what cannot be opened.
    """
    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
            values = dict(_values(pdf))
    except (pikepdf.PdfError, pikepdf.PasswordError, ValueError, TypeError) as error:
        raise refusal("damaged", kind="PDF") from error
    if CONFIRM not in values and RETURN not in values:
        return None
    lines = (_line(values, number) for number in range(1, LINES + 1))
    remarks = {part: values.get(remark_field(part), "") for part in REMARKED}
    day = [values.get(name, "") for name in DATE]
    return FilledReply(
        confirms=_is_ticked(values, CONFIRM),
        returns=_is_ticked(values, RETURN),
        corrections=tuple(line for line in lines if line.item or line.text),
        remarks={part: remark for part, remark in remarks.items() if remark},
        signer=values.get(SIGNER, ""),
        on="-".join(day) if all(day) else "",
    )


def has_same_pages(data: bytes, issued: bytes) -> bool:
    """Whether a file shows the pages that were issued, whatever was filled in."""
    try:
        with (
            pikepdf.open(io.BytesIO(data), suppress_warnings=True) as one,
            pikepdf.open(io.BytesIO(issued)) as other,
        ):
            return [_digest(it) for it in one.pages] == [_digest(it) for it in other.pages]
    except (pikepdf.PdfError, pikepdf.PasswordError, ValueError, TypeError, RecursionError):
        return False


def _values(pdf: pikepdf.Pdf) -> Iterator[tuple[str, str]]:
    form = pdf.Root.get("/AcroForm")
    fields: Any = form.get("/Fields", ()) if isinstance(form, pikepdf.Dictionary) else ()
    for each in fields:
        if isinstance(each, pikepdf.Dictionary) and "/T" in each:
            value = each.get("/V")
            yield str(each["/T"]), "" if value is None else str(value).strip()


def _is_ticked(values: dict[str, str], name: str) -> bool:
    return values.get(name, "") not in ("", "/Off")


def _line(values: dict[str, str], number: int) -> WrittenCorrection:
    return WrittenCorrection(
        item=values.get(item_field(number), ""),
        text=values.get(text_field(number), ""),
        page=values.get(page_field(number), ""),
    )


def _digest(page: pikepdf.Page) -> str:
    """A hash over what a page shows: its strokes, fonts and pictures, packed however they are."""
    found = hashlib.sha256()
    for key in _SHOWN:
        _take(found, page.obj.get(key), set())
    return found.hexdigest()


def _take(found: Any, thing: Any, seen: set[tuple[int, int]]) -> None:
    if isinstance(thing, pikepdf.Object) and thing.is_indirect:
        if thing.objgen in seen:
            return
        seen.add(thing.objgen)
    if isinstance(thing, pikepdf.Stream):
        found.update(b"stream")
        try:
            found.update(thing.read_bytes())
        except pikepdf.PdfError:  # a picture is left as it is packed
            found.update(thing.read_raw_bytes())
    if isinstance(thing, pikepdf.Stream | pikepdf.Dictionary):
        for key in sorted(thing.keys()):
            if key not in _PACKING:
                found.update(key.encode())
                _take(found, thing[key], seen)
    elif isinstance(thing, pikepdf.Array):
        found.update(b"array")
        for each in thing:
            _take(found, each, seen)
    else:
        found.update(repr(thing).encode())
