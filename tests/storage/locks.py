"""The locks that processes hold on a file, as Linux lists them."""

from pathlib import Path

LOCKS = Path("/proc/locks")


def locks_on(path: Path) -> list[str]:
    """Each lock: its kind, who holds it, and on which bytes."""
    inode = path.stat().st_ino
    lines = LOCKS.read_text(encoding="ascii").splitlines()
    return sorted(line.partition(":")[2] for line in lines if f":{inode} " in line)
