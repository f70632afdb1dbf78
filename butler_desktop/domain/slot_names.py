"""Slot names: under which file names papers leave, by the slots of the filing systems."""

from butler_desktop.domain.material_kind import MaterialKinds

OTHER_SLOT = 99
"""Papers that no picture slot asks for: the "other attachments"."""

_NOT_IN_NAMES = str.maketrans(dict.fromkeys('\\/:*?"<>|', "_"))


def slot_of(kind_id: str, kinds: MaterialKinds) -> int:
    """The slot of a kind of paper."""
    kind = kinds.kind(kind_id)
    return kind.slot if kind is not None and kind.slot is not None else OTHER_SLOT


class SlotNames:
    """Names one paper after the other: ``03_2_主体负责人证件 人像面``, without a suffix."""

    def __init__(self, kinds: MaterialKinds) -> None:
        self._kinds = kinds
        self._counts: dict[int, int] = {}

    def next(self, kind_id: str, title: str) -> str:
        """The name of the next paper of this kind."""
        slot = slot_of(kind_id, self._kinds)
        self._counts[slot] = self._counts.get(slot, 0) + 1
        return f"{slot:02}_{self._counts[slot]}_{title.translate(_NOT_IN_NAMES)}"
