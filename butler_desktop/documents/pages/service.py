"""互联网信息服务信息: the website's or app's part of the form, and what it costs."""

from butler_desktop.documents.composition import Composition
from butler_desktop.documents.layout import Flow
from butler_desktop.documents.pages.form_tables import form_sections
from butler_desktop.documents.pages.headings import numbered, part_heading, section
from butler_desktop.documents.styles import NOTE_INDENTED
from butler_desktop.domain.packet_delta import shown_sections


def compose(flow: Flow, given: Composition) -> None:
    """Sets the sections and the fee."""
    content = given.content
    part_heading(flow, given, "service")
    sections = shown_sections(content, content.service_sections)
    form_sections(flow, sections)
    section(flow, numbered(len(sections), "费用与退订"), kept=30)
    flow.text(content.fee, NOTE_INDENTED)
