"""Printable forms: a value with a character that no font has is refused where it is entered."""

from butler_desktop.documents.coverage import uncovered
from butler_desktop.domain.form_layout import FIELDS
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.readiness import Lack
from butler_desktop.errors import Refused
from butler_desktop.words import Words, joined


def refuse_unprintable(before: Particulars, after: Particulars) -> None:
    """Refuses a form with new characters that the packet could not show.

    Raises Refused naming each with its code point and its field.
    """
    faults = []
    for field in FIELDS:
        value = after.get(field.path)
        if value == before.get(field.path):
            continue
        texts = (value,) if isinstance(value, str) else value
        if isinstance(texts, tuple):
            found = (it for text in texts for it in uncovered(text))
            faults += [_fault(field.path, field.words, it) for it in dict.fromkeys(found)]
    if faults:
        raise Refused(
            Words("不能保存：{why}。", "Cannot be saved: {why}.").filled(
                why=joined([fault.words for fault in faults])
            ),
            Words(
                "核对这个字；确有此字的，先用形近的通用字填写，并在备注中说明。",
                "Check it; else enter a common look-alike and say so in the remark.",
            ),
            findings=faults,
        )


def _fault(path: str, name: Words, character: str) -> Lack:
    code = f"U+{ord(character):04X}"
    return Lack(
        Words(
            f"“{name.zh}”中的“{character}”（{code}）没有字形，印不出来",
            f"no font has “{character}” ({code}) of “{name.en}”",
        ),
        f"form:{path}",
    )
