"""The notice: at the start the butler hears which filings have drafts, and goes there."""

from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.services.drafts import Draft
from butler_desktop.ui.draft_file import change, drafts_path
from tests.builders import NOW, a_filing, an_order
from tests.ui.detail.desk import sample
from tests.ui.opened import Opened

NAME = "service.service_name"


def test_drafts_of_the_last_time_are_named_and_opened(opened: Opened) -> None:
    colleague = opened.colleague()
    filings = []
    for _ in range(2):
        order = an_order()
        filing = a_filing(order, state=FilingState.COLLECTING, particulars=sample("F00"))
        with colleague.editing() as work:
            work.save(None, Dossier(order, (filing,)), "order.enter")
        filings.append(filing)
    colleague.close()
    kept = filings[1]
    seen = kept.particulars.get(NAME)
    path = drafts_path(str(opened.folder / "butler.db"))
    change(path, {(kept.id, NAME): Draft("云杉", seen, NOW)})
    place = opened.start()
    strip = opened.program.window.failures
    assert not strip.isHidden()
    (link,) = strip.cures()
    assert link.accessibleName() == kept.number or kept.number in link.text()
    strip.acted.emit("something else")
    assert not strip.isHidden()
    link.click()
    opened.settle()
    assert strip.isHidden()
    assert place.queue.detail.filing_id == kept.id
    edit = place.queue.detail.tabs.form.editor(NAME).widget.edit
    assert edit.text() == "云杉"


def test_nothing_is_said_where_there_are_none(opened: Opened) -> None:
    opened.start()
    assert opened.program.window.failures.isHidden()
