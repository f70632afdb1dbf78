"""Answers: recording what the customer decided by the page that came back."""

from butler_desktop.domain.filing import Filing
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
    return act(work, filing_id, Action.CONFIRM, answer_inputs(filed), dossier.filing(filing_id))


def answer_inputs(filed: FiledPage) -> dict[str, str]:
    """What the act of an answer is given by this page: the channel and the evidence."""
    page = filed.page
    how = "pdf" if page.is_whole and page.media_type == PDF else "paper"
    what = "回传文件" if page.is_whole else f"回传第 {page.page} 页"
    evidence = f"{what}：{page.file_name}，校验码 {file_code(page.sha256)}"
    return {"how": how, "evidence": evidence}
