"""While much is made the collector rests, and afterwards it is as it was."""

import gc

import pytest

from butler_desktop.services.much import making_much

pytestmark = pytest.mark.sqlite


@pytest.mark.parametrize("is_on", [True, False])
def test_the_collector_rests_and_comes_back(is_on):
    was_on = gc.isenabled()
    gc.enable() if is_on else gc.disable()
    try:
        with pytest.raises(ValueError, match="on the way"), making_much():
            assert not gc.isenabled()
            raise ValueError("on the way")
        assert gc.isenabled() is is_on
    finally:
        gc.enable() if was_on else gc.disable()


def test_what_was_made_is_walked_through_no_more():
    with making_much():
        made = [{} for _ in range(1_000)]
    assert not any(it is made for it in gc.get_objects())
