"""Two desks on one filing: what both change survives, or the second hears who was first."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.transition import Action
from butler_desktop.errors import FieldOvertaken, Overtaken, Refused
from butler_desktop.services.contacts import first_contact
from butler_desktop.services.filing_view import filing_view
from butler_desktop.services.filings import act, edit_form
from butler_desktop.services.history import verify, writer_of
from butler_desktop.services.packets import make_packet
from butler_desktop.services.reveals import reveal
from tests.builders import NOW, Clock, a_workspace
from tests.services.scenario import ANSWERS, do, reached, requested, revision_of

NAME, MOBILE = "service.service_name", "subject_pic.mobile"
PATHS = [NAME, MOBILE, "subject.trade_name"]
LATER = NOW.replace(minute=44)
DEADLINES = ("2026-03-20T10:00:00+08:00", "2026-03-21T10:00:00+08:00")
S, A = FilingState, Action


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def desks(tmp_path, clock):
    """One's own desk, and a colleague's."""
    own = a_workspace(tmp_path, clock=clock)
    other = a_workspace(tmp_path, actor="周启明", clock=clock)
    yield own, other
    own.close()
    other.close()


def form_of(workspace, filing):
    with workspace.reading() as work:
        return work.dossier_of(filing).filing(filing).particulars


def edit(workspace, filing, values, seen=None):
    with workspace.editing() as work:
        return edit_form(work, filing, values, seen)


def test_other_fields_merge_silently(desks):
    own, other = desks
    filing = requested(own)
    seen = form_of(own, filing)
    edit(other, filing, {MOBILE: "13900001111"}, {MOBILE: seen.get(MOBILE)})
    edit(own, filing, {NAME: "云杉"}, {NAME: seen.get(NAME)})
    form = form_of(own, filing)
    assert (form.get(NAME), form.get(MOBILE)) == ("云杉", "13900001111")


def test_the_same_field_is_refused_with_who_and_when_and_nothing_is_written(desks, clock):
    own, other = desks
    filing = requested(own)
    seen = form_of(own, filing)
    clock.now = LATER
    edit(other, filing, {NAME: "周启明写的"})
    before = revision_of(own, filing)
    values = {MOBILE: "13900001111", NAME: "我写的"}
    with pytest.raises(FieldOvertaken) as refusal:
        edit(own, filing, values, {path: seen.get(path) for path in values})
    error = refusal.value
    assert (error.path, error.present, error.who, error.when) == (
        NAME, "周启明写的", "周启明", LATER,
    )  # fmt: skip
    assert "周启明 已于 03-18 10:44 改了" in error.sentence.zh
    assert revision_of(own, filing) == before
    assert form_of(own, filing).get(MOBILE) == seen.get(MOBILE)


def test_the_same_value_from_both_is_no_conflict(desks):
    own, other = desks
    filing = requested(own)
    seen = form_of(own, filing).get(NAME)
    edit(other, filing, {NAME: "云杉"})
    before = revision_of(own, filing)
    edit(own, filing, {NAME: "云杉"}, {NAME: seen})
    assert revision_of(own, filing) == before


def test_mine_is_written_over_theirs_when_theirs_was_seen(desks):
    own, other = desks
    filing = requested(own)
    edit(other, filing, {NAME: "周启明写的"})
    edit(own, filing, {NAME: "我写的"}, {NAME: "周启明写的"})
    assert form_of(own, filing).get(NAME) == "我写的"


def test_no_answer_and_a_list_of_nothing_are_the_same_sight(desks):
    own, _ = desks
    filing = requested(own)
    edit(own, filing, {"service.languages": ()})
    edit(own, filing, {"service.languages": ("zh",)}, {"service.languages": None})
    assert form_of(own, filing).get("service.languages") == ("zh",)


def test_details_of_one_record_are_fields_of_their_own(desks):
    own, other = desks
    filing = requested(own)
    edit(own, filing, {"service.pre_approvals": ("news",)})
    number, holder = (f"service.pre_approvals.news.{each}" for each in ("number", "holder"))
    edit(other, filing, {number: "京字 1"}, {number: None})
    edit(own, filing, {holder: "甲公司"}, {holder: None})
    form = form_of(own, filing)
    assert (form.get(number), form.get(holder)) == ("京字 1", "甲公司")
    with pytest.raises(FieldOvertaken):
        edit(own, filing, {number: "京字 2"}, {number: None})


def test_a_locked_filing_is_refused_before_fields_are_compared(everywhere):
    workspace, filings = everywhere
    with pytest.raises(Refused):
        edit(workspace, filings[S.SUBMITTED], {NAME: "晚了"}, {NAME: "别的"})


VALUES = st.sampled_from([None, "甲", "乙", "13900001111"])


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    mine=st.dictionaries(st.sampled_from(PATHS), VALUES, min_size=1),
    theirs=st.dictionaries(st.sampled_from(PATHS), VALUES, min_size=1),
)
def test_two_desks_lose_nothing(desks, mine, theirs):
    own, other = desks
    filing = requested(own)
    seen = form_of(own, filing)
    edit(other, filing, theirs, {path: seen.get(path) for path in theirs})
    clashes = [
        path for path in mine if path in theirs and theirs[path] not in (seen.get(path), mine[path])
    ]
    shown = {path: seen.get(path) for path in mine}
    if clashes:
        with pytest.raises(FieldOvertaken) as refusal:
            edit(own, filing, mine, shown)
        assert refusal.value.path in clashes
        assert refusal.value.who == "周启明"
        expected = theirs
    else:
        edit(own, filing, mine, shown)
        expected = theirs | mine
    form = form_of(own, filing)
    assert all(form.get(path) == value for path, value in expected.items())


def test_the_view_knows_who_wrote_each_field(desks, clock):
    own, other = desks
    filing = requested(own)
    clock.now = LATER
    edit(other, filing, {NAME: "周启明写的", "service.pre_approvals": ("news",)})
    with own.reading() as work:
        written = filing_view(work, filing).written
    assert writer_of(written, NAME).actor == "周启明"
    assert writer_of(written, NAME).at == LATER
    assert writer_of(written, "service.pre_approvals.news.number").actor == "周启明"
    assert writer_of(written, MOBILE).actor == "林晓雯"
    assert writer_of({}, NAME) is None


def test_a_move_is_refused_where_the_filing_went_on_and_came_back(desks, clock):
    own, other = desks
    filing = reached(own, S.AWAITING_CONFIRMATION)
    with own.reading() as work:
        seen = work.dossier_of(filing).filing(filing)
    clock.now = LATER
    do(other, filing, A.RETURN_FOR_MODIFICATION)
    do(other, filing, A.RESUME_PREPARATION)
    do(other, filing, A.SEND_TO_REVIEW)
    do(other, filing, A.ISSUE_PACKET)
    with pytest.raises(Overtaken) as refusal, own.editing() as work:
        act(work, filing, A.CONFIRM, ANSWERS[A.CONFIRM], seen)
    assert (refusal.value.who, refusal.value.when) == ("周启明", LATER)


def test_two_new_deadlines_do_not_replace_each_other(desks, clock):
    own, other = desks
    filing = reached(own, S.AWAITING_CONFIRMATION)
    with own.reading() as work:
        seen = work.dossier_of(filing).filing(filing)
    clock.now = LATER
    first, second = ({"deadline": at, "comment": "客户要求"} for at in DEADLINES)
    with other.editing() as work:
        act(work, filing, A.CHANGE_DEADLINE, first, seen)
    with pytest.raises(Overtaken) as refusal, own.editing() as work:
        act(work, filing, A.CHANGE_DEADLINE, second, seen)
    assert (refusal.value.who, refusal.value.when) == ("周启明", LATER)
    with own.editing() as work:
        act(work, filing, A.LOG_CONTACT, {"outcome": "reached", "note": "在"}, seen)


def test_a_first_contact_does_not_write_over_what_was_learnt_meanwhile(desks):
    own, other = desks
    filing = requested(own)
    edit(other, filing, {"province": "330000"})
    before = revision_of(own, filing)
    with pytest.raises(FieldOvertaken), own.editing() as work:
        first_contact(
            work, filing, {}, {"province": "420000"}, S.REQUESTED, shown={"province": "110000"}
        )
    assert revision_of(own, filing) == before


def both_at_once(*acts):
    """What each act answers or raises, started at the same moment."""
    gate = threading.Barrier(len(acts))

    def run(act_of):
        gate.wait()
        try:
            return act_of()
        except Overtaken as error:
            return error

    with ThreadPoolExecutor(len(acts)) as desks:
        return [each.result() for each in [desks.submit(run, act_of) for act_of in acts]]


def test_of_two_moves_at_the_same_moment_one_applies_and_one_hears_who_was_first(desks):
    own, other = desks
    filing = reached(own, S.PREPARING)
    with own.reading() as work:
        seen = work.dossier_of(filing).filing(filing)

    def move(workspace):
        with workspace.editing() as work:
            return act(work, filing, A.SEND_TO_REVIEW, {}, seen)

    answers = both_at_once(lambda: move(own), lambda: move(other))
    (refusal,) = [answer for answer in answers if isinstance(answer, Overtaken)]
    winner = {0: "林晓雯", 1: "周启明"}[1 - answers.index(refusal)]
    assert (refusal.who, refusal.when) == (winner, NOW)
    with own.reading() as work:
        assert verify(work, work.dossier_of(filing).order.id) == ()


def test_edits_at_the_same_moment_merge_or_are_refused_field_by_field(desks):
    own, other = desks
    filing = requested(own)
    seen = form_of(own, filing)
    for turn in range(5):
        name, mobile = f"名 {turn}", f"1390000{turn:04}"
        answers = both_at_once(
            lambda name=name, seen=seen: edit(own, filing, {NAME: name}, {NAME: seen.get(NAME)}),
            lambda mobile=mobile, seen=seen: edit(
                other, filing, {MOBILE: mobile}, {MOBILE: seen.get(MOBILE)}
            ),
        )
        assert not any(isinstance(answer, Overtaken) for answer in answers)
        seen = form_of(own, filing)
        assert (seen.get(NAME), seen.get(MOBILE)) == (name, mobile)
    answers = both_at_once(
        lambda: edit(own, filing, {NAME: "我"}, {NAME: seen.get(NAME)}),
        lambda: edit(other, filing, {NAME: "他"}, {NAME: seen.get(NAME)}),
    )
    (refusal,) = [answer for answer in answers if isinstance(answer, FieldOvertaken)]
    assert refusal.present == form_of(own, filing).get(NAME)


def test_a_look_overtakes_nobody(desks, monkeypatch):
    """A packet takes its time to draw; who looks at a number meanwhile is not in its way."""
    own, other = desks
    filing = reached(own, S.PREPARING)
    from butler_desktop.services import packets

    drawn = packets.render_packet

    def drawn_slowly(*args):
        with other.editing() as work:
            reveal(work, filing, MOBILE)
        return drawn(*args)

    monkeypatch.setattr(packets, "render_packet", drawn_slowly)
    assert make_packet(own, filing).packet.version == 1
    with own.reading() as work:
        assert verify(work, work.dossier_of(filing).order.id) == ()
