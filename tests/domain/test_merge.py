"""Merge: laws that hold for any records, and the few fields that have a rule of their own."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.changes import ABSENT, Change, Records, applied, difference
from butler_desktop.domain.conflict import Decision, Place, Take
from butler_desktop.domain.merge import is_orphan, merged, misfits, reverted, withdrawals

AT = "2026-03-18T02:42:00.000000Z"
LEAVES = ("customer", "particulars.a", "particulars.b", "remark")
keys = st.sampled_from([("order", "o1"), ("filing", "f1"), ("contact", "c1"), ("contact", "c2")])
leaves = st.dictionaries(st.sampled_from(LEAVES), st.sampled_from([None, "", "甲", "乙", 7]))
records = st.dictionaries(keys, leaves)


@st.composite
def written(draw: st.DrawFn, before: Records) -> Records:
    """What somebody made of the records: values never vanish."""
    return {key: draw(leaves) for key in before} | draw(records)


@st.composite
def two_desks(draw: st.DrawFn) -> tuple[Records, Records, Records]:
    """Records, and what two desks made of them; new values have ids of their own."""
    before = draw(records)
    theirs, mine = draw(written(before)), draw(written(before))
    made_twice = (theirs.keys() & mine.keys()) - before.keys()
    return before, theirs, {key: it for key, it in mine.items() if key not in made_twice}


def sides(before: Records, theirs: Records, mine: Records) -> dict[Place, tuple[Any, Any, Any]]:
    """Base, theirs, mine of every path of a value that was there before."""
    return {
        (*key, path): tuple(side[key].get(path, ABSENT) for side in (before, theirs, mine))
        for key in before
        for path in LEAVES
    }


@given(st.data())
def test_what_was_put_on_can_be_taken_back(data: st.DataObject) -> None:
    before = data.draw(records)
    changes = difference(before, data.draw(written(before)))
    kept = copy.deepcopy(before)
    assert reverted(applied(before, changes), changes) == kept == before


@given(st.data())
def test_where_nobody_else_acted_a_merge_is_the_act_itself(data: st.DataObject) -> None:
    before = data.draw(records)
    after = data.draw(written(before))
    changes = difference(before, after)
    assert misfits(before, changes) == ()
    assert merged(before, changes, {}, AT) == after


@given(two_desks())
def test_misfits_are_exactly_where_both_wrote_and_not_the_same(
    desks: tuple[Records, Records, Records],
) -> None:
    before, theirs, mine = desks
    expected = {
        place
        for place, (base, there, here) in sides(*desks).items()
        if here not in (base, there) and there != base
    }
    found = misfits(theirs, difference(before, mine))
    # An emptied value of theirs has no field left that could be written by both.
    assert {it.place for it in found} == {it for it in expected if theirs[it[:2]]}


@given(two_desks(), st.sampled_from(list(Take)))
def test_every_field_ends_as_it_was_decided(
    desks: tuple[Records, Records, Records], take: Take
) -> None:
    before, theirs, mine = desks
    changes = difference(before, mine)
    decisions = {
        (change.kind, change.id, path): Decision(take, "合写")
        for change in changes
        for path in change.fields
    }
    result = merged(theirs, changes, decisions, AT)
    for place, (base, there, here) in sides(*desks).items():
        if here == base:
            expected = there
        elif there in (base, here):
            expected = here
        else:
            expected = {Take.MINE: here, Take.THEIRS: there, Take.VALUE: "合写"}[take]
        assert result[place[:2]].get(place[2], ABSENT) == expected
    assert result.keys() == theirs.keys() | mine.keys()


@given(two_desks())
def test_acts_that_fit_lead_to_the_same_in_either_order(
    desks: tuple[Records, Records, Records],
) -> None:
    before, theirs, mine = desks
    first, second = difference(before, theirs), difference(before, mine)
    if any(
        here not in (base, there) and there not in (base, here)
        for base, there, here in sides(*desks).values()
    ):
        return
    assert merged(theirs, second, {}, AT) == merged(mine, first, {}, AT)


@given(st.data())
def test_the_same_act_twice_is_the_act_once(data: st.DataObject) -> None:
    before = data.draw(records)
    after = data.draw(written(before))
    changes = difference(before, after)
    assert misfits(after, changes) == ()
    assert merged(after, changes, {}, AT) == after


def test_a_misfit_that_nobody_decided_is_never_written() -> None:
    changes = difference(
        {("order", "o1"): {"customer": "原"}}, {("order", "o1"): {"customer": "我"}}
    )
    with pytest.raises(ValueError, match="nobody decided"):
        merged({("order", "o1"): {"customer": "他"}}, changes, {}, AT)


def scan(**given: Any) -> dict[str, Any]:
    return {
        "filing_id": "f1",
        "material_kind": "sponsor_cert",
        "file_name": "旧.jpg",
        "sha256": "00",
        "pixel_width": 1,
        "pixel_height": 1,
        "attached_by": "林晓雯",
        "attached_at": "1",
        "withdrawn_at": None,
    } | given


SCANS: Records = {("filing", "f1"): {"state": "collecting"}, ("material", "m0"): scan()}


def replaced(by: str, at: str) -> Records:
    """The scans after one of them was replaced."""
    return SCANS | {
        ("material", "m0"): scan(withdrawn_at=at),
        ("material", by): scan(file_name=f"{by}.jpg", attached_at=at),
    }


@pytest.mark.parametrize(("take", "loser"), [(Take.MINE, "m1"), (Take.THEIRS, "m2")])
def test_two_scans_for_one_are_a_misfit_and_the_other_one_is_kept(take: Take, loser: str) -> None:
    theirs, changes = replaced("m1", "2"), difference(SCANS, replaced("m2", "3"))
    (misfit,) = misfits(theirs, changes)
    assert misfit.place == ("material", "m1", "withdrawn_at")
    assert (misfit.mine["file_name"], misfit.theirs["file_name"]) == ("m2.jpg", "m1.jpg")
    result = merged(theirs, changes, {misfit.place: Decision(take)}, AT)
    withdrawn = {
        id_: it["withdrawn_at"] for (kind, id_), it in result.items() if kind == "material"
    }
    assert withdrawn == {"m0": "2", "m1": None, "m2": None} | {loser: AT}


def test_two_who_take_the_same_scan_away_agree() -> None:
    gone = SCANS | {("material", "m0"): scan(withdrawn_at="2")}
    changes = difference(SCANS, SCANS | {("material", "m0"): scan(withdrawn_at="3")})
    assert misfits(gone, changes) == ()
    assert merged(gone, changes, {}, AT) == gone


FILING = ("filing", "f1")
PACKET = ("packet", "p1")
MOVED: Records = {FILING: {"state": "preparing", "state_since": "1"}}


def test_a_move_that_is_not_taken_takes_nothing_along_but_what_was_heard() -> None:
    mine = MOVED | {
        FILING: {"state": "internal_review", "state_since": "3"},
        PACKET: {"filing_id": "f1", "version": 1},
        ("contact", "c1"): {"filing_id": "f1", "note": "打通了"},
    }
    theirs: Records = {FILING: {"state": "withdrawn", "state_since": "2"}}
    changes = difference(MOVED, mine)
    (misfit,) = misfits(theirs, changes)
    result = merged(theirs, changes, {misfit.place: Decision(Take.THEIRS)}, AT)
    assert result == theirs | {("contact", "c1"): mine["contact", "c1"]}
    result = merged(theirs, changes, {misfit.place: Decision(Take.MINE)}, AT)
    assert result == mine


def test_when_two_make_the_same_move_the_time_of_the_first_stays() -> None:
    first: Records = {FILING: {"state": "internal_review", "state_since": "2"}}
    second: Records = {FILING: {"state": "internal_review", "state_since": "3"}}
    changes = difference(MOVED, second)
    assert misfits(first, changes) == ()
    assert merged(first, changes, {}, AT) == first


def test_what_several_added_to_a_list_that_only_grows_is_all_there() -> None:
    before: Records = {PACKET: {"reminders": [{"at": "1"}]}}
    theirs: Records = {PACKET: {"reminders": [{"at": "1"}, {"at": "2"}]}}
    mine: Records = {PACKET: {"reminders": [{"at": "1"}, {"at": "3"}]}}
    changes = difference(before, mine)
    assert misfits(theirs, changes) == ()
    result = merged(theirs, changes, {}, AT)
    assert result[PACKET]["reminders"] == [{"at": "1"}, {"at": "2"}, {"at": "3"}]
    assert merged(before, changes, {}, AT) == merged(mine, changes, {}, AT) == mine


def test_changes_on_what_was_given_up_are_orphans() -> None:
    on_gone = (Change("contact", "c9", "change", {"note": ("甲", "乙")}),)
    of_gone = (Change("contact", "c9", "create", {"filing_id": (ABSENT, "f9")}),)
    fine = (Change("contact", "c9", "create", {"filing_id": (ABSENT, "f1")}),)
    both = (Change("filing", "f9", "create", {}), *of_gone)
    assert is_orphan(MOVED, on_gone)
    assert is_orphan(MOVED, of_gone)
    assert not is_orphan(MOVED, fine)
    assert not is_orphan(MOVED, both)


def test_what_is_taken_away_is_counted() -> None:
    withdrawn = difference(SCANS, SCANS | {("material", "m0"): scan(withdrawn_at="2")})
    given_up = difference(SCANS, SCANS | {FILING: {"state": "withdrawn"}})
    assert [withdrawals(it) for it in (withdrawn, given_up, difference({}, SCANS))] == [1, 1, 0]


def test_a_promise_that_two_desks_ended_stays_as_the_first_ended_it() -> None:
    contact = ("contact", "c1")
    before: Records = {contact: {"promise_end": None, "promise_ended_by": ""}}
    theirs: Records = {contact: {"promise_end": "kept", "promise_ended_by": "何佳"}}
    mine: Records = {contact: {"promise_end": "dropped", "promise_ended_by": "林晓雯"}}
    changes = difference(before, mine)
    assert misfits(theirs, changes) == ()
    assert merged(theirs, changes, {}, AT) == theirs
    assert merged(before, changes, {}, AT) == mine
