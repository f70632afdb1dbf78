"""Slots of letters: what the form puts in the place of ``{subject.sponsor_name}`` or ``{we}``.

A slot is a path of the form, or one of the names below. What it says is never
empty: a slot that the form cannot fill names the fields that are missing.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from butler_desktop.domain import form_conditions as when
from butler_desktop.domain.form import field_at, is_filled
from butler_desktop.domain.form_field import Field
from butler_desktop.domain.form_sections import SERVICE_PIC, SUBJECT_PIC
from butler_desktop.domain.packet_form import said_value, set_in
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.readiness import Lack
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.errors import Refused
from butler_desktop.words import Words

SLOT = re.compile(r"\{([a-z_.]+)\}")
IDEOGRAPH, LATIN = re.compile("[一-鿿]"), re.compile("[A-Za-z0-9]")
TOPICS = "topics"
"""The slot of what the service has nothing to do with; the template decides which."""


@dataclass(frozen=True, slots=True)
class SlotValue:
    """What stands in a slot, what it is called, and what the form lacks for it."""

    text: str
    words: Words
    lacks: tuple[Lack, ...] = ()


@dataclass(frozen=True, slots=True)
class Derived:
    """A slot that is made of several fields: those it needs, and how."""

    words: Words
    needs: Callable[[Particulars], tuple[str, ...]]
    text: Callable[[Particulars, Rulebook], str]


Texts: TypeAlias = Mapping[str, str]


def slots_in(text: str) -> tuple[str, ...]:
    """The slots that a text has, each once."""
    return tuple(dict.fromkeys(SLOT.findall(text)))


def filled_text(text: str, values: Texts) -> str:
    """The text with each slot's value; what a value holds is never taken for a slot.

    A space stands where Chinese and Latin meet.
    """
    return SLOT.sub(lambda found: _set_into(text, found, values[found.group(1)]), text)


def _set_into(text: str, found: re.Match[str], value: str) -> str:
    before, after = text[: found.start()][-1:], text[found.end() :][:1]
    head = " " if IDEOGRAPH.match(before) and LATIN.match(value) else ""
    tail = " " if IDEOGRAPH.match(after) and LATIN.match(value[-1:]) else ""
    return f"{head}{value}{tail}"


def is_known(slot: str) -> bool:
    """Whether there is such a slot."""
    if slot in DERIVED or slot == TOPICS:
        return True
    return bool(slot.strip(".")) and _is_path(slot)


def slot_value(slot: str, form: Particulars, rulebook: Rulebook) -> SlotValue:
    """What the form puts into a slot."""
    derived = DERIVED.get(slot)
    if derived is None:
        return _of_path(slot, form, rulebook)
    lacks = tuple(lack(path, form) for path in derived.needs(form) if not is_filled(form.get(path)))
    return SlotValue("" if lacks else derived.text(form, rulebook), derived.words, lacks)


def lack(path: str, form: Particulars) -> Lack:
    """What is said where a letter needs a field that is empty."""
    words = called(path, form)
    return Lack(Words(f"缺少{words.zh}", f"Missing: {words.en}"), f"form:{path}")


def called(path: str, form: Particulars) -> Words:
    """What a field is called on this form; those of persons with whose they are."""
    field = _field(path)
    words = field.name(form)
    if field.section not in (SUBJECT_PIC, SERVICE_PIC):
        return words
    whose = field.section.title(form)
    return Words(set_in(whose.zh).strip() + words.zh, f"{whose.en}: {words.en}")


def domain_path(form: Particulars) -> str:
    """The field in which the form names its domain."""
    return "service.domain" if when.is_website(form) else "service.domains"


def domains_of(form: Particulars) -> tuple[str, ...]:
    """Every domain of the service, each once."""
    service = form.service
    named = (service.domain, *service.extra_domains, *service.domains)
    return tuple(dict.fromkeys(it for it in named if it))


def _of_path(path: str, form: Particulars, rulebook: Rulebook) -> SlotValue:
    value, words = form.get(path), called(path, form)
    if not is_filled(value):
        return SlotValue("", words, (lack(path, form),))
    return SlotValue(" ".join(said_value(_field(path), value, rulebook).split()), words)


@lru_cache(maxsize=256)
def _field(path: str) -> Field:
    return field_at(path)


def _is_path(slot: str) -> bool:
    try:
        _field(slot)
    except Refused:
        return False
    return True


def _needs(*paths: str) -> Callable[[Particulars], tuple[str, ...]]:
    return lambda _: paths


def _authority(form: Particulars, rulebook: Rulebook) -> str:
    province = rulebook.provinces.named(form.province)
    return f"{province.words.zh if province else form.province}通信管理局"


def _service(form: Particulars, rulebook: Rulebook) -> str:
    kind = form.service.service_kind
    return rulebook.tables.words("internet_service_kind", kind).zh if kind else ""


def _named(form: Particulars, rulebook: Rulebook) -> str:
    """网站“白露门户”（域名 example.cn）."""
    domains = "、".join(domains_of(form))
    where = f"（域名 {domains}）" if domains else ""
    return f"{_service(form, rulebook)}“{form.service.service_name}”{where}"


def _statement(_: Particulars, rulebook: Rulebook) -> str:
    return rulebook.word_lists.statements["personal_site_statement"]


def _certificate_label(form: Particulars, _: Rulebook) -> str:
    return called("subject.certificate_number", form).zh


DERIVED: Mapping[str, Derived] = {
    "authority": Derived(Words("备案省份", "Province"), _needs("province"), _authority),
    "we": Derived(
        Words("主办者性质", "Sponsor kind"),
        _needs("subject.sponsor_kind"),
        lambda form, _: "本人" if when.is_individual(form) else "我单位",
    ),
    "service": Derived(Words("服务类型", "Service kind"), _needs("service.service_kind"), _service),
    "service_role": Derived(
        Words("服务类型", "Service kind"),
        _needs("service.service_kind"),
        lambda form, _: SERVICE_PIC.title(form).zh,
    ),
    "named": Derived(
        Words("服务名称与域名", "Service name and domain"),
        lambda form: (
            "service.service_kind",
            "service.service_name",
            *((domain_path(form),) if when.uses_domain(form) else ()),
        ),
        _named,
    ),
    "domains": Derived(
        Words("域名", "Domains"),
        lambda form: (domain_path(form),),
        lambda form, _: "、".join(domains_of(form)),
    ),
    "domain_count": Derived(
        Words("域名", "Domains"),
        lambda form: (domain_path(form),),
        lambda form, _: str(len(domains_of(form))),
    ),
    "certificate_label": Derived(
        Words("证件类型", "Certificate type"), _needs(), _certificate_label
    ),
    "footer": Derived(
        Words("服务类型", "Service kind"),
        _needs("service.service_kind"),
        lambda form, _: "首页底部中央位置" if when.is_website(form) else "显著位置",
    ),
    "statement": Derived(Words("声明", "Statement"), _needs(), _statement),
}
"""Slots that are no field of the form."""
