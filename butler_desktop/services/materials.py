"""What can be done to the materials of a filing: attach a file, take it away, read it back."""

import os
from dataclasses import replace
from pathlib import Path

from butler_desktop.documents.scan import inspect_scan
from butler_desktop.domain.advance import settled
from butler_desktop.domain.ids import new_id
from butler_desktop.domain.material import Material
from butler_desktop.domain.role import refuse_to_write
from butler_desktop.domain.scan import ScanReport
from butler_desktop.errors import NotFound, Refused
from butler_desktop.services.filings import facts_of, refuse_locked
from butler_desktop.storage.work import Work, Workspace
from butler_desktop.words import Words


def attach_material(
    workspace: Workspace, filing_id: str, material_kind: str, path: Path, replaces: str = ""
) -> Material:
    """Inspects a file, keeps it byte for byte, and attaches it.

    ``replaces`` is the id of a material that it takes the place of. Raises
    DocumentFailed for a file that cannot be used, Refused where the filing is
    locked or needs no such paper.
    """
    refuse_to_write(workspace.role)
    with workspace.reading() as work:
        _refuse_unfit(work, filing_id, material_kind)
        limits = work.rulebook.materials.limits(material_kind)
    report = inspect_scan(path, limits)
    sha256 = workspace.blobs.put_file(path)
    if sha256 != report.sha256:
        raise Refused(
            Words(f"{path.name} 在读取时被改动了。", f"{path.name} changed while it was read."),
            Words("再添加一次。", "Attach it again."),
        )
    with workspace.editing() as work:
        return attach_report(work, filing_id, material_kind, _name(path), report, replaces)


def attach_report(
    work: Work,
    filing_id: str,
    material_kind: str,
    file_name: str,
    report: ScanReport,
    replaces: str = "",
) -> Material:
    """Attaches a file that was inspected and lies in the blob store.

    A file that is attached already stays as it is. Raises NotFound where
    ``replaces`` is not there, or not any more.
    """
    _refuse_unfit(work, filing_id, material_kind)
    before = work.dossier_of(filing_id)
    present = before.materials_of(filing_id)
    replaced = _found(present, replaces) if replaces else None
    material = _same(present, material_kind, report.sha256) or Material(
        id=new_id(),
        order_id=before.order.id,
        filing_id=filing_id,
        material_kind=material_kind,
        file_name=file_name,
        sha256=report.sha256,
        byte_size=report.byte_size,
        media_type=report.media_type,
        attached_at=work.now,
        attached_by=work.actor,
        pixel_width=report.pixel_width,
        pixel_height=report.pixel_height,
        page_count=report.pages,
        flags=tuple(flag.code for flag in report.flags),
    )
    after = before.with_material(material)
    if replaced is not None and replaced.id != material.id:
        after = after.with_material(replace(replaced, withdrawn_at=work.now))
    work.save(before, settled(facts_of(work, after, filing_id)), "material.attach")
    return material


def withdraw_material(work: Work, filing_id: str, material_id: str) -> None:
    """Takes a material away; the file stays in the store, the journal knows it."""
    before = work.dossier_of(filing_id)
    refuse_locked(before.filing(filing_id))
    material = _found(before.materials_of(filing_id), material_id)
    after = before.with_material(replace(material, withdrawn_at=work.now))
    work.save(before, settled(facts_of(work, after, filing_id)), "material.withdraw")


def _name(path: Path) -> str:
    """The file's name as text; archives that Windows packed unpack to names in GB 18030."""
    raw = os.fsencode(path.name)
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("gb18030", errors="replace")


def _same(materials: tuple[Material, ...], kind: str, sha256: str) -> Material | None:
    """The material of this kind with the same bytes, if it is there already."""
    same = (m for m in materials if m.material_kind == kind and m.sha256 == sha256)
    return next(same, None)


def _found(materials: tuple[Material, ...], material_id: str) -> Material:
    for material in materials:
        if material.id == material_id:
            return material
    raise NotFound(Words("这份材料已被移除。", "This material is gone."))


def _refuse_unfit(work: Work, filing_id: str, material_kind: str) -> None:
    refuse_locked(work.dossier_of(filing_id).filing(filing_id))
    kinds = {kind.id for kind in work.rulebook.materials}
    if material_kind not in kinds:
        raise Refused(
            Words(f"没有“{material_kind}”这种材料。", f"There is no material “{material_kind}”."),
            Words(
                f"可用的有：{'、'.join(sorted(kinds))}。",
                f"Use one of: {', '.join(sorted(kinds))}.",
            ),
        )
