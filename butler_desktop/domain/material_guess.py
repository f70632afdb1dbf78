"""Guessing: which paper a file probably is, by what its name has in common with the papers'."""

from collections.abc import Iterable

from butler_desktop.words import Words

_OTHER_NAMES = {
    "sponsor_cert": ("营业执照", "licence", "license"),
    "subject_pic_id_front": ("身份证正面", "人像面", "id-front", "id_front"),
    "subject_pic_id_back": ("身份证反面", "身份证背面", "国徽面", "id-back", "id_back"),
    "domain_cert": ("domain-certificate", "domain_certificate"),
    "filing_commitment": ("commitment",),
    "verification_form": ("核验单", "核验表"),
    "face_photo": ("人脸核验", "幕布照"),
    "construction_plan": ("建设方案",),
    "app_icon": ("图标", "icon"),
}


def likely_kind(file_name: str, papers: Iterable[tuple[str, Words]]) -> str | None:
    """The kind of the paper, out of (kind, words), whose name is most like ``file_name``.

    None where nothing agrees. Of equals the first wins, so hand over what is
    missing before what is there.
    """
    stem = (file_name.rpartition(".")[0] or file_name).lower()
    best, most = None, 0
    for kind, words in papers:
        names = (words.zh, *_OTHER_NAMES.get(kind, ()))
        agreed = max(_agreement(stem, name) for name in names)
        if agreed > most:
            best, most = kind, agreed
    return best


def _agreement(stem: str, name: str) -> int:
    """How many pairs of neighbouring characters both share; a Western name counts whole."""
    if name.isascii():
        return len(name) - 1 if name in stem else 0
    return len(_pairs(stem) & _pairs(name.lower()))


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}
