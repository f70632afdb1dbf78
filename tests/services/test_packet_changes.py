"""A change after the confirmation is named; a delta shows it alone, the rest stays confirmed."""

from dataclasses import replace

import pytest

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.packet import PacketContent
from butler_desktop.domain.transition import Action as A
from butler_desktop.errors import Refused
from butler_desktop.services.filing_view import filing_view
from butler_desktop.services.filings import edit_form
from butler_desktop.services.history import history
from butler_desktop.services.materials import attach_material
from butler_desktop.services.packet_changes import paper_they_saw, what_they_saw
from butler_desktop.services.packets import make_packet, packet_pdf
from butler_desktop.services.proofs import proof_of
from butler_desktop.storage.work import Workspace
from tests.documents.paper_reading import page_texts
from tests.services.scenario import SCAN, do, reached, state_of

NAME = "service.service_name"


def edited(desk: Workspace, filing_id: str, **values: str) -> None:
    with desk.editing() as work:
        edit_form(work, filing_id, {path.replace("__", "."): it for path, it in values.items()})


@pytest.fixture
def reopened(desk: Workspace) -> str:
    """A filing whose name was changed after its first version was confirmed."""
    filing_id = reached(desk, S.READY_TO_SUBMIT)
    edited(desk, filing_id, service__service_name="白露松间")
    return filing_id


def test_a_change_after_the_confirmation_reopens_it_and_says_which(desk, reopened):
    assert state_of(desk, reopened) is S.INTERNAL_REVIEW
    with desk.reading() as work:
        view = filing_view(work, reopened)
        (old,) = work.dossier_of(reopened).packets_of(reopened)
        line = history(work, view.order.id, reopened)[0]
    assert (view.changed_since.version, view.changed_since.labels) == (1, ("网站名称",))
    assert old.void_words == "内容有改动：网站名称"
    assert "服务名称" in line.detail.zh


def test_a_changed_paper_is_named_as_well(desk, tmp_path):
    filing_id = reached(desk, S.READY_TO_SUBMIT)
    attach_material(desk, filing_id, "sponsor_cert", SCAN.parent / "id-front.jpg")
    with desk.reading() as work:
        labels = filing_view(work, filing_id).changed_since.labels
    assert labels == ("营业执照",)


def test_a_delta_shows_only_what_changed_and_names_what_it_builds_on(desk):
    reopened = reached(desk, S.READY_TO_SUBMIT)
    edited(desk, reopened, subject__mailing_address="朝阳区建国路 9 号")
    made = make_packet(desk, reopened, delta=True)
    texts = page_texts(made.pdf)
    assert len(texts) < 7
    whole = "".join(texts)
    with desk.reading() as work:
        (first, second) = work.dossier_of(reopened).packets_of(reopened)
    content = PacketContent.from_document(second.content)
    assert f"增补：仅含第1版确认后的改动，其余{content.delta.kept}项的确认继续有效" in whole
    assert content.delta.digest == first.digest
    assert "朝阳区建国路9号" in whole
    assert "一、主办者信息" in whole
    assert "三、版本改动与确认记录" in whole
    assert "、材料目录" not in whole
    assert "、备案承诺书" not in whole
    assert "统一社会信用代码" not in whole
    assert "与第1版相比的改动" in whole
    assert make_packet(desk, reopened, delta=True) == made
    assert make_packet(desk, reopened).packet.version == 3


def test_the_letter_is_signed_again_where_it_reads_otherwise(desk, reopened):
    whole = "".join(page_texts(make_packet(desk, reopened, delta=True).pdf))
    assert "、互联网信息服务备案承诺书" in whole


def test_a_confirmed_delta_lets_the_whole_filing_be_submitted(desk, reopened):
    do(desk, reopened, A.ISSUE_PACKET, scope="delta")
    do(desk, reopened, A.RECORD_DELIVERY)
    do(desk, reopened, A.CONFIRM)
    assert state_of(desk, reopened) is S.READY_TO_SUBMIT
    with desk.reading() as work:
        saw = what_they_saw(work, reopened)
    versions = {it.place: it.version for it in saw.values}
    assert versions[f"form:{NAME}"] == 2
    assert versions["form:subject.sponsor_name"] == 1
    assert not any(it.differs for it in saw.values)
    do(desk, reopened, A.SUBMIT)
    with desk.reading() as work:
        assert what_they_saw(work, reopened).submitted_at is not None


def test_a_delta_on_a_delta_goes_back_to_whoever_confirmed_each_field(desk, reopened):
    do(desk, reopened, A.ISSUE_PACKET, scope="delta")
    do(desk, reopened, A.CONFIRM)
    edited(desk, reopened, subject__mailing_address="朝阳区建国路 9 号")
    do(desk, reopened, A.ISSUE_PACKET, scope="delta")
    do(desk, reopened, A.CONFIRM)
    with desk.reading() as work:
        versions = {it.place: it.version for it in what_they_saw(work, reopened).values}
    assert versions[f"form:{NAME}"] == 2
    assert versions["form:subject.mailing_address"] == 3
    assert versions["form:subject.sponsor_name"] == 1


def test_what_they_saw_stands_beside_now(desk, reopened):
    with desk.reading() as work:
        saw = what_they_saw(work, reopened)
    (changed,) = [it for it in saw.values if it.differs]
    assert (changed.label, changed.now, saw.version) == ("网站名称", "白露松间", 1)
    assert changed.seen not in ("", "白露松间")


