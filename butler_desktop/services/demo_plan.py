"""The demo's plan: which sample filings there are and how far each has come.

Everything in the samples is invented: people, companies, numbers, domains.
"""

from dataclasses import dataclass
from datetime import timedelta

from butler_desktop.domain.filing_states import FilingState as S
from butler_desktop.domain.transition import Action as A


@dataclass(frozen=True, slots=True)
class PlannedFiling:
    """One filing: the form it is filled from, and the state it is brought to.

    ``service`` renames the site, for a second filing of one sponsor.
    """

    form: str
    target: S
    service: str = ""
    domain: str = ""
    promise: "PlannedPromise | None" = None


@dataclass(frozen=True, slots=True)
class PlannedPromise:
    """What the butler promised half an hour ago: in so long, and of what he will speak."""

    ahead: timedelta
    note: str


@dataclass(frozen=True, slots=True)
class PlannedOrder:
    """One order: bought ``age`` ago, ``sites`` of them, with its filings."""

    age: timedelta
    sites: int
    filings: tuple[PlannedFiling, ...]
    remark: str = ""
    promise: PlannedPromise | None = None


def _order(
    days: float,
    sites: int,
    *filings: PlannedFiling,
    remark: str = "",
    promise: PlannedPromise | None = None,
) -> PlannedOrder:
    return PlannedOrder(timedelta(days=days), sites, filings, remark, promise)


MINUTE = 1 / 1440
F = PlannedFiling
CALL = PlannedPromise(timedelta(hours=4, minutes=18), "讲人脸核验步骤")

ORDERS: tuple[PlannedOrder, ...] = (
    _order(
        41,
        6,
        F("F00", S.CLOSED),
        F("F00", S.INTERNAL_REVIEW, "白露松间产品手册", "sample-baihe.cn"),
        F("F00", S.AUTHORITY_REVIEW, "白露松间开发文档", "sample-docs.cn"),
        remark="多个网站共用同一服务器",
    ),
    _order(34 * MINUTE, 2, F("F14", S.REQUESTED), remark="白天在仓库，打不通请多打一次"),
    _order(13 * MINUTE, 1, F("F16", S.REQUESTED)),
    _order(36, 1, F("F18", S.REJECTED)),
    _order(
        20,
        4,
        F("F03", S.READY_TO_SUBMIT),
        F("F15", S.COLLECTING),
        promise=PlannedPromise(timedelta(days=2, hours=4), "再谈第 3、4 个网站"),
    ),
    _order(9, 1, F("F02", S.RETURNED_BY_CUSTOMER)),
    _order(5, 1, F("F06", S.COLLECTING, promise=CALL)),
    _order(6, 1, F("F01", S.INTERNAL_REVIEW)),
    _order(7, 2, F("F05", S.AWAITING_CONFIRMATION)),
    _order(8, 1, F("F08", S.AWAITING_FACE_VERIFICATION)),
    _order(4, 1, F("F17", S.COLLECTING)),
    _order(10, 3, F("F10", S.AWAITING_CONFIRMATION), F("F22", S.PREPARING)),
    _order(15, 2, F("F07", S.SMS_PENDING)),
    _order(28, 1, F("F11", S.AUTHORITY_REVIEW)),
    _order(30, 1, F("F09", S.AUTHORITY_REVIEW)),
    _order(3, 1, F("F04", S.CONTACTED)),
    _order(45, 1, F("F19", S.APPROVED)),
    _order(12, 1, F("F20", S.WITHDRAWN)),
)

PATHS: dict[S, tuple[A, ...]] = {
    S.REQUESTED: (),
    S.CONTACTED: (A.CONTACT_CUSTOMER,),
    S.COLLECTING: (A.CONTACT_CUSTOMER, A.START_COLLECTING),
}
"""The acts that lead from the customer's request to a state."""

