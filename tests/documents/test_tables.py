"""Facts share rows where they are short; a row is divided only where no sheet could hold it."""

from butler_desktop.documents.styles import TEXT_WIDTH, Align
from butler_desktop.documents.tables import (
    GO_ON,
    TALLEST,
    Column,
    Fact,
    facts,
    grid_head,
    grid_rows,
)


def said(row) -> list[str]:
    return ["".join(line.text for line in cell.lines) for cell in row.cells]


def test_two_short_facts_share_a_row_and_a_single_one_takes_its_width() -> None:
    rows = list(facts([Fact("甲", "一"), Fact("乙", "二"), Fact("丙", "三")], TEXT_WIDTH))
    assert [said(row) for row in rows] == [["甲", "一", "乙", "二"], ["丙", "三"]]
    for row in rows:
        last = row.cells[-1]
        assert round(last.x + last.width, 3) == round(TEXT_WIDTH, 3)


def test_a_wide_or_long_fact_has_a_row_of_its_own() -> None:
    long = "江苏省南京市栖霞区示例大道 16 号 2 号楼 503 室"
    rows = facts([Fact("甲", "一"), Fact("址", long), Fact("名", "短", is_wide=True)], TEXT_WIDTH)
    assert [said(row) for row in rows] == [["甲", "一"], ["址", long], ["名", "短"]]


def test_a_changed_value_carries_its_mark() -> None:
    (row,) = facts([Fact("网站名称", "栖霞医械", is_wide=True, mark="本版改动")], TEXT_WIDTH)
    assert said(row) == ["网站名称", "栖霞医械本版改动"]


def test_a_row_that_no_sheet_could_hold_goes_on_under_its_label() -> None:
    rows = list(facts([Fact("经营范围", "技术服务；" * 900, is_wide=True)], TEXT_WIDTH))
    assert len(rows) > 1
    assert all(row.height <= TALLEST for row in rows)
    assert [said(row)[0] for row in rows] == ["经营范围"] + [f"经营范围{GO_ON}"] * (len(rows) - 1)
    assert "".join(said(row)[1] for row in rows) == "技术服务；" * 900


def test_a_grid_has_a_shaded_head_and_cells_that_fill_its_width() -> None:
    columns = (Column("序号", 40, Align.CENTRE), Column("码", 100, is_code=True))
    head, (row,) = grid_head(columns), list(grid_rows(columns, [("1", "A31F 08C2")]))
    assert said(head) == ["序号", "码"]
    assert all(cell.shaded for cell in head.cells)
    assert said(row) == ["1", "A31F 08C2"]
    assert [cell.x for cell in row.cells] == [0, 40]
    assert row.cells[1].lines[0].pieces[0].run.code
