"""History: every act in words, in both languages, with what it touched."""

from dataclasses import replace

import pytest

from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.transition import Action
from butler_desktop.services.filings import edit_form
from butler_desktop.services.history import ACT_WORDS, act_words, history, last_writer, verify
from butler_desktop.services.materials import attach_material, withdraw_material
from butler_desktop.services.packets import make_packet
from tests.builders import NOW, a_workspace
from tests.services.scenario import SCAN, a_picture, an_order_of, do, reached, requested

LICENCE = "营业执照"


@pytest.fixture
def workspace(tmp_path):
    opened = a_workspace(tmp_path)
    yield opened
    opened.close()


def lines_of(workspace, filing=None, order=None):
    with workspace.reading() as work:
        order = order or work.dossier_of(filing).order.id
        return history(work, order, filing)


def test_every_act_has_words_in_both_languages():
    acts = [*ACT_WORDS, *(f"filing.advance:{row}" for row in Action)]
    for act in acts:
        assert act_words(act).zh
        assert act_words(act).en


def test_every_act_of_a_filing_is_told_newest_first(workspace):
    filing = requested(workspace)
    do(workspace, filing, Action.CONTACT_CUSTOMER, note="客户说下午发来")
    with workspace.editing() as work:
        edit_form(work, filing, {"service.service_name": "甲", "subject_pic.mobile": "1"})
    material = attach_material(workspace, filing, "sponsor_cert", SCAN)
    make_packet(workspace, filing)
    with workspace.editing() as work:
        withdraw_material(work, filing, material.id)
    told = [(line.words.zh, line.detail.zh) for line in lines_of(workspace, filing)]
    assert [words for words, _ in told] == [
        "移除材料", "生成确认包", "添加材料", "修改备案信息", "首次联系客户", "发起备案",
    ]  # fmt: skip
    details = dict(told)
    assert details["首次联系客户"] == "已发起 → 已联系"
    assert details["添加材料"] == details["移除材料"] == f"{LICENCE}（{SCAN.name}）"
    assert details["生成确认包"] == "v1"
    assert "、" in details["修改备案信息"]


@pytest.mark.parametrize("is_replaced", [True, False])
def test_the_paper_that_reopens_the_confirmation_is_named(workspace, tmp_path, is_replaced):
    filing = reached(workspace, FilingState.READY_TO_SUBMIT)
    with workspace.reading() as work:
        materials = work.dossier_of(filing).materials_of(filing)
    licence = next(it for it in materials if it.material_kind == "sponsor_cert")
    name = licence.file_name
    if is_replaced:
        name = "new.png"
        path = a_picture(tmp_path, name)
        attach_material(workspace, filing, "sponsor_cert", path, licence.id)
    else:
        with workspace.editing() as work:
            withdraw_material(work, filing, licence.id)
    move, _, papers = lines_of(workspace, filing)[0].detail.zh.partition("：")
    assert move == "待提交管局 → 初审中"
    assert papers == f"{LICENCE}（{name}）"


def test_long_edits_are_counted(workspace):
    filing = requested(workspace)
    with workspace.editing() as work:
        values = {f"subject_pic.{name}": "x" for name in ("name", "mobile", "email", "id_number")}
        edit_form(work, filing, values)
    detail = lines_of(workspace, filing)[0].detail
    assert detail.zh.endswith("等 4 项")
    assert detail.en.endswith("and 1 more")


def test_a_filing_tells_only_its_own_acts_and_the_order_all(workspace):
    order = an_order_of(workspace, 2)
    first, second = requested(workspace, order), requested(workspace, order)
    do(workspace, second, Action.CONTACT_CUSTOMER)
    assert [line.act for line in lines_of(workspace, first)] == ["filing.request"]
    assert len(lines_of(workspace, second)) == 2
    assert len(lines_of(workspace, order=order)) == 4
    with workspace.reading() as work:
        assert verify(work, order) == ()


def test_the_last_move_is_who_brought_the_filing_where_it_is(workspace, tmp_path):
    filing = requested(workspace)
    other = a_workspace(tmp_path, actor="何佳")
    do(other, filing, Action.CONTACT_CUSTOMER)
    other.close()
    with workspace.editing() as work:
        edit_form(work, filing, {"service.service_name": "甲"})
    with workspace.reading() as work:
        last = last_writer(work, work.dossier_of(filing), filing, "state")
    assert (last.actor, last.at) == ("何佳", NOW)


def test_a_field_of_a_later_version_is_told_by_its_path(workspace):
    filing = requested(workspace)
    with workspace.editing() as work:
        before = work.dossier_of(filing)
        own = before.filing(filing)
        document = own.particulars.to_document() | {"later": {"field": "x"}}
        form = type(own.particulars).from_document(document)
        work.save(before, before.with_filing(replace(own, particulars=form)), "filing.edit")
    assert lines_of(workspace, filing)[0].detail.zh.startswith("later")
