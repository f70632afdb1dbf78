"""A rare character is printed and read back, or refused where it is typed, with its field."""

from dataclasses import replace
from pathlib import Path

import pytest

from butler_desktop.documents.coverage import uncovered
from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.errors import Refused
from butler_desktop.services.filings import edit_form
from butler_desktop.services.packets import make_packet
from tests.documents.paper_reading import page_texts
from tests.services.scenario import reached

RARE = (Path(__file__).parents[1] / "data" / "rare-characters.txt").read_text("utf-8").split()
ADDRESS, REMARK = "subject.mailing_address", "subject.subject_remark"


@pytest.mark.sqlite
def test_five_hundred_rare_characters_are_printed_or_refused_at_input(desk):
    filing_id = reached(desk, S.COLLECTING)
    assert len(set("".join(RARE))) == 500
    refused, places, typed = set[str](), set[str](), ""
    for line in RARE:
        try:
            with desk.editing() as work:
                edit_form(work, filing_id, {ADDRESS: line})
        except Refused as error:
            told = "".join(lack.words.zh for lack in error.findings)
            lacking = {it for it in line if f"“{it}”（U+{ord(it):04X}）" in told}
            refused |= lacking
            places |= {lack.place for lack in error.findings}
        typed += "".join(it for it in line if it not in refused)
    with desk.editing() as work:
        edit_form(work, filing_id, {REMARK: typed})
    shown = "".join(page_texts(make_packet(desk, filing_id).pdf))
    assert all(it in shown for it in typed)
    assert typed in shown
    assert refused == set(uncovered("".join(RARE)))
    assert len(refused) <= 5
    assert places == {f"form:{ADDRESS}"}


def test_a_refused_character_leaves_the_form_as_it_was(desk):
    filing_id = reached(desk, S.COLLECTING)
    with desk.reading() as work:
        before = work.dossier_of(filing_id)
    with pytest.raises(Refused, match="U\\+1F600"), desk.editing() as work:
        edit_form(work, filing_id, {"service.service_name": "好\U0001f600"})
    with desk.reading() as work:
        assert work.dossier_of(filing_id) == before


def test_what_stood_there_before_keeps_nobody_from_mending_the_rest(desk):
    filing_id = reached(desk, S.COLLECTING)
    with desk.editing() as work:
        before = work.dossier_of(filing_id)
        filing = before.filing(filing_id)
        form = filing.particulars.with_value("service.service_name", "好\U0001f600")
        work.save(before, before.with_filing(replace(filing, particulars=form)), "filing.edit")
    with desk.editing() as work:
        edit_form(work, filing_id, {ADDRESS: "朝阳区建国路 9 号"})
