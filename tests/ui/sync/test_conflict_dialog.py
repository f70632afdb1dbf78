"""The conflict dialog on two real replicas: what it shows, and what its choices do."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from butler_desktop.domain.conflict import Take
from butler_desktop.domain.transition import Action
from butler_desktop.services.filings import act
from butler_desktop.ui.sync.conflict_dialog import ConflictDialog
from butler_desktop.ui.sync.conflict_row import ConflictRow
from tests.sync.team import BEN, synced
from tests.ui.sync.quarrel import NAME, PHONE, REMARK, Quarrel, texts


def row(dialog: ConflictDialog, path: str) -> ConflictRow:
    assert dialog.record is not None
    assert dialog.record.table is not None
    rows = dialog.record.table.rows
    return next(it for place, it in rows.items() if place[2].endswith(path))


def test_both_values_stand_side_by_side_and_nothing_is_chosen(quarrel: Quarrel) -> None:
    quarrel.differ(name=("山溪平台", "山溪工程"), phone=("13912342251", "13656787740"))
    dialog = quarrel.open()
    name = row(dialog, NAME)
    assert (name.mine.text(), name.theirs.text()) == ("山溪平台", "山溪工程")
    assert "山溪平台" in name.mine.accessibleName()
    assert not name.mine.isChecked()
    assert not name.theirs.isChecked()
    assert dialog.book.open_count == 2
    assert BEN in texts(dialog.record)
    assert dialog.head.title.text() == "2 choice(s) wait in 1 record(s)"


def test_a_personal_number_is_masked_on_both_sides(quarrel: Quarrel) -> None:
    quarrel.differ(phone=("13912342251", "13656787740"))
    dialog = quarrel.open()
    told = texts(dialog)
    assert "139****2251" in told
    assert "13912342251" not in told
    assert "13656787740" not in told


def test_a_choice_is_kept_when_the_dialog_is_left(quarrel: Quarrel) -> None:
    quarrel.differ(name=("甲", "乙"), remark=("我的", "对方的"))
    dialog = quarrel.open()
    row(dialog, NAME).mine.click()
    quarrel.settle()
    dialog.reject()
    (conflict,) = quarrel.found()
    kept = {field.path: field.decision.take for field in conflict.fields if field.decision}
    assert kept == {NAME: Take.MINE}
    assert dialog.list.items[conflict.act_id].counts().endswith("made: 1")


def test_the_last_choice_settles_the_record_and_reaches_the_others(quarrel: Quarrel) -> None:
    quarrel.differ(name=("甲", "乙"), phone=("13912342251", "13656787740"))
    dialog = quarrel.open()
    row(dialog, NAME).mine.click()
    row(dialog, PHONE).theirs.click()
    quarrel.settle()
    assert quarrel.found() == ()
    assert dialog.book.current is None
    assert quarrel.value(NAME) == "甲"
    assert quarrel.value(PHONE) == "13656787740"
    synced(quarrel.ann, quarrel.ben)
    assert quarrel.value(NAME, quarrel.ben) == "甲"


@pytest.mark.parametrize(("side", "kept"), [("mine", "甲"), ("theirs", "乙")])
def test_one_button_takes_one_side_in_every_field(quarrel: Quarrel, side: str, kept: str) -> None:
    quarrel.differ(name=("甲", "乙"), remark=("甲", "乙"))
    dialog = quarrel.open()
    assert dialog.record is not None
    getattr(dialog.record, side).click()
    quarrel.settle()
    assert quarrel.found() == ()
    assert (quarrel.value(NAME), quarrel.value(REMARK)) == (kept, kept)


def test_a_text_written_by_hand_stays_in_place_of_both(quarrel: Quarrel) -> None:
    quarrel.differ(name=("甲", "乙"))
    dialog = quarrel.open()
    link = row(dialog, NAME).result.link
    assert link is not None
    link.clicked.emit()
    assert dialog.record is not None
    assert dialog.record.table is not None
    writing = dialog.record.table.writing
    assert writing is not None
    assert writing.field.value() == "甲"
    writing.field.set_value("甲与乙")
    writing.take.click()
    quarrel.settle()
    assert quarrel.found() == ()
    assert quarrel.value(NAME) == "甲与乙"


def test_two_scans_are_both_kept_and_one_counts(quarrel: Quarrel) -> None:
    kind = quarrel.rescan()
    dialog = quarrel.open()
    scans = row(dialog, "withdrawn_at")
    assert scans.field.words.zh == "营业执照"
    assert (scans.mine.text(), scans.theirs.text()) == ("林晓雯.jpg", "何佳.jpg")
    quarrel.qtbot.waitUntil(lambda: scans.theirs.picture is not None)
    assert scans.mine.picture is not None
    scans.theirs.click()
    quarrel.settle()
    present = [it.file_name for it in quarrel.view().materials if it.material_kind == kind]
    assert "何佳.jpg" in present
    assert "林晓雯.jpg" not in present
    with quarrel.ann.reading() as work:
        kept = [it.file_name for it in work.dossier_of(quarrel.filing_id).materials]
    assert {"何佳.jpg", "林晓雯.jpg"} <= set(kept)


def test_what_waits_behind_is_told_and_tried_again(quarrel: Quarrel) -> None:
    quarrel.edit(quarrel.ann, {NAME: "甲"})
    quarrel.edit(quarrel.ann, {REMARK: "后来写的"})
    quarrel.edit(quarrel.ben, {NAME: "乙"})
    quarrel.meet()
    dialog = quarrel.open()
    assert "1 later act(s)" in texts(dialog.record)
    row(dialog, NAME).theirs.click()
    quarrel.settle()
    assert quarrel.found() == ()
    assert (quarrel.value(NAME), quarrel.value(REMARK)) == ("乙", "后来写的")


def test_an_act_that_the_rules_refuse_now_can_be_given_up(quarrel: Quarrel) -> None:
    quarrel.edit(quarrel.ann, {NAME: "甲"})
    with quarrel.ben.editing() as work:
        act(work, quarrel.filing_id, Action.WITHDRAW, {"comment": "客户不做了"})
    quarrel.meet()
    dialog = quarrel.open()
    assert dialog.record is not None
    assert "no longer applies" in texts(dialog.record)
    dialog.record.retry.click()
    quarrel.settle()
    assert dialog.record.strip.isVisible()
    dialog.record.drop.click()
    quarrel.settle()
    assert quarrel.found() == ()


def test_the_counts_add_up(quarrel: Quarrel) -> None:
    quarrel.edit(quarrel.ann, {NAME: "甲"})
    quarrel.edit(quarrel.ann, {REMARK: "后来写的"})
    quarrel.edit(quarrel.ben, {NAME: "乙"})
    quarrel.meet()
    receipt = quarrel.receipt()
    dialog = quarrel.open()
    told = dialog.head.counts.text()
    assert f"{receipt.made} act(s)" in told
    assert "wait for a choice: 1" in told
    assert "behind them: 1" in told


def test_next_goes_from_one_open_field_to_the_next(quarrel: Quarrel) -> None:
    other = quarrel.filing()
    quarrel.edit(quarrel.ann, {NAME: "甲", REMARK: "甲"})
    quarrel.edit(quarrel.ben, {NAME: "乙", REMARK: "乙"})
    quarrel.edit(quarrel.ann, {NAME: "丙"}, other)
    quarrel.edit(quarrel.ben, {NAME: "丁"}, other)
    quarrel.meet()
    dialog = quarrel.open()
    assert dialog.book.open_count == 3
    first = dialog.book.current
    assert row(dialog, NAME).mine.hasFocus()
    dialog.next.click()
    assert row(dialog, REMARK).mine.hasFocus()
    dialog.next.click()
    quarrel.settle()
    assert dialog.book.current is not first
    dialog.previous.click()
    assert dialog.book.current == first


def test_the_arrows_choose_nothing(quarrel: Quarrel) -> None:
    quarrel.differ(name=("甲", "乙"), remark=("甲", "乙"))
    dialog = quarrel.open()
    name = row(dialog, NAME)
    name.mine.setFocus()
    quarrel.qtbot.keyClick(name.mine, Qt.Key.Key_Right)
    assert not name.theirs.isChecked()
    quarrel.qtbot.keyClick(name.theirs, Qt.Key.Key_Space)
    assert name.theirs.isChecked()
    quarrel.settle()
    assert QApplication.activeModalWidget() is None


def test_what_a_choice_does_to_the_findings_is_told_before_it_is_settled(
    quarrel: Quarrel,
) -> None:
    quarrel.differ(name=("甲", "乙"), phone=("12", "13656787740"))
    dialog = quarrel.open()
    assert "What it leads to" not in texts(dialog.record)
    row(dialog, PHONE).mine.click()
    quarrel.settle()
    assert "What it leads to" in texts(dialog.record)
    assert "Comes: " in texts(dialog.record)
    row(dialog, PHONE).theirs.click()
    quarrel.settle()
    assert "What it leads to" not in texts(dialog.record)
