"""The shipped rulebook and the sample forms, read once."""

import json
from pathlib import Path
from typing import Any

import pytest

from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.storage.rulebook import load_rulebook

FORM_FILE = Path(__file__).resolve().parents[1] / "data" / "filings.json"


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    return load_rulebook()


@pytest.fixture(scope="session")
def form_entries() -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = json.loads(FORM_FILE.read_text(encoding="utf-8"))
    return entries


@pytest.fixture(scope="session")
def forms(form_entries: list[dict[str, Any]], rulebook: Rulebook) -> dict[str, Particulars]:
    """Each sample form by its id: F00 to F11 are good, each later one has one planted fault."""
    return {
        entry["id"]: Particulars.from_form_file(entry, rulebook.provinces) for entry in form_entries
    }
