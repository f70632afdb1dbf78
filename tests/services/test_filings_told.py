"""That the customer was told is put on record, on both kinds of database."""

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.telling import Occasion
from butler_desktop.domain.transition import Action as A
from butler_desktop.services.filing_view import filing_view
from tests.services.scenario import do, reached


def test_a_tick_is_in_the_log_with_who_when_and_how(desk, clock):
    filing_id = reached(desk, S.SMS_PENDING)
    do(desk, filing_id, A.TELL_CUSTOMER, message="sms", how="wechat")
    with desk.reading() as work:
        told = {it.occasion: it.telling for it in filing_view(work, filing_id).told}
        line = filing_view(work, filing_id).history[0]
    assert (told[Occasion.SMS].by, told[Occasion.SMS].how) == ("林晓雯", "wechat")
    assert told[Occasion.SMS].at == clock.now
    assert list(told) == [Occasion.CONFIRM, Occasion.SMS]
    assert line.words.zh == "已告知客户"
    assert line.detail.zh == "24 小时内短信核验 ・ 微信"
