"""Integrity: the journal gives exactly the rows, and any change behind its back is found."""

import random
from dataclasses import replace

import pytest
import sqlcipher3.dbapi2
from hypothesis import given, settings
from hypothesis import strategies as st

from butler_desktop.domain.contact import Contact, Outcome
from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing import FaceVerification
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.ids import new_id
from butler_desktop.domain.material import Material
from butler_desktop.domain.packet_version import PacketVersion
from butler_desktop.domain.rating import Rating
from butler_desktop.domain.refund import Refund
from butler_desktop.storage.integrity import verify_journal
from tests.builders import NOW, a_dossier, a_filing, a_workspace
from tests.engines import ENGINES, SQLITE

NO_TRIGGERS = "ALTER TABLE journal DISABLE TRIGGER USER"

TEXTS = st.text(
    st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12
) | st.sampled_from(["𬭎㛃䶮𠅤", "沈**", "a.b~1"])


@st.composite
def steps(draw):
    """Random changes to a dossier: each a function from dossier to dossier."""
    kind = draw(
        st.sampled_from(
            ["rename", "file", "state", "form", "unknown", "face", "scan", "call", "packet", "end"]
        )
    )
    text, number = draw(TEXTS), draw(st.integers(0, 9))
    return kind, text, number


def changed(dossier: Dossier, step) -> Dossier:
    kind, text, number = step
    order = dossier.order
    filing = dossier.filings[number % len(dossier.filings)]
    match kind:
        case "rename":
            return replace(dossier, order=replace(order, customer=text, coupon_fen=number))
        case "file":
            return dossier.with_filing(a_filing(order))
        case "state":
            state = list(FilingState)[number]
            return dossier.with_filing(replace(filing, state=state, approved_at=NOW))
        case "form":
            form = filing.particulars.with_value("subject.sponsor_name", text)
            form = form.with_value("service.languages", ("zh_hans", "en")[: number % 3])
            return dossier.with_filing(replace(filing, particulars=form))
        case "unknown":
            document = filing.particulars.to_document() | {"later": {text: {"x.y": number}}}
            form = type(filing.particulars).from_document(document)
            return dossier.with_filing(replace(filing, particulars=form))
        case "face":
            face = FaceVerification(text, NOW, NOW) if number % 2 else None
            return dossier.with_filing(replace(filing, face_verification=face))
        case "scan":
            return dossier.with_material(
                Material(
                    new_id(),
                    order.id,
                    filing.id,
                    "sponsor_cert",
                    text,
                    "0" * 64,
                    number,
                    "image/png",
                    NOW,
                    text,
                    flags=("low_resolution",)[: number % 2],
                )
            )
        case "call":
            return dossier.with_contact(
                Contact(new_id(), order.id, None, Outcome.REACHED, NOW, text, text)
            )
        case "packet":
            version = 1 + len(dossier.packets_of(filing.id))
            return dossier.with_packet(
                PacketVersion(
                    new_id(),
                    order.id,
                    filing.id,
                    version,
                    {text or "a": [text, {"b": number}]},
                    "d",
                    "c",
                    "p",
                    number,
                    NOW,
                    text,
                )
            )
        case _:
            about = filing.id if number % 2 else None
            rated = any(r.filing_id == about for r in dossier.ratings)
            rating = Rating(new_id(), order.id, about, 5, 4, text, NOW)
            refund = Refund(new_id(), order.id, number, number * 60_000, text, text, NOW)
            return replace(
                dossier,
                ratings=dossier.ratings if rated else (*dossier.ratings, rating),
                refunds=(*dossier.refunds, refund),
            )


@settings(max_examples=60)
@given(st.lists(steps(), max_size=8))
def test_replaying_a_random_orders_journal_gives_exactly_its_rows(tmp_path_factory, history):
    workspace = a_workspace(tmp_path_factory.mktemp("replay"))
    with workspace.editing() as work:
        dossier = work.save(None, a_dossier(), "order.enter")
        for step in history:
            dossier = work.save(dossier, changed(dossier, step), f"test.{step[0]}")
    with workspace.reading() as work:
        assert work.dossier(dossier.order.id) == dossier
        assert verify_journal(work.connection, dossier.order.id, work.rulebook) == ()
    workspace.close()


@pytest.mark.sqlite
@pytest.mark.parametrize("column", ["changes", "actor", "act", "at", "salt", "digest", "station"])
def test_one_changed_byte_of_a_journal_row_is_found(tmp_path, column):
    chance = random.Random(column)
    workspace = a_workspace(tmp_path)
    with workspace.editing() as work:
        dossier = work.save(None, a_dossier(), "order.enter")
        work.save(dossier, replace(dossier, order=replace(dossier.order, customer="改")), "x")
    database = sqlcipher3.dbapi2.connect(str(tmp_path / "butler.db"), isolation_level=None)
    database.execute("DROP TRIGGER journal_update")
    for _ in range(12):
        kept = database.execute(f"SELECT {column} FROM journal WHERE revision = 1").fetchone()[0]
        place = chance.randrange(len(kept))
        forged = kept[:place] + ("0" if kept[place] != "0" else "1") + kept[place + 1 :]
        database.execute(f"UPDATE journal SET {column} = ? WHERE revision = 1", (forged,))
        with workspace.reading() as work:
            assert verify_journal(work.connection, dossier.order.id, work.rulebook)
        database.execute(f"UPDATE journal SET {column} = ? WHERE revision = 1", (kept,))
    with workspace.reading() as work:
        assert verify_journal(work.connection, dossier.order.id, work.rulebook) == ()
    database.close()
    workspace.close()


def test_a_row_changed_without_the_journal_is_found(tmp_path):
    workspace = a_workspace(tmp_path)
    with workspace.editing() as work:
        dossier = work.save(None, a_dossier(), "order.enter")
    ENGINES.behind_its_back(tmp_path, "UPDATE orders SET paid_fen = paid_fen + 1")
    with workspace.reading() as work:
        (fault,) = verify_journal(work.connection, dossier.order.id, work.rulebook)
    assert "重放" in fault.message.zh
    workspace.close()


def test_a_removed_row_is_found(tmp_path, engine):
    workspace = a_workspace(tmp_path)
    with workspace.editing() as work:
        dossier = work.save(None, a_dossier(), "order.enter")
        dossier = work.save(dossier, changed(dossier, ("rename", "甲", 1)), "x")
        work.save(dossier, changed(dossier, ("rename", "乙", 1)), "x")
    off = "DROP TRIGGER journal_delete" if engine == SQLITE else NO_TRIGGERS
    ENGINES.behind_its_back(tmp_path, off, "DELETE FROM journal WHERE revision = 2")
    with workspace.reading() as work:
        faults = verify_journal(work.connection, dossier.order.id, work.rulebook)
    assert faults[0].revision == 2
    workspace.close()
