"""What the customer is told at each key state, and that the log says who was told or nobody."""

from dataclasses import replace
from datetime import timedelta

import pytest

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.message import message_text, told_lines
from butler_desktop.domain.packet_version import Reminder
from butler_desktop.domain.reminder_plan import DueReminder
from butler_desktop.domain.telling import OCCASION_WORDS, Occasion, Telling
from tests.builders import NOW, a_filing, an_order
from tests.documents.papers import a_content, a_form, a_version

ORDER = an_order()
PACKET = a_version(a_content())


def a_told_filing(**given: object):
    return a_filing(ORDER, particulars=a_form(), **given)


@pytest.mark.parametrize("occasion", list(Occasion))
def test_every_text_names_the_filing_and_carries_no_personal_number(occasion: Occasion) -> None:
    filing = a_told_filing(
        confirmation_deadline=NOW,
        sms_sent_at=NOW,
        service_number="京ICP备2026001234号-1",
        rejection_reasons="网站名称不规范",
    )
    text = message_text(occasion, filing, ORDER, PACKET)
    form = filing.particulars
    assert filing.number in text
    assert "None" not in text
    for personal in (form.subject_pic.mobile, form.subject_pic.id_number, ORDER.contact_phone):
        assert personal
        assert personal not in text
    assert OCCASION_WORDS[occasion].zh


def test_the_texts_say_what_the_customer_has_to_do_and_until_when() -> None:
    filing = a_told_filing(
        confirmation_deadline=NOW + timedelta(days=2),
        sms_sent_at=NOW,
        service_number="京ICP备2026001234号-1",
        rejection_reasons="网站名称不规范",
    )
    said = {it: message_text(it, filing, ORDER, PACKET) for it in Occasion}
    assert "2026年3月20日 10:42 前确认或退回" in said[Occasion.CONFIRM]
    assert "第 1 版" in said[Occasion.CONFIRM]
    assert "24 小时内" in said[Occasion.SMS]
    assert "京ICP备2026001234号-1" in said[Occasion.APPROVED]
    assert "公安联网备案" in said[Occasion.APPROVED]
    assert "网站名称不规范" in said[Occasion.REJECTED]
    assert "全额退" in said[Occasion.REFUND]


def test_a_key_state_that_was_reached_is_told_or_not_yet() -> None:
    filing = a_told_filing(state=S.SMS_PENDING, confirmation_deadline=NOW, sms_sent_at=NOW)
    lines = told_lines(filing, PACKET)
    assert [it.occasion for it in lines] == [Occasion.CONFIRM, Occasion.SMS]
    assert all(it.telling is None for it in lines)
    telling = Telling(Occasion.SMS, NOW + timedelta(hours=1), "林晓雯", "wechat")
    told = told_lines(replace(filing, tellings=(telling,)), PACKET)
    assert [it.telling for it in told] == [None, telling]
    done = replace(filing, tellings=(telling,), sms_verified_at=NOW, confirmed_at=NOW)
    occasions = [it.occasion for it in told_lines(done, PACKET)]
    assert occasions == [Occasion.FACE, Occasion.SMS]


def test_what_was_told_before_the_state_was_reached_anew_does_not_count() -> None:
    old = Telling(Occasion.SMS, NOW - timedelta(days=1), "林晓雯", "phone")
    filing = a_told_filing(sms_sent_at=NOW, tellings=(old,))
    (line,) = told_lines(filing, None)
    assert line.telling is None


def test_nothing_is_told_before_there_is_something_to_tell() -> None:
    assert told_lines(a_told_filing(), None) == ()


def test_the_delivery_of_the_packet_tells_of_it_and_each_set_time_asks_anew() -> None:
    until = NOW + timedelta(days=2)
    filing = a_told_filing(state=S.AWAITING_CONFIRMATION, confirmation_deadline=until)
    reminder = Reminder(NOW + timedelta(hours=24), "周启明", "phone", until)
    packet = replace(
        PACKET,
        made_at=NOW,
        delivered_at=NOW,
        delivered_by="林晓雯",
        delivered_how="email",
        reminders=(reminder,),
    )
    told = told_lines(filing, packet)
    assert [(it.occasion, it.telling.by) for it in told if it.telling] == [
        (Occasion.CONFIRM, "林晓雯"),
        (Occasion.REMINDER, "周启明"),
    ]
    again = told_lines(filing, packet, DueReminder(NOW + timedelta(hours=44), until))
    assert [it.occasion for it in again] == [Occasion.CONFIRM, Occasion.REMINDER]
    assert again[1].telling is None
