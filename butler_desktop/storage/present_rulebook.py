"""The present rulebook: the shipped one, or a newer one that was taken in on this machine."""

from datetime import date

from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.storage.rule_files import taken_folder
from butler_desktop.storage.rulebook import load_rulebook


def present_rulebook(today: date) -> Rulebook:
    """The rulebook that counts on ``today``, a day in Shanghai. Raises RulebookWrong."""
    if not taken_folder().is_dir():
        return load_rulebook()
    # Only who has taken one in pays for the cryptography.
    from butler_desktop.storage.rulebooks import rulebook_in_force

    return rulebook_in_force(today)
