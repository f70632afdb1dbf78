"""The content is one value: its document keeps all of it, and its digest tells any difference."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from butler_desktop.domain.packet import PacketContent, short_digest
from tests.documents.papers import a_content, a_form, a_version


@pytest.fixture(scope="module")
def content() -> PacketContent:
    """A second version, so that no part of it is empty."""
    form = a_form().with_value("service.service_name", "白露松间官方网站")
    return a_content(form, versions=(a_version(a_content()),))


def leaves(value: Any, place: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where each text, number and tick of a document is."""
    if isinstance(value, dict | list):
        keys = value if isinstance(value, dict) else range(len(value))
        for key in keys:
            yield from leaves(value[key], (*place, key))
    else:
        yield place


def other(value: Any) -> Any:
    """A value of the same kind that is another one."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    if isinstance(value, str) and value[:4].isdecimal() and value[4:5] == "-":
        return str(int(value[:4]) + 1) + value[4:]
    return f"{value}。"


def test_its_document_keeps_all_of_it(content: PacketContent) -> None:
    document = json.loads(json.dumps(content.to_document()))
    assert PacketContent.from_document(document) == content
    assert PacketContent.from_document(document).digest == content.digest


def test_any_changed_value_changes_the_digest(content: PacketContent) -> None:
    text = json.dumps(content.to_document())
    digests = {content.digest}
    places = list(leaves(json.loads(text)))
    assert len(places) > 300
    for *parents, last in places:
        document = holder = json.loads(text)
        for key in parents:
            holder = holder[key]
        holder[last] = other(holder[last])
        digests.add(PacketContent.from_document(document).digest)
    assert len(digests) == len(places) + 1


def test_a_document_of_a_later_program_can_be_read(content: PacketContent) -> None:
    document = content.to_document() | {"a_later_field": 1}
    assert PacketContent.from_document(document) == content


def test_the_digest_is_told_in_groups_that_people_can_compare() -> None:
    assert short_digest("7f3a91c2e04b5d18" + "0" * 48) == "7F3A 91C2 E04B 5D18"
