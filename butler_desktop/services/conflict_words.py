"""The words of a place in a dossier: what a conflict's field is called."""

from butler_desktop.domain.checklist import paper_name
from butler_desktop.domain.conflict import Place
from butler_desktop.domain.form import BLANK, field_at
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.errors import Refused
from butler_desktop.words import Words

FORM = "particulars."

PLACES = {
    ("order", "customer"): Words("客户", "Customer"),
    ("order", "butler"): Words("订单的管家", "Butler of the order"),
    ("order", "state"): Words("订单状态", "State of the order"),
    ("order", "paid_fen"): Words("实付金额", "Paid sum"),
    ("order", "payment_method"): Words("支付方式", "Payment method"),
    ("order", "paid_at"): Words("支付时间", "Paid at"),
    ("order", "first_contact_at"): Words("首次联系时间", "First contact"),
    ("filing", "state"): Words("备案状态", "State of the filing"),
    ("filing", "butler"): Words("管家", "Butler"),
    ("filing", "contacted_at"): Words("首次联系时间", "First contact"),
    ("filing", "content_complete_at"): Words("资料齐全时间", "Content complete"),
    ("filing", "paused_at"): Words("停止计时的时间", "Clock stands since"),
    ("filing", "pause_reason"): Words("等客户补的资料", "What is waited for"),
    ("contact", "promise_at"): Words("约定时间", "Promised for"),
    ("contact", "promise_note"): Words("约定事项", "What was promised"),
    ("filing", "confirmation_deadline"): Words("确认期限", "Confirmation deadline"),
    ("filing", "deadline_reason"): Words("改期原因", "Reason for the new deadline"),
    ("packet", "reminders"): Words("提醒记录", "Reminders"),
    ("filing", "tellings"): Words("告知记录", "What the customer was told"),
    ("filing", "authority_notes"): Words("管局环节记录", "Notes on the authority"),
    ("filing", "noted_facts"): Words("核实记录", "What was looked up"),
    ("filing", "waivers"): Words("保留并说明", "Findings let pass"),
    ("filing", "corrections"): Words("要改的地方", "What to correct"),
    ("filing", "return_comment"): Words("退回说明", "Return comment"),
    ("filing", "confirmed_at"): Words("客户确认时间", "Confirmed by the customer"),
    ("filing", "submitted_at"): Words("提交时间", "Submitted"),
    ("filing", "sms_sent_at"): Words("短信发出时间", "SMS sent"),
    ("filing", "sms_verified_at"): Words("短信核验时间", "SMS verified"),
    ("filing", "rejection_reasons"): Words("管局退回原因", "The administration's reasons"),
    ("filing", "approved_at"): Words("通过时间", "Approved"),
    ("filing", "subject_number"): Words("主体备案号", "Sponsor's filing number"),
    ("filing", "service_number"): Words("服务备案号", "Service's filing number"),
    ("filing", "duties_told_at"): Words("告知义务时间", "Duties told"),
    ("packet", "delivered_at"): Words("确认包送达时间", "Packet delivered"),
    ("packet", "delivered_how"): Words("确认包送达方式", "How the packet was delivered"),
    ("packet", "confirmed_at"): Words("确认包确认时间", "Packet confirmed"),
    ("packet", "returned_at"): Words("确认包退回时间", "Packet returned"),
    ("packet", "returned_how"): Words("退回方式", "How it was returned"),
    ("packet", "return_comment"): Words("退回说明", "Return comment"),
    ("packet", "answered_by"): Words("答复人", "Who answered"),
    ("packet", "evidence"): Words("答复凭证", "Evidence of the answer"),
    ("packet", "confirmed_how"): Words("确认方式", "How it was confirmed"),
    ("refund", "state"): Words("退订的决定", "Decision on the refund"),
    ("refund", "approved_by"): Words("退订由谁决定", "Who decided the refund"),
    ("refund", "decided_at"): Words("退订决定时间", "When the refund was decided"),
    ("refund", "decision"): Words("退订不准的理由", "Why the refund was declined"),
    ("refund", "site_count"): Words("退订网站个数", "Sites refunded"),
    ("refund", "amount_fen"): Words("退订金额", "Amount refunded"),
    ("refund", "lines"): Words("退订逐项理由", "Reasons of the refund"),
    ("refund", "policy"): Words("退订规则版本", "Rules of the refund"),
    ("returned_page", "withdrawn_at"): Words("回传页归档", "Returned page"),
    ("packet", "voided_at"): Words("确认包作废时间", "Packet void"),
}


def place_words(
    place: Place, rulebook: Rulebook, material_kind: str = "", form: Particulars = BLANK
) -> Words:
    """What people call a place; its path where a newer version knows a field and this does not.

    ``form`` is the filing's: a paper is called as it calls it.
    """
    kind, _, path = place
    if kind == "material":
        named = bool(material_kind)
        return paper_name(material_kind, form, rulebook) if named else Words("材料", "Material")
    if path.startswith(FORM):
        try:
            return field_at(path.removeprefix(FORM)).words
        except Refused:
            return Words(path.removeprefix(FORM), path.removeprefix(FORM))
    return PLACES.get((kind, path), Words(path, path))
