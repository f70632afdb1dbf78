"""``workbook export`` and ``workbook import``: out to the customer, back as one edit."""

import openpyxl
import pytest

from butler_desktop.documents.intake_parts import ANSWER_HEAD, PATH_HEAD


def fill(path, **answers):
    """Answers typed into the workbook, by the paths of their rows with ``__`` for dots."""
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    cells = {}
    column = None
    for row in page.iter_rows():
        texts = [cell.value for cell in row]
        if PATH_HEAD in texts:
            column = texts.index(ANSWER_HEAD)
        elif column is not None and texts[0]:
            cells[texts[0]] = row[column]
    for name, answer in answers.items():
        cells[name.replace("__", ".")].value = answer
    book.save(path)
    return {path: cell.coordinate for path, cell in cells.items()}


@pytest.fixture
def book(run, filing, place):
    said = run("workbook", "export", filing, "-o", "intake.xlsx")
    assert said.code == 0, said.err
    return place / "intake.xlsx"


def form_of(run, filing):
    return run("show", filing, "--json").json["form"]


def test_a_book_that_nobody_touched_changes_nothing(run, filing, book):
    said = run("workbook", "import", filing, book, "--json")
    assert (said.code, said.json) == (
        0,
        {"filing": filing, "taken": 0, "changes": [], "refused": []},
    )


def test_what_the_customer_typed_is_taken_as_one_act(run, filing, book):
    acts = len(run("show", filing, "--json").json["timeline"])
    fill(book, service__service_name="南屿甄选", subject_pic__mobile="+86 138 0000 1234")
    dry = run("workbook", "import", filing, book, "--dry-run", "--json").json
    assert (dry["taken"], len(dry["changes"])) == (0, 2)
    assert form_of(run, filing)["service"]["service_name"] != "南屿甄选"
    said = run("workbook", "import", filing, book)
    assert said.code == 0
    assert "138****1234" in said.out
    assert "13800001234" not in said.out
    form = form_of(run, filing)
    assert form["service"]["service_name"] == "南屿甄选"
    assert form["subject_pic"]["mobile"] == "13800001234"
    assert len(run("show", filing, "--json").json["timeline"]) == acts + 1
    assert run("workbook", "import", filing, book, "--json").json["taken"] == 0


def test_one_faulty_cell_and_nothing_is_taken_unless_that_is_asked(run, filing, book):
    cells = fill(book, service__service_name="南屿甄选", province="火星", subject__has_seal="也许")
    before = form_of(run, filing)
    said = run("workbook", "import", filing, book, "--json")
    assert (said.code, said.json["taken"]) == (1, 0)
    assert said.json["refused"][0] == {
        "cell": cells["province"],
        "field": "province",
        "value": "火星",
        "reason": "“备案省份”没有“火星”这个选项",
    }
    assert form_of(run, filing) == before
    said = run("workbook", "import", filing, book, "--take-good-cells")
    assert said.code == 1
    assert f"{cells['subject.has_seal']}  有公章：“有公章”应答是或否" in said.out
    assert form_of(run, filing)["service"]["service_name"] == "南屿甄选"


def test_what_was_emptied_or_changed_here_since_waits_for_somebody(run, filing, book):
    assert run("edit", filing, "service.service_name", "管家改的名").code == 0
    fill(book, service__service_name="客户改的名", subject__mailing_address=None)
    said = run("workbook", "import", filing, book, "--json")
    assert (said.code, said.json["taken"]) == (0, 0)
    held = {it["field"]: it["held"] for it in said.json["changes"]}
    assert held == {
        "service.service_name": "changed_since",
        "subject.mailing_address": "cleared",
    }
    assert form_of(run, filing)["service"]["service_name"] == "管家改的名"


def test_another_filings_book_and_no_book_are_told(run, filing, book, place):
    (place / "noise.xlsx").write_bytes(b"noise")
    other = run("new-filing", "2026093001000002", "--from", place / "f.json")
    assert other.code == 3
    for path, told in ((place / "noise.xlsx", "不是 Excel"), (book, "BA-9")):
        number = "BA-9" if told == "BA-9" else filing
        said = run("workbook", "import", number, path)
        assert (said.code, said.out) == (1, "")
        assert told in said.err
    assert run("workbook", "import", filing, place / "none.xlsx").code == 3
    assert run("workbook", "export", filing, "-o", place / "none" / "a.xlsx").code == 3
    assert run("workbook").code == 2


def test_everything_is_said_in_english_too(run, filing, book):
    fill(book, service__service_name="南屿甄选", province="火星")
    said = run("--language", "en", "workbook", "import", filing, book)
    assert "has no choice" in said.out
    assert "0 changes taken; 0 held, 1 cells refused." in said.out
