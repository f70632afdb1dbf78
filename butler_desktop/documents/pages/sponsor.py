"""主办者信息: the sponsor's part of the form."""

from butler_desktop.documents.composition import Composition
from butler_desktop.documents.layout import Flow
from butler_desktop.documents.pages.form_tables import form_sections
from butler_desktop.documents.pages.headings import part_heading
from butler_desktop.documents.styles import NOTE
from butler_desktop.domain.packet_delta import shown_sections

HINTS = (
    "核对提示",
    "1. 主办者名称、证件号码、住所应与证件逐字一致。",
    "2. 手机号码用于管局短信核验，提交后 24 小时内需完成，请确保由本人使用且可接收短信。",
    "3. 请逐位核对证件号码与手机号码；本页仅供主办者核对，请勿转发。",
)


def compose(flow: Flow, given: Composition) -> None:
    """Sets the sections and the hints for checking them."""
    part_heading(flow, given, "sponsor")
    form_sections(flow, shown_sections(given.content, given.content.subject_sections))
    flow.need(len(HINTS) * NOTE.leading + 17)
    flow.gap(17)
    for hint in HINTS:
        flow.text(hint, NOTE)
