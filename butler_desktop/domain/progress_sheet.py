"""Progress sheets (进度单): where a filing stands, in words for its customer.

Only what the customer may read goes in: no note, no comment, no name of a
field inside the house. Source: features 45; process.md 4 and 6.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from butler_desktop.domain.canonical import canonical_digest
from butler_desktop.domain.filing import Filing
from butler_desktop.domain.filing_states import STATES
from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.order import Order
from butler_desktop.domain.records import to_record
from butler_desktop.domain.stage import RETURN_STEP, STEPS, Stage
from butler_desktop.domain.time_words import full_moment_text

STEP_WORDS = {
    Stage.FIRST_CONTACT: "联系客户",
    Stage.COLLECTING: "收集资料",
    Stage.REVIEW: "整理与初审",
    Stage.CONFIRMATION: "客户核对并确认",
    Stage.SUBMIT: "人脸核验、提交管局",
    Stage.ADMINISTRATION: "短信核验、管局审核",
    Stage.DONE: "备案完成",
}
AFTER_RETURN = {
    Stage.RETURNED_BY_CUSTOMER: "改好后请您再次核对并确认",
    Stage.RETURNED_BY_AUTHORITY: "改好后请您再次确认，重新提交管局",
}
"""A filing that came back does not go on to the step behind it."""
NOW_WORDS = {
    S.REQUESTED: "备案管家将尽快与您联系。",
    S.CONTACTED: "请您按清单提供资料。",
    S.COLLECTING: "请您按清单提供资料。",
    S.PREPARING: "备案管家正在整理资料。",
    S.INTERNAL_REVIEW: "备案管家正在初审。",
    S.AWAITING_CONFIRMATION: "请您核对备案信息确认书并确认或退回{until}。",
    S.RETURNED_BY_CUSTOMER: "备案管家正按您的意见修改。",
    S.CONFIRMED: "请服务负责人本人完成人脸核验。",
    S.AWAITING_FACE_VERIFICATION: "请服务负责人本人完成人脸核验。",
    S.READY_TO_SUBMIT: "备案管家即将提交管局。",
    S.SUBMITTED: "已提交管局，核验短信将发到备案登记的手机。",
    S.SMS_PENDING: "请在收到短信后 24 小时内完成核验。",
    S.SMS_EXPIRED: "短信核验未完成，备案管家将重新提交。",
    S.AUTHORITY_REVIEW: "管局正在审核，一般不超过 20 个工作日。",
    S.REJECTED: "管局退回了备案，备案管家正在整改。",
    S.REWORK: "管局退回了备案，备案管家正在整改。",
    S.APPROVED: "备案已通过。",
    S.CLOSED: "备案已通过，服务已完成。",
    S.FAILED: "本次备案未成功，已终止。",
    S.WITHDRAWN: "本次备案已撤回。",
}


@dataclass(frozen=True, slots=True)
class ProgressStep:
    """One step and when it was reached (UTC); None where it is still to come."""

    words: str
    at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressSheet:
    """What the sheet says. Texts as printed, in Chinese; times UTC."""

    filing: str
    order: str
    sponsor: str
    service_name: str
    butler: str
    state: str
    now: str
    """What is done now, and by whom."""
    next: str
    """The step after that; empty at the end."""
    numbers: tuple[str, ...]
    steps: tuple[ProgressStep, ...]
    made_at: datetime

    @property
    def digest(self) -> str:
        """SHA-256 (hex) over all of it, for the foot of the page."""
        return canonical_digest(to_record(self))


def progress_sheet(
    filing: Filing, order: Order, reached: Mapping[Stage, datetime], made_at: datetime
) -> ProgressSheet:
    """The sheet of a filing; ``reached`` says when each stage was reached last."""
    row = STATES[filing.state]
    stage = RETURN_STEP.get(row.stage, row.stage)
    here = STEPS.index(stage) if stage in STEPS else len(STEPS)
    steps = tuple(
        ProgressStep(STEP_WORDS[it], reached.get(it) if place <= here else None)
        for place, it in enumerate(STEPS)
    )
    until = filing.confirmation_deadline
    told = f"（{full_moment_text(until).zh} 前）" if until else ""
    following = STEPS[here + 1 : here + 2] if row.is_open else ()
    form = filing.particulars
    return ProgressSheet(
        filing=filing.number,
        order=order.number,
        sponsor=form.subject.sponsor_name or order.customer,
        service_name=form.service.service_name or "",
        butler=filing.butler,
        state=row.words.zh,
        now=NOW_WORDS[filing.state].format(until=told),
        next=AFTER_RETURN.get(row.stage) or (STEP_WORDS[following[0]] if following else ""),
        numbers=tuple(it for it in (filing.subject_number, filing.service_number) if it),
        steps=steps,
        made_at=made_at,
    )
