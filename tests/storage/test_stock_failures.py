import errno

import pytest

from butler_desktop.errors import StoreAway
from butler_desktop.storage.stock_failures import Failures

pytestmark = pytest.mark.sqlite


class NoKeys(Exception):
    """No credentials."""


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "已满"),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), "已满"),
        (OSError(errno.EROFS, "Read-only file system"), "拒绝访问：Read-only file system"),
        (PermissionError("Access Denied"), "拒绝访问：Access Denied"),
        (NoKeys("no keys"), "拒绝访问：no keys"),
    ],
)
def test_what_trying_again_does_not_cure_is_not_called_away(error: Exception, said: str) -> None:
    told = Failures(refused=(NoKeys,)).told(error, "s3://team")
    assert said in told.sentence.zh
    assert "s3://team" in told.sentence.en
    assert not isinstance(told, StoreAway)


@pytest.mark.parametrize(
    "error",
    [ConnectionResetError("cut"), TimeoutError(), OSError(errno.EHOSTDOWN, "Host is down")],
)
def test_a_network_that_is_away_is_tried_again(error: Exception) -> None:
    told = Failures().told(error, "/team")
    assert isinstance(told, StoreAway)
    assert not told.sentence.zh.endswith("：。")
    assert "自动重连" in told.cure.zh


def test_only_what_is_known_is_trouble_with_the_place() -> None:
    assert Failures(away=(NoKeys,)).known == (OSError, NoKeys)
    assert not issubclass(ValueError, Failures().known)
