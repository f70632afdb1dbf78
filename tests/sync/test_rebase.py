"""Looks are acts as well: one made away from the network reaches the journal of all."""

from butler_desktop.services.filings import edit_form
from butler_desktop.services.history import history, verify
from butler_desktop.services.reveals import reveal, reveal_contact
from tests.sync.team import ANN, BEN, Team, entered, synced

MOBILE = "subject_pic.mobile"


def acts_of(desk, order):
    with desk.reading() as work:
        assert verify(work, order) == ()
        return [(line.actor, line.act) for line in reversed(history(work, order))]


def test_a_look_made_offline_is_told_to_all_and_stops_nobody(team: Team) -> None:
    ann, ben = team.replica(ANN), team.replica(BEN)
    dossier = entered(ann)
    order, filing = dossier.order.id, dossier.filings[0].id
    synced(ann, ben)
    with ann.editing() as work:
        reveal(work, filing, MOBILE)
        reveal_contact(work, order)
    with ann.editing() as work:
        edit_form(work, filing, {"province": "330000"}, {"province": None})
    with ben.editing() as work:
        reveal(work, filing, MOBILE)
        edit_form(work, filing, {MOBILE: "13900001111"}, {MOBILE: None})
    synced(ann, ben, ann)
    expected = [
        (ANN, "order.enter"),
        (ANN, f"filing.reveal:{MOBILE}"),
        (ANN, "order.reveal:contact_phone"),
        (ANN, "filing.edit"),
        (BEN, f"filing.reveal:{MOBILE}"),
        (BEN, "filing.edit"),
    ]
    assert acts_of(ann, order) == acts_of(ben, order) == expected
    with ann.reading() as work:
        form = work.dossier(order).filings[0].particulars
    assert (form.get("province"), form.get(MOBILE)) == ("330000", "13900001111")
