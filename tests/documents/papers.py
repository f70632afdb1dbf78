"""Packets to print: the sample forms as contents, and what a PDF says of itself."""

import hashlib
import io
import json
from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf

from butler_desktop.documents.packet import render_packet
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.packet import PacketContent, PacketMaterial
from butler_desktop.domain.packet_builder import build_content
from butler_desktop.domain.packet_version import PacketVersion
from butler_desktop.domain.particulars import Particulars
from butler_desktop.storage.rulebook import load_rulebook
from tests.builders import NOW, a_filing, an_order

FORMS = Path(__file__).parents[1] / "data" / "filings.json"


@cache
def entries() -> dict[str, Any]:
    """The sample forms as they lie in their file, by id."""
    return {entry["id"]: entry for entry in json.loads(FORMS.read_text(encoding="utf-8"))}


def a_form(form: str = "F00") -> Particulars:
    """A sample form."""
    return Particulars.from_form_file(entries()[form], load_rulebook().provinces)


def a_content(
    form: str | Particulars = "F00", versions: tuple[PacketVersion, ...] = (), **given: Any
) -> PacketContent:
    """The packet of a filing with this form after ``versions``; ``given`` replaces what it says."""
    particulars = a_form(form) if isinstance(form, str) else form
    order = an_order(id="order", number="DD-260312-0019")
    filing = a_filing(order, id="filing", number="BA-2603-0405", particulars=particulars)
    content = build_content(
        Dossier(order, (filing,), packets=versions),
        filing,
        load_rulebook(),
        version=len(versions) + 1,
        made_at=NOW,
        made_by="林晓雯",
        deadline=NOW + timedelta(days=1),
    )
    return replace(content, **given)


def a_version(content: PacketContent, **given: Any) -> PacketVersion:
    """The version of the filing that ``a_content`` is about, with this content."""
    values: dict[str, Any] = {
        "id": f"version-{content.version}",
        "order_id": "order",
        "filing_id": "filing",
        "version": content.version,
        "content": content.to_document(),
        "digest": content.digest,
        "confirmed_values_digest": "",
        "pdf_sha256": "",
        "page_count": 7,
        "made_at": content.made_at,
        "made_by": content.butler,
    }
    return PacketVersion(**(values | given))


@cache
def a_packet() -> bytes:
    """The file of the first packet."""
    return render_packet(a_content(), {}).pdf


def opened(pdf: bytes) -> pikepdf.Pdf:
    """The document."""
    return pikepdf.open(io.BytesIO(pdf))


def drawn(form: str | PacketContent = "F00", **given: object) -> bytes:
    """The file of a packet without pictures; ``given`` replaces what it says."""
    content = a_content(form, **given) if isinstance(form, str) else replace(form, **given)
    return render_packet(content, {}).pdf


def a_paper(name: str, data: bytes, media_type: str = "image/jpeg") -> PacketMaterial:
    """An attached paper with these bytes."""
    sha256 = hashlib.sha256(data).hexdigest()
    return PacketMaterial(
        "other",
        name,
        "扫描图片",
        1,
        "2034-05-08",
        sha256,
        media_type,
        pixel_width=9,
        pixel_height=9,
    )
