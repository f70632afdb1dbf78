"""A rejection marks what the authority's words are about, with its error and suggestion."""

import pytest

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.transition import Action as A
from butler_desktop.errors import Refused
from butler_desktop.services.filing_view import filing_view
from butler_desktop.services.filings import edit_form
from tests.services.scenario import do, reached

TEXT = "1、网站名称不规范，请改为公司全称；2、通信地址不详细。"
SITE, PLACE = "form:service.service_name", "form:subject.mailing_address"


def marks(desk, filing_id):
    with desk.reading() as work:
        return filing_view(work, filing_id).corrections


def test_each_mark_has_the_error_and_what_is_asked_for(desk):
    filing_id = reached(desk, S.AUTHORITY_REVIEW)
    do(desk, filing_id, A.REJECT, reasons=TEXT, marks=f"{SITE},{PLACE}")
    site, place = marks(desk, filing_id)
    assert (site.place, site.error) == (SITE, "网站名称不规范")
    assert site.suggestion == "请改为公司全称"
    assert (place.place, place.error, place.suggestion) == (PLACE, "通信地址不详细", "")


def test_they_are_walked_through_the_rework_until_done(desk):
    filing_id = reached(desk, S.AUTHORITY_REVIEW)
    do(desk, filing_id, A.REJECT, reasons=TEXT, marks=SITE)
    do(desk, filing_id, A.START_REWORK)
    with desk.editing() as work:
        edit_form(work, filing_id, {"service.service_name": "北京白露松间网络有限公司"})
    assert [it.is_done for it in marks(desk, filing_id)] == [True]


def test_a_rejection_may_be_about_nothing_that_can_be_marked(desk):
    filing_id = reached(desk, S.AUTHORITY_REVIEW)
    do(desk, filing_id, A.REJECT, reasons="该主体有未完成的备案")
    assert marks(desk, filing_id) == ()
    other = reached(desk, S.AUTHORITY_REVIEW)
    with pytest.raises(Refused, match="没有“nowhere”"):
        do(desk, other, A.REJECT, reasons=TEXT, marks="nowhere")
