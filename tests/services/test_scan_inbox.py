"""A stack of what came back is sorted by the codes on the pages, and nothing of it is lost."""

import io
from pathlib import Path
from random import Random

import pikepdf
import pytest

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.transition import Action as A
from butler_desktop.errors import Refused
from butler_desktop.services.answers import answer_inputs, confirm_by_page
from butler_desktop.services.filings import edit_form
from butler_desktop.services.packets import packet_pdf
from butler_desktop.services.progress import Cancelled, Progress
from butler_desktop.services.returned_pages import file_by_hand, returned_pixels, take_back
from butler_desktop.services.scan_inbox import Sorted, inbox, take_in
from butler_desktop.services.tray import Tray
from butler_desktop.storage.work import Workspace
from tests.builders import a_workspace
from tests.documents.reply_filling import filled
from tests.services.scans_back import one_pdf, scanned_pages
from tests.services.scenario import do, reached, state_of

SCANS = Path(__file__).parents[1] / "data" / "scans"


def pdf_of(desk: Workspace, filing_id: str) -> bytes:
    """The file of the newest version as the customer has it."""
    with desk.reading() as work:
        packet = work.dossier_of(filing_id).latest_packet(filing_id)
        assert packet is not None
        return packet_pdf(work, filing_id, packet.id)


def renamed(desk: Workspace, filing_id: str) -> None:
    """Changes the service's name and the sponsor's address, and issues what shows it."""
    with desk.editing() as work:
        edit_form(
            work,
            filing_id,
            {"service.service_name": "白露松间", "subject.mailing_address": "朝阳区建国路 9 号"},
        )
    do(desk, filing_id, A.ISSUE_PACKET)


@pytest.fixture
def awaited(desk: Workspace) -> str:
    """A filing whose packet waits for its customer."""
    return reached(desk, S.AWAITING_CONFIRMATION)


def laid_out(folder: Path, pages: dict[str, bytes]) -> list[Path]:
    folder.mkdir(exist_ok=True)
    for name, data in pages.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in pages]


@pytest.mark.sqlite
def test_a_shuffled_stack_of_thirty_pages_is_sorted_and_the_outdated_are_named(desk, tmp_path):
    random = Random(20261123)
    filings = [reached(desk, S.AWAITING_CONFIRMATION) for _ in range(5)]
    old = scanned_pages(pdf_of(desk, filings[0]), random)[:4]
    renamed(desk, filings[0])
    pages = [page for it in filings for page in scanned_pages(pdf_of(desk, it), random)]
    elsewhere = a_workspace(tmp_path / "elsewhere")
    foreign = scanned_pages(pdf_of(elsewhere, reached(elsewhere, S.AWAITING_CONFIRMATION)), random)
    stack = [*old, *random.sample(pages, 25), foreign[0]]
    random.shuffle(stack)
    named = {f"IMG_{number:04}.jpg": page for number, page in enumerate(stack)}

    found = take_in(desk, laid_out(tmp_path / "stack", named))

    assert len(found) == 30
    (strange,) = [it.tray for it in found if it.tray]
    assert named[strange.file_name] == foreign[0]
    assert "没有发出过" in strange.reason.zh
    filed = [it.filed for it in found if it.filed]
    assert {it.page.filing_id for it in filed} <= set(filings)
    outdated = [it for it in filed if it.is_outdated]
    assert [named[it.page.file_name] in old for it in filed] == [it.is_outdated for it in filed]
    assert len(outdated) == 4
    for it in outdated:
        assert (it.version, it.present_version) == (1, 2)
        assert set(it.differing) == {"网站名称", "通信地址"}
        assert not it.can_answer
    with desk.reading() as work:
        kept = [page for it in filings for page in work.dossier_of(it).returned_pages]
    assert len(kept) == 29


def test_a_pdf_of_a_feeder_is_filed_page_by_page_and_stays_as_it_came(desk, awaited, tmp_path):
    scan = one_pdf(scanned_pages(pdf_of(desk, awaited), Random(1)))
    found = take_in(desk, laid_out(tmp_path / "in", {"scan.pdf": scan}))
    pages = [it.filed.page for it in found]
    assert [page.page for page in pages] == [page.sheet for page in pages]
    assert [it.filed.can_answer for it in found] == [False] * (len(found) - 1) + [True]
    with desk.reading() as work:
        assert work.blobs.read(pages[0].sha256) == scan
        shown = returned_pixels(work, pages[-1].sha256, pages[-1].sheet, (300, 400))
        (waiting,) = inbox(work).answers
    assert (shown.height, waiting.page) == (400, pages[-1])


def test_the_same_stack_again_changes_nothing(desk, awaited, tmp_path):
    (page, *_) = scanned_pages(pdf_of(desk, awaited), Random(2))
    paths = laid_out(tmp_path / "in", {"1.jpg": page, "blank.jpg": blank()})
    first, again = take_in(desk, paths), take_in(desk, paths)
    assert [it.filed.is_known for it in (first[0], again[0])] == [False, True]
    with desk.reading() as work:
        dossier = work.dossier_of(awaited)
        assert len(dossier.returned_pages) == 1
        assert len(inbox(work).tray) == 1


