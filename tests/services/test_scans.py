from collections.abc import Iterator
from pathlib import Path

import pytest

from butler_desktop.domain.dossier import Dossier
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.material import Material
from butler_desktop.domain.order_states import OrderState
from butler_desktop.errors import StoreUnavailable
from butler_desktop.services.materials import attach_material
from butler_desktop.services.scans import scan_bytes, scan_pixels
from butler_desktop.storage.work import Workspace
from tests.builders import a_filing, a_workspace, an_order
from tests.engines import POSTGRESQL

SCANS = Path(__file__).parents[1] / "data" / "scans"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = a_workspace(tmp_path)
    order = an_order(state=OrderState.ACTIVE)
    filing = a_filing(order, id="f1", state=FilingState.COLLECTING)
    with opened.editing() as work:
        work.save(None, Dossier(order, (filing,)), "order.enter")
    yield opened
    opened.close()


def attached(workspace: Workspace, name: str) -> Material:
    return attach_material(workspace, "f1", "sponsor_cert", SCANS / name)


def test_a_file_comes_back_byte_for_byte(workspace: Workspace) -> None:
    for name in ("rotated-by-exif.jpg", "two-pages.pdf"):
        material = attached(workspace, name)
        with workspace.reading() as work:
            assert scan_bytes(work, material) == (SCANS / name).read_bytes()


def test_a_picture_comes_upright_and_no_larger_than_asked(workspace: Workspace) -> None:
    material = attached(workspace, "rotated-by-exif.jpg")
    assert (material.pixel_width, material.pixel_height) == (827, 1170)
    with workspace.reading() as work:
        pixels = scan_pixels(work, material, (500, 500))
    assert (pixels.height, len(pixels.data)) == (500, pixels.width * 500 * 3)
    assert pixels.width < 500


def test_a_file_that_was_changed_in_the_store_is_not_shown(
    workspace: Workspace, engine: str
) -> None:
    material = attached(workspace, "id-front.jpg")
    path = workspace.blobs.path_of(material.sha256)
    path.chmod(0o600)
    path.write_bytes(path.read_bytes() + b"\0")
    with workspace.reading() as work:
        if engine == POSTGRESQL:  # the team has it as it was: it is brought again
            assert scan_pixels(work, material, (100, 100)).width
            return
        with pytest.raises(StoreUnavailable):
            scan_pixels(work, material, (100, 100))
