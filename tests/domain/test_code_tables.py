from butler_desktop.domain.code_tables import CodeRow, CodeTable, CodeTables
from butler_desktop.words import Words

ROWS = (
    CodeRow("website", Words("网站", "Website"), "1"),
    CodeRow("app", Words("APP", "App"), "6", aliases=("应用",)),
    CodeRow("other", Words("网站", "Other"), "app"),
)
TABLE = CodeTable("kinds", ROWS)
TABLES = CodeTables({"kinds": TABLE})


def test_a_row_goes_by_id_names_code_and_aliases() -> None:
    for text in ("website", "网站", " Website ", "1"):
        assert TABLE.find(text) is ROWS[0]
    for text in ("app", "APP", "6", "应用"):
        assert TABLE.find(text) is ROWS[1]
    assert TABLE.find("nothing") is None
    assert TABLE.find("") is None


def test_ids_win_over_names_and_codes_and_the_first_row_over_later_ones() -> None:
    assert TABLE.find("app") is ROWS[1]
    assert TABLE.find("网站") is ROWS[0]


def test_only_an_id_is_kept_in_a_form() -> None:
    assert TABLES.row("kinds", "app") is ROWS[1]
    assert TABLES.row("kinds", "APP") is None
    assert TABLES.row("kinds", None) is None


def test_what_no_table_knows_is_said_as_it_is() -> None:
    assert TABLES.words("kinds", "app") == Words("APP", "App")
    assert TABLES.words("kinds", "x9") == Words("x9", "x9")
    assert "kinds" in TABLES
    assert "others" not in TABLES
