"""Importing orders: every row's verdict, and corrections that judge what they can change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.order_import import Judgement, read_orders
from butler_desktop.domain.order_sheet import find_columns
from tests.domain.order_texts import GOOD, PRICES, a_sheet


def preview(*entries, known=(), busy=()):
    sheet = a_sheet(*entries)
    return read_orders(sheet, find_columns(sheet), PRICES, known, busy)


def judgements(shown):
    return [row.judgement for row in shown.rows]


def test_rows_keep_their_numbers_in_the_file():
    assert [row.row for row in preview({}, {"number": "N2"}).rows] == [5, 6]


def test_a_repeated_number_is_told_with_the_first_row():
    first, second = preview({}, {"number": " dd-260318-0105".upper()}).rows
    assert first.judgement is Judgement.GOOD
    assert second.words.zh == "与第 5 行订单号重复"


def test_rows_without_a_number_do_not_repeat_each_other():
    assert [row.words.zh for row in preview({"number": ""}, {"number": ""}).rows] == [
        "订单号为空",
        "订单号为空",
    ]


def test_known_numbers_are_skipped_and_busy_customers_noticed():
    shown = preview({}, {"number": "N2"}, known={"DD-260318-0105"}, busy={GOOD["customer"]})
    known, busy = shown.rows
    assert (known.judgement, known.entry) == (Judgement.KNOWN, None)
    assert (busy.judgement, busy.words.zh) == (Judgement.WARNING, "客户已有进行中订单")
    assert shown.takeable == (busy.entry,)


def test_a_known_order_is_skipped_whatever_else_its_row_says():
    assert judgements(preview({"paid": "?"}, known={GOOD["number"]})) == ["known"]


def test_all_rows_are_counted_once():
    shown = preview({}, {}, {"number": "N3"}, {"number": "N4"}, known={"N3"})
    assert sum(shown.counts().values()) == len(shown.rows)
    assert shown.counts()[Judgement.ERROR] == 1


def test_several_faults_of_a_row_are_counted_in_its_verdict():
    (row,) = preview({"contact_name": "", "contact_phone": "1"}).rows
    assert row.words.zh == "联系人为空 等 2 处"
    assert row.fault_of("contact_phone").reason.zh == "手机号只有 1 位"
    assert row.fault_of("customer") is None


def test_correcting_a_cell_judges_the_row_and_repeats_anew():
    shown = preview({}, {"paid": "1800"}, {})
    assert judgements(shown) == ["good", "error", "error"]
    shown = shown.with_cell(6, "number", "N6").with_cell(6, "paid", "1200")
    assert judgements(shown) == ["good", "good", "error"]
    shown = shown.with_row_left_out(5)
    assert judgements(shown) == ["left_out", "good", "good"]
    assert [entry.number for entry in shown.takeable] == ["N6", "DD-260318-0105"]
    assert judgements(shown.with_row_taken(5)) == ["good", "good", "error"]


def test_a_number_corrected_to_one_that_is_there_repeats_it():
    shown = preview({"number": "A"}, {"number": "B"}, {"number": "C"})
    shown = shown.with_cell(5, "number", "C")
    assert judgements(shown) == ["good", "good", "error"]
    assert shown.row(7).words.zh == "与第 5 行订单号重复"


def test_a_preview_is_not_changed_by_corrections():
    before = preview({"paid": "1800"})
    after = before.with_cell(5, "paid", "1200")
    assert (judgements(before), judgements(after)) == (["error"], ["good"])
    assert before.row(5).cells["paid"] == "1800"


def test_there_are_no_rows_but_those_of_the_file():
    with pytest.raises(KeyError):
        preview({}).with_cell(4, "paid", "1")


def test_the_command_line_is_told_the_files_own_titles():
    shown = preview({"paid": "1800"}, {"number": "N2"}, known={"N2"})
    assert shown.to_json() == {
        "taken": 0,
        "refused": [
            {"row": 5, "column": "实付金额(元)", "value": "1800", "reason": "金额应为 1,200.00"}
        ],
        "already_known": ["N2"],
    }


def test_progress_is_told_while_many_rows_are_judged():
    sheet = a_sheet(*({"number": str(n)} for n in range(2500)))
    told = []
    read_orders(
        sheet, find_columns(sheet), PRICES, told=lambda done, total: told.append((done, total))
    )
    assert told == [(0, 2500), (1000, 2500), (2000, 2500)]


NUMBERS = st.sampled_from(["A", "B", "C", "K", ""])
EDITS = st.lists(
    st.tuples(
        st.integers(5, 9),
        st.sampled_from(["cell", "out", "in"]),
        NUMBERS,
    ),
    max_size=8,
)


@given(st.lists(NUMBERS, min_size=5, max_size=5), EDITS)
def test_corrections_end_where_reading_the_corrected_file_ends(numbers, edits):
    shown = preview(*({"number": n} for n in numbers), known={"K"})
    cells, out = dict(zip(range(5, 10), numbers, strict=True)), set()
    for row, edit, number in edits:
        if edit == "cell":
            shown = shown.with_cell(row, "number", number)
            cells[row] = number
            out.discard(row)
        elif edit == "out":
            shown = shown.with_row_left_out(row)
            out.add(row)
        else:
            shown = shown.with_row_taken(row)
            out.discard(row)
    taken = {row: n for row, n in cells.items() if row not in out}
    for row, number in taken.items():
        first = min(other for other, n in taken.items() if n == number)
        expected = "known" if number == "K" else "good" if number and first == row else "error"
        assert shown.row(row).judgement == expected
        if number not in {"", "K"} and first != row:
            assert str(first) in shown.row(row).words.zh
    assert all(shown.row(row).judgement is Judgement.LEFT_OUT for row in out)
