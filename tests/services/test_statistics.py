"""Statistics of real work: played through the services, counted by hand; on both databases."""

from datetime import timedelta

from butler_desktop.domain.contact import Outcome
from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.key_figures import Share
from butler_desktop.domain.return_kind import ReturnKind
from butler_desktop.domain.statistics import Wanted
from butler_desktop.domain.transition import Action as A
from butler_desktop.services.contacts import log_order_contact
from butler_desktop.services.filings import act
from butler_desktop.services.statistics import statistics
from butler_desktop.storage.work import Workspace
from tests.builders import NOW
from tests.services.scenario import NUMBERS, an_order_of, reached

DAY = timedelta(days=1)


def do(desk: Workspace, filing_id: str, action: A, **given: str) -> None:
    with desk.editing() as work:
        act(work, filing_id, action, given)


def test_numbers_equal_what_was_done(desk, clock):
    """One approved at once after two working days; one rejected, one lapsed, one withdrawn."""
    passed = reached(desk, S.AUTHORITY_REVIEW)
    rejected = reached(desk, S.AUTHORITY_REVIEW)
    withdrawn = reached(desk, S.PREPARING)
    late = an_order_of(desk, paid_at=NOW - timedelta(minutes=31))
    with desk.editing() as work:
        log_order_contact(work, late, Outcome.REACHED, "")
    lapsed = reached(desk, S.SMS_PENDING)
    clock.now = NOW + DAY
    do(desk, rejected, A.REJECT, reasons="网站名称不规范", marks="service.service_name")
    do(desk, withdrawn, A.WITHDRAW, comment="不做了")
    clock.now = NOW + 2 * DAY
    do(desk, lapsed, A.RECORD_SMS_EXPIRED)
    do(desk, passed, A.APPROVE, **NUMBERS)
    do(desk, passed, A.RATE, response_speed="5", service_quality="4", comment="快")
    with desk.reading() as work:
        found = statistics(work, Wanted(butler=desk.actor))
        older = statistics(work, Wanted(30, butler="nobody"))
    figures = found.figures
    assert figures.first_pass == Share(1, 3)
    assert figures.days == 2
    assert figures.preparation == Share(3, 3)
    assert (figures.stars, figures.ratings, figures.rated) == (4.5, 1, Share(1, 2))
    assert dict(found.reasons) == {ReturnKind.NAME: 1, ReturnKind.SMS: 1}
    assert found.filing_count == 4
    (province,) = found.provinces
    assert (province.low, province.middle, province.count) == (1.5, 2, 3)
    (load,) = found.loads
    assert (load.open, load.done) == (2, 2)
    assert figures.first_contact.whole - figures.first_contact.part == 1
    assert older.filing_count == 0


def test_a_pause_and_a_second_round_count_as_they_were(desk, clock):
    waiting = reached(desk, S.PREPARING)
    do(desk, waiting, A.PAUSE_PREPARATION, comment="授权书")
    clock.now = NOW + DAY
    do(desk, waiting, A.CONTINUE_PREPARATION)
    with desk.reading() as work:
        record = statistics(work, Wanted())
    assert record.figures.preparation == Share(0, 0)
    assert record.filing_count == 1
