"""A publisher of rulebooks: signs changed copies of the shipped one."""

import shutil
from datetime import date
from pathlib import Path

from butler_desktop import resources
from butler_desktop.storage.publisher_key import make_key, private_key, public_file
from butler_desktop.storage.rulebooks import packed_folder

NEXT = "2026-12-01"


class Publisher:
    """Has a key and a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.file = folder, folder / "key.pem"
        self.key = make_key(self.file)
        self.public = public_file(self.file)

    def publish(
        self,
        changes: dict[str, tuple[str, str]] | None = None,
        version: str = NEXT,
        effective_from: date = date(2026, 3, 1),
    ) -> Path:
        """A package whose files differ from the shipped ones: by name, what is put for what."""
        source = self.folder / "rules"
        shutil.rmtree(source, ignore_errors=True)
        shutil.copytree(resources.folder("rulebook"), source)
        shipped = (source / "rulebook.toml").read_text("utf-8")
        head = [line for line in shipped.splitlines() if not line.startswith(("version", "effect"))]
        own = [f'version = "{version}"', f"effective_from = {effective_from}"]
        (source / "rulebook.toml").write_text("\n".join(own + head), "utf-8")
        for name, (old, new) in (changes or {}).items():
            text = (source / name).read_text("utf-8")
            assert old in text
            (source / name).write_text(text.replace(old, new), "utf-8")
        _, data = packed_folder(source, private_key(self.file))
        made = self.folder / f"{version}.rulebook"
        made.write_bytes(data)
        return made
