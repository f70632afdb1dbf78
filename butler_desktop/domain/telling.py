"""Tellings: of which key state the customer was told, when, by whom and how."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from butler_desktop.words import Words


class Occasion(StrEnum):
    """A key state of which the customer is told."""

    CONFIRM = "confirm"
    REMINDER = "reminder"
    FACE = "face"
    SMS = "sms"
    APPROVED = "approved"
    REJECTED = "rejected"
    REFUND = "refund"


OCCASION_WORDS = {
    Occasion.CONFIRM: Words("核对并确认备案信息", "Check and confirm the packet"),
    Occasion.REMINDER: Words("提醒确认截止时间", "Reminder of the deadline"),
    Occasion.FACE: Words("人脸核验", "Face verification"),
    Occasion.SMS: Words("24 小时内短信核验", "SMS verification within 24 h"),
    Occasion.APPROVED: Words("备案通过及后续事项", "Approved, and what comes next"),
    Occasion.REJECTED: Words("管局退回", "Rejected by the authority"),
    Occasion.REFUND: Words("退订退款", "Refund"),
}


@dataclass(frozen=True, slots=True)
class Telling:
    """The customer was told: of what, when (UTC), by whom, and by which channel (its key)."""

    occasion: Occasion
    at: datetime
    by: str
    how: str
