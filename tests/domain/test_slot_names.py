"""Names by slot: counted for each slot, and fit for any disk."""

from butler_desktop.domain.slot_names import OTHER_SLOT, SlotNames, slot_of
from butler_desktop.storage.rulebook import load_rulebook

KINDS = load_rulebook().materials


def test_papers_of_one_slot_are_counted() -> None:
    slots = {kind.id: kind.slot for kind in KINDS if kind.slot is not None}
    first, slot = next(iter(slots.items()))
    names = SlotNames(KINDS)
    assert slot_of(first, KINDS) == slot
    assert names.next(first, "执照") == f"{slot:02}_1_执照"
    assert names.next("no such kind", "其他") == f"{OTHER_SLOT}_1_其他"
    assert names.next(first, "执照 2/2") == f"{slot:02}_2_执照 2_2"


def test_what_no_disk_takes_is_put_aside() -> None:
    named = SlotNames(KINDS).next("x", 'a\\b/c:d*e?f"g<h>i|j')
    assert named == f"{OTHER_SLOT}_1_a_b_c_d_e_f_g_h_i_j"
