"""What the filing systems want of a file, as the shipped rulebook has it."""

from butler_desktop.storage.rulebook import load_rulebook

PAPER = load_rulebook().materials.limits()
ICON = load_rulebook().materials.limits("app_icon")
