"""Readings: a value of a scan enters the form by an act of its own, or not at all."""

import pytest

from butler_desktop.domain.filing_states import FilingState
from butler_desktop.errors import FieldOvertaken, NotFound, Refused
from butler_desktop.services.filing_view import filing_view
from butler_desktop.services.filings import edit_form
from butler_desktop.services.history import verify, writer_of
from butler_desktop.services.materials import attach_material, withdraw_material
from butler_desktop.services.recognition import accept_reading, local_reader, read_paper
from tests.builders import a_workspace
from tests.read_pages import LICENCE
from tests.services.scenario import SCAN, reached, requested

NAME = "subject.sponsor_name"
S = FilingState


@pytest.fixture
def workspace(tmp_path):
    opened = a_workspace(tmp_path / "desk")
    yield opened
    opened.close()


@pytest.fixture
def filing(workspace):
    return requested(workspace)


@pytest.fixture
def licence(workspace, filing):
    return attach_material(workspace, filing, "sponsor_cert", SCAN)


def seen(workspace, filing):
    with workspace.reading() as work:
        return filing_view(work, filing)


def value(workspace, filing, path=NAME):
    return seen(workspace, filing).filing.particulars.get(path)


def accept(workspace, filing, material, text, path=NAME, shown=...):
    shown = value(workspace, filing, path) if shown is ... else shown
    with workspace.editing() as work:
        return accept_reading(work, filing, material.id, path, text, shown)


def test_an_accepted_value_is_written_and_its_paper_known(workspace, filing, licence):
    accept(workspace, filing, licence, "上海竹溪映雪文化传媒有限公司")
    view = seen(workspace, filing)
    assert view.filing.particulars.get(NAME) == "上海竹溪映雪文化传媒有限公司"
    writer = writer_of(view.written, NAME)
    assert (writer.actor, writer.paper) == ("林晓雯", "sponsor_cert")
    newest = view.history[0]
    assert newest.act == "filing.accept:sponsor_cert"
    assert newest.words.zh == "采纳扫描件上的内容"
    assert newest.detail.zh == "主办者名称"
    with workspace.reading() as work:
        assert verify(work, view.filing.order_id) == ()


def test_what_is_typed_over_it_is_the_butlers_own(workspace, filing, licence):
    accept(workspace, filing, licence, "上海竹溪映雪文化传媒有限公司")
    with workspace.editing() as work:
        edit_form(work, filing, {NAME: "上海竹溪映雪有限公司"})
    assert writer_of(seen(workspace, filing).written, NAME).paper == ""


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("subject.certificate_number", "91310115MA5729JGGN"),
        ("subject_pic.id_number", "310115199310174878"),
        ("subject.certificate_valid_to", "2026-02-30"),
    ],
)
def test_what_cannot_be_right_is_refused(workspace, filing, licence, path, text):
    before = value(workspace, filing, path)
    with pytest.raises(Refused, match="不能采纳"):
        accept(workspace, filing, licence, text, path)
    assert value(workspace, filing, path) == before


def test_a_field_that_somebody_changed_since_is_left_to_him(workspace, filing, licence):
    with workspace.editing() as work:
        edit_form(work, filing, {NAME: "别人刚写的公司"})
    with pytest.raises(FieldOvertaken):
        accept(workspace, filing, licence, "上海竹溪映雪文化传媒有限公司", shown="以前的公司")
    assert value(workspace, filing) == "别人刚写的公司"


def test_a_paper_that_is_gone_gives_nothing(workspace, filing, licence):
    with workspace.editing() as work:
        withdraw_material(work, filing, licence.id)
    with pytest.raises(NotFound):
        accept(workspace, filing, licence, "上海竹溪映雪文化传媒有限公司")


def test_a_form_that_the_authority_has_takes_nothing(workspace):
    filing = reached(workspace, S.SUBMITTED)
    material = seen(workspace, filing).materials[0]
    with pytest.raises(Refused):
        accept(workspace, filing, material, "上海竹溪映雪文化传媒有限公司")


class Kept:
    """A reader that keeps what it was handed."""

    def read(self, data, page=0):
        self.asked = data, page
        return LICENCE

    def close(self):
        pass


def test_the_original_is_what_is_read(workspace, licence):
    reader = Kept()
    assert read_paper(workspace, reader, licence, 0) == LICENCE
    assert reader.asked == (SCAN.read_bytes(), 0)


def test_without_the_engine_there_is_no_reader():
    assert local_reader() is None
