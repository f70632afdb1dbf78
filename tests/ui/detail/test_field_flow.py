"""The flow of fields: two columns, one where it is narrow, no gap for what is hidden."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from butler_desktop.ui.detail.field_flow import GAP, NARROW, ROW_GAP, FieldFlow
from butler_desktop.ui.kit.line_field import LineField


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    flow = FieldFlow(made)
    made.fields = [LineField(name) for name in "abcd"]  # type: ignore[attr-defined]
    flow.arrange([(field, field.label == "c") for field in made.fields])  # type: ignore[attr-defined]
    made.resize(NARROW + 40, 400)
    made.show()
    return made


def test_fields_stand_in_two_columns_and_wide_ones_across(page: QWidget) -> None:
    a, b, c, d = (field.geometry() for field in page.fields)  # type: ignore[attr-defined]
    assert a.top() == b.top() == 0
    assert b.left() == a.right() + 1 + GAP
    assert (c.left(), c.width()) == (0, page.width())
    assert c.top() == a.bottom() + 1 + ROW_GAP
    assert (d.left(), d.top()) == (0, c.bottom() + 1 + ROW_GAP)


def test_where_it_is_narrow_there_is_one_column(page: QWidget) -> None:
    page.resize(NARROW - 1, 400)
    tops = [field.y() for field in page.fields]  # type: ignore[attr-defined]
    assert tops == sorted(set(tops))
    assert {field.width() for field in page.fields} == {page.width()}  # type: ignore[attr-defined]


def test_a_hidden_field_leaves_no_gap(page: QWidget) -> None:
    flow = page.layout()
    assert isinstance(flow, FieldFlow)
    a, b, c, _d = page.fields  # type: ignore[attr-defined]
    a.hide()
    flow.activate()
    assert b.geometry().topLeft().x() == 0
    before = flow.heightForWidth(page.width())
    c.hide()
    flow.activate()
    assert flow.heightForWidth(page.width()) < before
