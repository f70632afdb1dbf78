"""What can go wrong between a desk and the team's stock of blobs, as sentences."""

import errno
from dataclasses import dataclass

from butler_desktop.errors import StoreAway, StoreUnavailable
from butler_desktop.words import Words

_REFUSALS = {errno.EACCES, errno.EPERM, errno.EROFS}
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@dataclass(frozen=True, slots=True)
class Failures:
    """The exceptions of a filesystem: ``away`` when it cannot be reached, ``refused`` for good."""

    away: tuple[type[Exception], ...] = ()
    refused: tuple[type[Exception], ...] = ()

    @property
    def known(self) -> tuple[type[Exception], ...]:
        """All that stands for trouble with the place, not for a bug."""
        return (OSError, *self.away, *self.refused)

    def told(self, error: Exception, place: str) -> StoreUnavailable:
        """The exception as a sentence: StoreAway where trying again may help."""
        said = (
            (error.strerror if isinstance(error, OSError) else None)
            or str(error)
            or type(error).__name__
        )
        number = error.errno if isinstance(error, OSError) else None
        if number in _FULL:
            return StoreUnavailable(
                Words(f"共享附件库 {place} 已满。", f"The shared attachments {place} are full."),
                Words("请管理员腾出空间。", "Have its administrator make room."),
            )
        if number in _REFUSALS or isinstance(error, (PermissionError, *self.refused)):
            return StoreUnavailable(
                Words(
                    f"共享附件库 {place} 拒绝访问：{said}。",
                    f"The shared attachments {place} refuse this desk: {said}.",
                ),
                Words("请管理员检查权限。", "Have its administrator check the permissions."),
            )
        return StoreAway(
            Words(
                f"连不上共享附件库 {place}：{said}。",
                f"The shared attachments {place} cannot be reached: {said}.",
            ),
            Words("网络恢复后会自动重连。", "It is tried again by itself."),
        )


def not_a_stock(place: str) -> StoreAway:
    """A place without the mark: most often a network drive that is not mounted."""
    return StoreAway(
        Words(
            f"{place} 现在不是共享附件库（网络盘未连接？）。",
            f"{place} holds no shared attachments now (is the network drive connected?).",
        ),
        Words(
            "连上网络盘后会自动继续；地址有误则请管理员检查。",
            "It goes on by itself once the drive is there; else check the address.",
        ),
    )