def test_one_bad_file_blocks_nothing_and_says_what_it_is(desk, awaited, tmp_path):
    (page, *_) = scanned_pages(pdf_of(desk, awaited), Random(3))
    folder = tmp_path / "in"
    laid_out(folder, {"a.pdf": b"%PDF-1.7\nbroken", "b.jpg": page[:2000], "c.jpg": page})
    laid_out(folder, {"d.heic": b"\0\0\0\x18ftypheic", "e.txt": b"hello"})
    gone = folder / "gone.jpg"
    found = take_in(desk, [folder, gone])
    assert [named(it) for it in found] == [
        ("a.pdf", "tray"),
        ("b.jpg", "tray"),
        ("c.jpg", "filed"),
        ("d.heic", "tray"),
        ("e.txt", "tray"),
        ("gone.jpg", "refused"),
    ]
    reasons = {it.tray.file_name: it.tray.reason.zh for it in found if it.tray}
    assert "HEIC" in reasons["d.heic"]
    assert "PDF" in reasons["a.pdf"]
    with desk.reading() as work:
        tray = inbox(work).tray
    assert [sheet.file_name for sheet in tray] == ["a.pdf", "b.jpg", "d.heic", "e.txt"]
    assert Tray(desk.blobs.folder).data(tray[1]) == page[:2000]


def named(found: Sorted) -> tuple[str, str]:
    kind = "filed" if found.filed else "tray" if found.tray else "refused"
    return found.file_name, kind


def test_a_sheet_of_the_tray_is_filed_by_hand_and_taken_back(desk, awaited, tmp_path):
    (found,) = take_in(desk, laid_out(tmp_path / "in", {"photo.jpg": blank()}))
    with desk.reading() as work:
        number = work.dossier_of(awaited).filing(awaited).number
    with pytest.raises(Refused, match="只有"):
        file_by_hand(desk, found.tray.id, number, 1, 99)
    filed = file_by_hand(desk, found.tray.id, number, 1, 7)
    assert (filed.page.page, filed.page.known_by) == (7, "hand")
    with desk.reading() as work:
        assert not inbox(work).tray
        assert [it.page for it in inbox(work).answers] == [filed.page]
    take_back(desk, awaited, filed.page.id)
    with desk.reading() as work:
        assert not inbox(work).answers
        assert [it.file_name for it in inbox(work).tray] == ["photo.jpg"]


def test_an_answer_on_record_waits_no_longer(desk, awaited, tmp_path):
    scan = one_pdf(scanned_pages(pdf_of(desk, awaited), Random(4)))
    take_in(desk, laid_out(tmp_path / "in", {"scan.pdf": scan}))
    do(desk, awaited, A.CONFIRM, how="paper", who="沈先生", evidence="原件在档案柜 3")
    with desk.reading() as work:
        assert not inbox(work).answers
        packet = work.dossier_of(awaited).latest_packet(awaited)
    assert (packet.answered_by, packet.evidence) == ("沈先生", "原件在档案柜 3")
    assert state_of(desk, awaited) is S.AWAITING_FACE_VERIFICATION


def test_what_was_filed_stays_where_the_work_is_broken_off(desk, awaited, tmp_path):
    pages = scanned_pages(pdf_of(desk, awaited), Random(5))[:2]
    progress = Progress(lambda done, _total, _name: progress.cancel.set() if done else None)
    paths = laid_out(tmp_path / "in", {"1.jpg": pages[0], "2.jpg": pages[1]})
    with pytest.raises(Cancelled):
        take_in(desk, [*paths, paths[0]], progress)
    with desk.reading() as work:
        assert len(work.dossier_of(awaited).returned_pages) == 2


def blank() -> bytes:
    """A photo on which nothing of ours is."""
    return (SCANS / "business-licence.jpg").read_bytes()


def test_a_copy_filled_in_on_a_screen_is_one_paper_and_proposes_its_answer(desk, awaited, tmp_path):
    texts = {"item_1": "form:service.service_name", "text_1": "白露松间", "signer": "沈先生"}
    copy = filled(pdf_of(desk, awaited), ticks=("return",), texts=texts)
    (found,) = take_in(desk, laid_out(tmp_path / "in", {"回传.pdf": copy}))
    assert (found.filed.page.page, found.filed.can_answer) == (0, True)
    given = answer_inputs(found.filed)
    assert (given["how"], given["who"]) == ("pdf", "沈先生")
    with desk.editing() as work, pytest.raises(Refused, match="退回"):
        confirm_by_page(work, awaited, found.filed.page.id)
    do(desk, awaited, A.RETURN_FOR_MODIFICATION, **given)
    with desk.reading() as work:
        dossier = work.dossier_of(awaited)
        assert [it.place for it in dossier.filing(awaited).corrections] == [texts["item_1"]]
        packet = dossier.latest_packet(awaited)
        assert (packet.returned_how, packet.answered_by) == ("pdf", "沈先生")
        assert work.blobs.read(found.filed.page.sha256) == copy


def test_a_confirmation_filled_in_on_a_screen_is_recorded_by_its_page(desk, awaited, tmp_path):
    copy = filled(pdf_of(desk, awaited), ticks=("confirm",), texts={"signer": "沈先生"})
    (found,) = take_in(desk, laid_out(tmp_path / "in", {"回传.pdf": copy}))
    with desk.editing() as work:
        confirm_by_page(work, awaited, found.filed.page.id)
        packet = work.dossier_of(awaited).latest_packet(awaited)
    assert (packet.confirmed_how, packet.answered_by) == ("pdf", "沈先生")
    assert packet.evidence.startswith("回传文件：回传.pdf")


def test_a_copy_whose_pages_were_changed_is_read_page_by_page(desk, awaited, tmp_path):
    with pikepdf.open(io.BytesIO(pdf_of(desk, awaited))) as pdf:
        strokes = pdf.pages[1].Contents.read_bytes()
        pdf.pages[1].Contents = pdf.make_stream(strokes + b"\n0 700 50 50 re f")
        out = io.BytesIO()
        pdf.save(out)
    found = take_in(desk, laid_out(tmp_path / "in", {"changed.pdf": out.getvalue()}))
    assert [it.filed.page.page for it in found] == list(range(1, len(found) + 1))
    assert found[-1].filed.proposed is None
