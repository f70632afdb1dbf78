"""Answers: recording what the customer decided by the page that came back."""

from butler_desktop.domain.filing import Filing
from butler_desktop.domain.filled_reply import Proposal
from butler_desktop.domain.packet_history import file_code
from butler_desktop.domain.scan import PDF
from butler_desktop.domain.transition import Action
from butler_desktop.errors import Refused
from butler_desktop.services.filings import act
from butler_desktop.services.returned_pages import FiledPage, filed_page, found_page
from butler_desktop.storage.work import Work
from butler_desktop.words import Words


def confirm_by_page(work: Work, filing_id: str, page_id: str) -> Filing:
    """Records the confirmation that a returned page carries.

    Raises Refused where the page is not of the version that waits now: another
    desk may have made a newer one since the page was looked at.
    """
    dossier = work.dossier_of(filing_id)
    filed = filed_page(work, dossier, found_page(dossier, page_id))
    if not filed.can_answer:
        raise Refused(
            Words(
                f"这一页是第 {filed.version} 版的，现在等待确认的不是它。",
                f"This page is of version {filed.version}, which awaits no answer now.",
            ),
            Words("打开备案查看现在的版本。", "Open the filing and look at its present version."),
        )
    if filed.proposed is not None and filed.proposed.proposal is Proposal.RETURN:
        raise Refused(
            Words("这份回传件要求退回修改，不是确认。", "This paper asks for corrections."),
            Words("登记客户退回。", "Record the return."),
        )
    given = answer_inputs(filed)
    of_it = {key: text for key, text in given.items() if key in ("how", "who", "evidence")}
    return act(work, filing_id, Action.CONFIRM, of_it, dossier.filing(filing_id))


def answer_inputs(filed: FiledPage) -> dict[str, str]:
    """What the forms of the answer are given by this page, and by what was filled in on it."""
    page = filed.page
    how = "pdf" if page.is_whole and page.media_type == PDF else "paper"
    what = "回传文件" if page.is_whole else f"回传第 {page.page} 页"
    evidence = f"{what}：{page.file_name}，校验码 {file_code(page.sha256)}"
    given = {"how": how, "evidence": evidence}
    said = filed.proposed
    if said is not None:
        given |= {"who": said.who, "marks": ",".join(said.marks), "comment": said.comment}
    return {key: text for key, text in given.items() if text}
