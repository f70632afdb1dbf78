import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.documents.exif_orientation import orientation


def block(order: str, value: int, *, tag: int = 0x0112, kind: int = 3, count: int = 1) -> bytes:
    start = b"II*\0" if order == "<" else b"MM\0*"
    other = struct.pack(order + "HHII", 0x010F, 2, 4, 0)
    entry = struct.pack(order + "HHIHH", tag, kind, count, value, 0)
    return start + struct.pack(order + "IH", 8, 2) + other + entry


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("value", range(1, 9))
def test_the_tag_is_read_in_both_byte_orders(order: str, value: int) -> None:
    assert orientation(block(order, value)) == value


@pytest.mark.parametrize("value", [0, 9, 65535])
def test_a_value_without_meaning_is_upright(value: int) -> None:
    assert orientation(block("<", value)) == 1


def test_a_tag_of_another_sort_is_not_read() -> None:
    assert orientation(block("<", 6, tag=0x0100)) == 1
    assert orientation(block("<", 6, kind=4)) == 1
    assert orientation(block("<", 6, count=2)) == 1


@given(st.integers(0, 40))
def test_a_cut_block_is_upright_or_right(length: int) -> None:
    whole = block(">", 8)
    assert orientation(whole[:length]) == (8 if length >= len(whole) - 2 else 1)


@given(st.binary(max_size=200))
def test_any_bytes_give_an_orientation(data: bytes) -> None:
    for start in (b"", b"II*\0", b"MM\0*"):
        assert orientation(start + data) in range(1, 9)
