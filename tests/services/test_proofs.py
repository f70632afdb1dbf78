"""The proof of a confirmation: what it says, and that what was changed or made up is seen."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from butler_desktop.documents.proof import render_proof
from butler_desktop.domain.confirmation_proof import AUTOMATIC, DESK_CLOCK, TEAM_CLOCK
from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.transition import Action
from butler_desktop.errors import Refused
from butler_desktop.services.due import do_due
from butler_desktop.services.filings import edit_form
from butler_desktop.services.history import history
from butler_desktop.services.proofs import export_proof, proof_of
from butler_desktop.services.verification import Standing, standing, verify_paper
from butler_desktop.storage.work import Workspace
from tests.builders import NOW, Clock
from tests.documents.paper_reading import page_texts
from tests.services.scenario import do, reached

HOUR = timedelta(hours=1)


@pytest.fixture
def silent(desk: Workspace, clock: Clock) -> str:
    """A filing that the deadline confirmed, after it was brought forward once."""
    filing = reached(desk, S.AWAITING_CONFIRMATION)
    clock.now += HOUR
    do(desk, filing, Action.RECORD_DELIVERY)
    clock.now += HOUR
    sooner = (clock.now + 3 * HOUR).isoformat()
    do(desk, filing, Action.CHANGE_DEADLINE, deadline=sooner, comment="客户明天出差")
    clock.now += HOUR
    do(desk, filing, Action.RECORD_REMINDER, how="wechat")
    clock.now += 3 * HOUR
    assert [it.action for it in do_due(desk)] == [Action.AUTO_CONFIRM]
    return filing


def stands(desk: Workspace, file: Path) -> Standing:
    with desk.reading() as work:
        return standing(work, verify_paper(file))


def exported(desk: Workspace, filing: str, folder: Path, name: str = "proof.pdf") -> Path:
    return export_proof(desk, filing, 1, folder / name)


def test_it_tells_what_was_shown_and_all_that_silence_counts_on(
    desk: Workspace, silent: str, tmp_path: Path
) -> None:
    with desk.reading() as work:
        proof = proof_of(work, silent)
        packet = work.dossier_of(silent).packets[0]
    assert (proof.packet_digest, proof.file_sha256) == (packet.digest, packet.pdf_sha256)
    assert (proof.how, proof.recorded_by) == (AUTOMATIC, "系统")
    assert proof.clock == (TEAM_CLOCK if desk.database.is_shared else DESK_CLOCK)
    assert proof.deadline == NOW + 5 * HOUR
    assert [(it.at - NOW) // HOUR for it in proof.steps] == [0, 0, 1, 2, 3, 6]
    assert [it.what.partition(" ")[0] for it in proof.steps] == [
        "生成确认书第",
        "约定截止时间",
        "送达客户（邮件）",
        "截止时间由",
        "提醒客户截止时间",
        AUTOMATIC,
    ]
    (text,) = page_texts(exported(desk, silent, tmp_path).read_bytes())
    for told in ("备案信息确认凭证", "客户明天出差", packet.pdf_sha256, "微信", AUTOMATIC):
        assert told in text


def test_it_is_the_same_again_and_any_changed_byte_is_seen(
    desk: Workspace, clock: Clock, silent: str, tmp_path: Path
) -> None:
    file = exported(desk, silent, tmp_path)
    assert stands(desk, file) == Standing(True, True, 1, is_our_file=True)
    assert verify_paper(file).is_proof
    clock.now += 100 * HOUR
    assert exported(desk, silent, tmp_path, "again.pdf").read_bytes() == file.read_bytes()
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    assert not verify_paper(file).whole


def test_after_a_change_it_is_still_ours_but_no_more_present(
    desk: Workspace, silent: str, tmp_path: Path
) -> None:
    file = exported(desk, silent, tmp_path)
    with desk.editing() as work:
        edit_form(work, silent, {"service.service_name": "另一个名称网"})
    assert stands(desk, file) == Standing(True, False, 1, is_our_file=True)


def test_a_reason_that_was_given_twice_stands_twice(desk: Workspace, clock: Clock) -> None:
    filing = reached(desk, S.AWAITING_CONFIRMATION)
    for hours in (5, 4):
        clock.now += HOUR
        sooner = (NOW + hours * HOUR).isoformat()
        do(desk, filing, Action.CHANGE_DEADLINE, deadline=sooner, comment="客户出差")
    with desk.reading() as work:
        line = history(work, work.dossier_of(filing).order.id, filing)[0]
    assert line.detail.zh.count("→") == 1
    assert not line.detail.zh.endswith("：")
    do(desk, filing, Action.CONFIRM)
    with desk.reading() as work:
        told = [it.what for it in proof_of(work, filing).steps if "改为" in it.what]
    assert len(told) == 2
    assert all(it.endswith("：客户出差") for it in told)


def test_a_desk_whose_clock_is_behind_is_told_of_too(
    desk: Workspace, clock: Clock, tmp_path: Path
) -> None:
    filing = reached(desk, S.AWAITING_CONFIRMATION)
    clock.now -= 2 * HOUR
    until = NOW + 9 * HOUR
    do(desk, filing, Action.CHANGE_DEADLINE, deadline=until.isoformat(), comment="客户出差")
    clock.now += 3 * HOUR
    do(desk, filing, Action.CONFIRM)
    with desk.reading() as work:
        assert proof_of(work, filing).deadline == until


def test_by_hand_it_names_who_recorded_it_and_how(desk: Workspace) -> None:
    filing = reached(desk, S.AWAITING_CONFIRMATION)
    do(desk, filing, Action.CONFIRM, how="phone")
    with desk.reading() as work:
        proof = proof_of(work, filing)
    assert (proof.how, proof.recorded_by) == ("客户确认（电话）", "林晓雯")
    assert proof.clock == DESK_CLOCK


def test_without_a_confirmation_there_is_none(desk: Workspace, tmp_path: Path) -> None:
    filing = reached(desk, S.AWAITING_CONFIRMATION)
    with pytest.raises(Refused, match="没有已确认的版本"):
        exported(desk, filing, tmp_path)
    assert not list(tmp_path.glob("*.pdf"))


def test_that_it_was_exported_stands_in_the_timeline(
    desk: Workspace, silent: str, tmp_path: Path
) -> None:
    exported(desk, silent, tmp_path)
    with desk.reading() as work:
        line = history(work, work.dossier_of(silent).order.id, silent)[0]
    assert (line.words.zh, line.detail.zh) == ("导出确认凭证", "v1")


def test_a_proof_that_somebody_made_up_is_not_ours(
    desk: Workspace, silent: str, tmp_path: Path
) -> None:
    with desk.reading() as work:
        proof = replace(proof_of(work, silent), how="客户确认（电话）")
    file = tmp_path / "forged.pdf"
    file.write_bytes(render_proof(proof).pdf)
    assert verify_paper(file).whole
    assert not stands(desk, file).issued
