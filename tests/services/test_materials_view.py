from collections.abc import Iterator
from pathlib import Path

import pytest

from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.order_states import OrderState
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.verdict import Verdict
from butler_desktop.services.filing_view import filing_view
from butler_desktop.services.filings import edit_form
from butler_desktop.services.materials import attach_material, withdraw_material
from butler_desktop.services.materials_view import MaterialRow, MaterialsView, materials_view
from butler_desktop.storage.work import Workspace
from tests.builders import a_filing, a_workspace, an_order

SCANS = Path(__file__).parents[1] / "data" / "scans"
FILING = "f1"


def company_form() -> Particulars:
    form = Particulars.empty("first_filing")
    for path, value in {
        "province": "370000",
        "subject.sponsor_kind": "enterprise",
        "subject.certificate_type": "business_license",
        "service.service_kind": "website",
    }.items():
        form = form.with_value(path, value)
    return form


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = a_workspace(tmp_path)
    order = an_order(state=OrderState.ACTIVE)
    filing = a_filing(order, id=FILING, state=FilingState.COLLECTING, particulars=company_form())
    with opened.editing() as work:
        work.save(None, Dossier(order, (filing,)), "order.enter")
    yield opened
    opened.close()


def view_of(workspace: Workspace) -> MaterialsView:
    with workspace.reading() as work:
        return materials_view(filing_view(work, FILING))


def row_of(workspace: Workspace, kind: str) -> MaterialRow:
    row = view_of(workspace).row(kind)
    assert row is not None
    return row


def test_papers_stand_under_the_headings_of_the_form(workspace: Workspace) -> None:
    view = view_of(workspace)
    assert [group.words.zh for group in view.groups] == ["主办者", "网站负责人", "网站"]
    assert view.groups[0].rows[0].words.zh == "营业执照"
    assert view.rules.zh.startswith("企业 ・ 首次备案 ・ 山东（")
    assert view.rules.en.startswith("Enterprise · First filing · Shandong (rules of ")
    assert view.is_editable


def test_nothing_attached_leaves_the_mandatory_papers_to_do(workspace: Workspace) -> None:
    view = view_of(workspace)
    assert view.done == 0
    assert view.needed == len([row for row in view.rows if row.is_mandatory]) > 0
    assert {row.kind for row in view.unfinished} == {
        row.kind for row in view.rows if row.is_mandatory
    }
    licence = row_of(workspace, "sponsor_cert")
    assert (licence.verdict, licence.is_folded) == (Verdict.MISSING, False)
    assert licence.second == licence.reason
    assert row_of(workspace, "pre_approval_doc").is_folded


def test_an_attached_paper_is_done_and_told_by_its_file(workspace: Workspace) -> None:
    attach_material(workspace, FILING, "sponsor_cert", SCANS / "business-licence.jpg")
    row = row_of(workspace, "sponsor_cert")
    assert (row.verdict, row.is_done) == (Verdict.SOUND, True)
    assert row.second.zh == "business-licence.jpg ・ 1654 × 2339"
    assert view_of(workspace).done == 1
    attach_material(workspace, FILING, "sponsor_cert", SCANS / "two-pages.pdf")
    row = row_of(workspace, "sponsor_cert")
    assert row.second.zh == "2 份 ・ two-pages.pdf ・ 2 页"
    assert row.second.en == "2 files · two-pages.pdf · 2 pages"
    assert [file.file_name for file in row.files] == ["business-licence.jpg", "two-pages.pdf"]


def test_a_poor_file_is_not_done_and_told_by_what_is_wrong(workspace: Workspace) -> None:
    material = attach_material(
        workspace, FILING, "subject_pic_id_front", SCANS / "low-resolution.jpg"
    )
    row = row_of(workspace, "subject_pic_id_front")
    assert (row.verdict, row.is_done) == (Verdict.UNCLEAR, False)
    assert row.second.zh == "宽 300 像素，要求不低于 1000"
    attach_material(workspace, FILING, "subject_pic_id_front", SCANS / "id-front.jpg", material.id)
    assert row_of(workspace, "subject_pic_id_front").verdict is Verdict.SOUND


def test_both_sides_in_one_file_count_for_each_side(workspace: Workspace) -> None:
    attach_material(workspace, FILING, "subject_pic_id", SCANS / "two-pages.pdf")
    for side in ("subject_pic_id_front", "subject_pic_id_back", "subject_pic_id"):
        row = row_of(workspace, side)
        assert row.verdict is Verdict.SOUND
        assert [file.file_name for file in row.files] == ["two-pages.pdf"]


def test_what_is_taken_away_is_missing_again(workspace: Workspace) -> None:
    material = attach_material(workspace, FILING, "sponsor_cert", SCANS / "business-licence.jpg")
    with workspace.editing() as work:
        withdraw_material(work, FILING, material.id)
    assert row_of(workspace, "sponsor_cert").verdict is Verdict.MISSING


def test_who_signs_is_said_once(workspace: Workspace) -> None:
    words = [row.second.zh for row in view_of(workspace).rows if not row.files]
    assert all(second.count("法定代表人") <= 1 for second in words)
    assert any("盖章" in second for second in words)


@pytest.mark.parametrize(
    ("kind", "path", "rule"),
    [
        ("sponsor_cert", "subject.certificate_valid_to", "S06"),
        ("subject_pic_id_back", "subject_pic.id_valid_to", "P07"),
        ("service_pic_id_back", "service_pic.id_valid_to", "P07"),
        ("domain_cert", "service.domain_expires_on", "D10"),
    ],
)
def test_a_paper_counts_to_the_day_that_the_form_has(
    workspace: Workspace, kind: str, path: str, rule: str
) -> None:
    attach_material(workspace, FILING, kind, SCANS / "business-licence.jpg")

    def until(day: str) -> MaterialRow:
        with workspace.editing() as work:
            edit_form(work, FILING, {path: day})
        return row_of(workspace, kind)

    assert until("2030-01-01").verdict is Verdict.SOUND
    over = until("2025-11-30")
    assert (over.verdict, over.is_done) == (Verdict.EXPIRED, False)
    assert over.second.zh == "有效期至 2025-11-30，已过期 108 天"
    assert over.expired is not None
    assert over.expired.rule == rule


def test_a_paper_that_is_not_there_has_not_expired(workspace: Workspace) -> None:
    with workspace.editing() as work:
        edit_form(work, FILING, {"subject.certificate_valid_to": "2025-11-30"})
    assert row_of(workspace, "sponsor_cert").verdict is Verdict.MISSING
