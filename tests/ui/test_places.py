"""Each entry of the navigation leads somewhere, and a view has exactly one place."""

import pytest

from butler_desktop import resources
from butler_desktop.domain.worklist import View
from butler_desktop.ui.places import BOTTOM, PLACES, queue_key, view_of


def test_every_view_of_the_queue_has_one_place() -> None:
    views = [view_of(place.key) for place in PLACES]
    assert sorted(view for view in views if view) == sorted(View)


@pytest.mark.parametrize("view", list(View))
def test_a_view_is_found_from_its_key(view: View) -> None:
    assert view_of(queue_key(view)) is view


@pytest.mark.parametrize("key", ["orders", "settings", "", "queue", "queue:", "queue:unknown"])
def test_other_keys_are_no_view(key: str) -> None:
    assert view_of(key) is None


def test_every_place_has_words_and_a_picture() -> None:
    for place in (*PLACES, *BOTTOM):
        assert place.words.zh
        assert place.words.en
        assert place.stage or (resources.folder("icons") / f"{place.icon}.svg").is_file()
        assert place.entry().key == place.key