def test_what_two_persons_have_alike_is_named_with_the_person(desk):
    filing_id = reached(desk, S.READY_TO_SUBMIT)
    edited(desk, filing_id, subject_pic__mobile="13900009999", service_pic__mobile="13900008888")
    with desk.reading() as work:
        labels = filing_view(work, filing_id).changed_since.labels
    assert labels == ("主体负责人手机号码", "网站负责人手机号码")


def test_each_value_names_the_answer_by_which_it_is_confirmed(desk, reopened):
    do(desk, reopened, A.ISSUE_PACKET, scope="delta")
    do(desk, reopened, A.CONFIRM, how="phone", who="沈经理")
    with desk.reading() as work:
        saw = what_they_saw(work, reopened)
        stored = work.blobs.read(work.dossier_of(reopened).packets_of(reopened)[0].pdf_sha256)
        assert paper_they_saw(work, reopened, 1) == stored
    by = {it.place: saw.answers[it.version] for it in saw.values}
    assert (by[f"form:{NAME}"].how, by[f"form:{NAME}"].who) == ("phone", "沈经理")
    assert by["form:subject.sponsor_name"].how == "paper"


def test_the_proof_of_a_delta_names_the_version_that_it_builds_on(desk, reopened):
    do(desk, reopened, A.ISSUE_PACKET, scope="delta")
    do(desk, reopened, A.CONFIRM)
    with desk.reading() as work:
        made = next(it for it in proof_of(work, reopened).steps if "第 2 版" in it.what)
    assert "仅含第 1 版确认后的改动" in made.what


def test_personal_values_stay_masked_beside_each_other(desk):
    filing_id = reached(desk, S.READY_TO_SUBMIT)
    edited(desk, filing_id, subject_pic__mobile="13900009999")
    with desk.reading() as work:
        saw = what_they_saw(work, filing_id)
    (changed,) = [it for it in saw.values if it.differs]
    assert changed.now == "139****9999"
    assert "*" in changed.seen


def test_nothing_was_seen_before_the_first_confirmation(desk):
    with desk.reading() as work:
        assert what_they_saw(work, reached_in(desk)) is None


def reached_in(desk: Workspace) -> str:
    return reached(desk, S.AWAITING_CONFIRMATION)


def test_there_is_no_delta_before_the_first_confirmation(desk):
    filing_id = reached(desk, S.INTERNAL_REVIEW)
    with pytest.raises(Refused, match="还没有确认过"):
        make_packet(desk, filing_id, delta=True)
    with pytest.raises(Refused, match="还没有确认过"):
        do(desk, filing_id, A.ISSUE_PACKET, scope="delta")
    with desk.reading() as work:
        assert not work.dossier_of(filing_id).packets


def test_a_void_delta_is_crossed_and_its_original_stays(desk, reopened):
    made = make_packet(desk, reopened, delta=True)
    edited(desk, reopened, service__service_name="第三个名字")
    make_packet(desk, reopened, delta=True)
    with desk.reading() as work:
        crossed = packet_pdf(work, reopened, made.packet.id)
        assert work.blobs.read(made.packet.pdf_sha256) == made.pdf
    assert all("已由第3版替代" in text for text in page_texts(crossed))


def test_a_void_copy_tells_what_changed_and_what_replaced_it(desk, reopened):
    with desk.reading() as work:
        (old,) = work.dossier_of(reopened).packets_of(reopened)
        assert all("内容有改动" in it for it in page_texts(packet_pdf(work, reopened, old.id)))
        stored = work.blobs.read(old.pdf_sha256)
    make_packet(desk, reopened)
    with desk.reading() as work:
        pages = page_texts(packet_pdf(work, reopened, old.id))
        assert work.blobs.read(old.pdf_sha256) == stored
    assert len(pages) == old.page_count
    for text in pages:
        assert "内容有改动：网站名称" in text
        assert "已由第2版替代" in text


@pytest.mark.parametrize("state", [S.AWAITING_CONFIRMATION, S.READY_TO_SUBMIT, S.SUBMITTED])
def test_what_the_customer_has_is_not_replaced_by_the_same_in_another_scope(desk, state):
    filing_id = reached(desk, state)
    with desk.reading() as work:
        versions = work.dossier_of(filing_id).packets_of(filing_id)
    assert make_packet(desk, filing_id, delta=True).packet == versions[-1]
    with desk.reading() as work:
        assert work.dossier_of(filing_id).packets_of(filing_id) == versions


def test_a_confirmed_delta_is_printed_again_as_it_is(desk, reopened):
    do(desk, reopened, A.ISSUE_PACKET, scope="delta")
    do(desk, reopened, A.CONFIRM)
    made = make_packet(desk, reopened)
    assert made.packet.version == 2
    assert "delta" in made.packet.content


def test_there_is_no_delta_of_nothing(desk):
    filing_id = reached(desk, S.READY_TO_SUBMIT)
    with desk.reading() as work:
        name = work.dossier_of(filing_id).filing(filing_id).particulars.get(NAME)
    edited(desk, filing_id, service__service_name="白露松间")
    edited(desk, filing_id, service__service_name=name)
    with pytest.raises(Refused, match="没有可列的改动"):
        make_packet(desk, filing_id, delta=True)
    assert make_packet(desk, filing_id).packet.version == 2


def test_a_whole_packet_says_nothing_of_deltas(desk):
    filing_id = reached(desk, S.AWAITING_CONFIRMATION)
    with desk.reading() as work:
        (packet,) = work.dossier_of(filing_id).packets_of(filing_id)
    content = PacketContent.from_document(packet.content)
    assert "delta" not in packet.content
    assert content.digest == packet.digest
    assert replace(content).to_document() == packet.content
