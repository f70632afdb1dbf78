"""Materials: the papers attached to a filing, each an untouched original."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Material:
    """One attached file. The bytes lie in the blob store under ``sha256``.

    ``material_kind`` is an id of the rulebook's materials. ``flags`` are the
    codes that the inspection raised (``low_resolution`` …). A material is
    never deleted: one that is replaced or taken away has ``withdrawn_at``.
    """

    id: str
    order_id: str
    filing_id: str
    material_kind: str
    file_name: str
    sha256: str
    byte_size: int
    media_type: str
    attached_at: datetime
    attached_by: str
    pixel_width: int = 0
    pixel_height: int = 0
    page_count: int = 1
    flags: tuple[str, ...] = ()
    withdrawn_at: datetime | None = None

    @property
    def is_present(self) -> bool:
        """Whether it counts: attached and not withdrawn."""
        return self.withdrawn_at is None


def present_materials(materials: "tuple[Material, ...]", filing_id: str) -> tuple[Material, ...]:
    """The materials of one filing that count, in the order they were attached."""
    return tuple(m for m in materials if m.filing_id == filing_id and m.is_present)