for _reached, _from, _acts in (
    (S.WITHDRAWN, S.COLLECTING, (A.WITHDRAW,)),
    (S.PREPARING, S.COLLECTING, (A.COMPLETE_CONTENT,)),
    (S.INTERNAL_REVIEW, S.PREPARING, (A.SEND_TO_REVIEW,)),
    (S.AWAITING_CONFIRMATION, S.INTERNAL_REVIEW, (A.ISSUE_PACKET, A.RECORD_DELIVERY)),
    (S.RETURNED_BY_CUSTOMER, S.AWAITING_CONFIRMATION, (A.RETURN_FOR_MODIFICATION,)),
    (S.AWAITING_FACE_VERIFICATION, S.AWAITING_CONFIRMATION, (A.CONFIRM,)),
    (S.READY_TO_SUBMIT, S.AWAITING_FACE_VERIFICATION, (A.RECORD_FACE_VERIFICATION,)),
    (S.SUBMITTED, S.READY_TO_SUBMIT, (A.SUBMIT,)),
    (S.SMS_PENDING, S.SUBMITTED, (A.RECORD_SMS_SENT,)),
    (S.AUTHORITY_REVIEW, S.SMS_PENDING, (A.RECORD_SMS_VERIFIED,)),
    (S.REJECTED, S.AUTHORITY_REVIEW, (A.REJECT,)),
    (S.APPROVED, S.AUTHORITY_REVIEW, (A.APPROVE,)),
    (S.CLOSED, S.APPROVED, (A.RATE, A.TELL_DUTIES)),
):
    PATHS[_reached] = (*PATHS[_from], *_acts)

GIVEN: dict[A, dict[str, str]] = {
    A.CONTACT_CUSTOMER: {"note": "说明了备案流程与所需材料，客户下午发来营业执照。"},
    A.ISSUE_PACKET: {},
    A.RECORD_DELIVERY: {"how": "email"},
    A.CONFIRM: {"how": "paper"},
    A.RETURN_FOR_MODIFICATION: {
        "marks": "service.service_name",
        "comment": "网站名称请改为公司简称。",
    },
    A.RECORD_SMS_VERIFIED: {"person": "all"},
    A.REJECT: {"reasons": "网站名称与主办者名称无关联，请说明或更名；域名证书不清晰。"},
    A.WITHDRAW: {"comment": "客户暂缓建站。"},
    A.RATE: {
        "response_speed": "5",
        "service_quality": "4",
        "comment": "电话来得很快，材料讲得清楚。人脸核验时多等了一会儿。",
    },
}
"""What the acts of the demo are given, where they ask for something."""

SCANS: dict[str, str] = {
    "sponsor_cert": "business-licence.jpg",
    "subject_pic_id_front": "id-front.jpg",
    "subject_pic_id_back": "id-back.jpg",
    "service_pic_id_front": "id-front.jpg",
    "service_pic_id_back": "id-back.jpg",
    "domain_cert": "domain-certificate.png",
}
"""The sample scan for each kind of material that the demo attaches."""

OTHER_SCAN = "business-licence.jpg"
"""What stands for any other paper."""

OWED = 2
"""How many papers a filing that is still collecting lacks."""

FIRST_CALL = timedelta(minutes=8)

WEIGHTS: dict[A, float] = {
    A.CONTACT_CUSTOMER: 0,
    A.START_COLLECTING: 0.1,
    A.COMPLETE_CONTENT: 4,
    A.SEND_TO_REVIEW: 0.7,
    A.ISSUE_PACKET: 0.3,
    A.RECORD_DELIVERY: 0.1,
    A.CONFIRM: 1,
    A.RETURN_FOR_MODIFICATION: 1,
    A.RECORD_FACE_VERIFICATION: 1,
    A.SUBMIT: 0.3,
    A.RECORD_SMS_SENT: 0.1,
    A.RECORD_SMS_VERIFIED: 0.3,
    A.APPROVE: 20,
    A.REJECT: 10,
}
"""How long each act is after the one before, as shares of the time there was."""

AT_MOST: dict[A, timedelta] = {
    A.RECORD_DELIVERY: timedelta(minutes=20),
    A.CONFIRM: timedelta(hours=6),
    A.RETURN_FOR_MODIFICATION: timedelta(hours=6),
}
"""How long, in working time, an act is after the one before at most: deadlines are kept."""

AT_ONCE: dict[A, timedelta] = {
    A.SUBMIT: timedelta(minutes=45),
    A.RECORD_SMS_SENT: timedelta(minutes=5),
    A.RECORD_SMS_VERIFIED: timedelta(minutes=40),
}
"""The same by the clock on the wall: a verified face and an SMS expire in holidays as well."""

SHORTLY = timedelta(hours=3)
"""How long, in working time, a filing has been in its state where ``DWELL`` says nothing."""

DWELL: dict[S, timedelta] = {
    S.AUTHORITY_REVIEW: timedelta(hours=44),
    S.AWAITING_CONFIRMATION: timedelta(hours=6),
    S.SMS_PENDING: timedelta(hours=2),
    S.READY_TO_SUBMIT: timedelta(hours=1),
    S.APPROVED: timedelta(minutes=30),
    S.CLOSED: timedelta(hours=16),
    S.REJECTED: timedelta(minutes=62),
    S.RETURNED_BY_CUSTOMER: timedelta(minutes=50),
}
