"""Standing: what stands at a place of a filing, as a digest that holds nothing personal."""

from collections.abc import Iterable
from typing import Any

from butler_desktop.domain.canonical import canonical_digest
from butler_desktop.domain.material import Material
from butler_desktop.domain.particulars import Particulars
from butler_desktop.errors import Refused

FORM, MATERIAL = "form:", "material:"
WHOLE = "whole"
"""The place that is the form with all its papers."""


def standing(form: Particulars, papers: Iterable[Material], place: str) -> str:
    """What stands at ``form:path``, ``material:kind`` or ``WHOLE`` now."""
    value: Any
    if place == WHOLE:
        hashes = sorted((it.material_kind, it.sha256) for it in papers)
        value = [form.to_document(), [list(each) for each in hashes]]
    elif place.startswith(MATERIAL):
        kind = place.removeprefix(MATERIAL)
        value = sorted(it.sha256 for it in papers if it.material_kind == kind)
    else:
        try:
            value = form.get(place.removeprefix(FORM))
        except Refused:  # a newer version's field
            value = None
    return canonical_digest({"place": place, "value": value})
