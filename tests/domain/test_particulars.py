import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from butler_desktop.domain.particulars import SCHEMA, Particulars, differences
from butler_desktop.domain.rulebook import Rulebook
from butler_desktop.errors import ImportRefused, Refused

PATHS = [path for path, _ in Particulars().leaves()] + [
    "service.platforms.ios.package_name",
    "service.pre_approvals.news.number",
    "service.sdk_services.com.vendor.sdk.provider",
    "access.resources.i-1.region",
]

TEXT = st.text(min_size=1, max_size=8).filter(lambda text: bool(text.strip()))


def value_for(path: str) -> st.SearchStrategy[Any]:
    """A value of the sort that the path holds."""
    held = Particulars().get(path)
    if isinstance(held, tuple):
        return st.lists(TEXT, max_size=3, unique=True).map(tuple)
    ticks = ("record_held_here", "certificate_long_term", "has_seal", "id_long_term")
    ticks += ("mobile_is_local", "is_legal_rep", "is_commercial")
    return st.sampled_from([True, False, None]) if path.endswith(ticks) else TEXT


@st.composite
def filled_forms(draw: st.DrawFn) -> Particulars:
    form = Particulars()
    for path in draw(st.lists(st.sampled_from(PATHS), max_size=12)):
        form = form.with_value(path, draw(value_for(path)))
    return form


UNKNOWN = st.dictionaries(
    st.sampled_from(["colour", "新字段", "x9"]),
    st.recursive(st.integers() | TEXT | st.none() | st.booleans(), st.lists, max_leaves=4),
    max_size=2,
)


@given(filled_forms())
def test_a_form_survives_its_document(form: Particulars) -> None:
    document = json.loads(json.dumps(form.to_document()))
    assert Particulars.from_document(document) == form


@given(filled_forms(), UNKNOWN, st.sampled_from(["", "subject", "service_pic", "access"]))
def test_what_a_newer_version_wrote_survives(
    form: Particulars, unknown: dict[str, Any], part: str
) -> None:
    document = form.to_document()
    if part:
        document.setdefault(part, {}).update(unknown)
    else:
        document.update(unknown)
    edited = Particulars.from_document(document).with_value("subject.sponsor_name", "云杉")
    written = edited.to_document()
    kept = written.get(part, {}) if part else written
    assert {name: kept[name] for name in unknown} == unknown
    assert written["subject"]["sponsor_name"] == "云杉"


def test_unknown_details_of_records_survive() -> None:
    document = {"service": {"platforms": [{"platform": "ios", "store": {"id": 7}}, "android"]}}
    form = Particulars.from_document(document)
    assert form.get("service.platforms") == ("ios", "android")
    edited = form.with_value("service.platforms.ios.package_name", "cn.sample")
    assert edited.to_document()["service"]["platforms"] == [
        {"platform": "ios", "store": {"id": 7}, "package_name": "cn.sample"},
        "android",
    ]


def test_a_value_of_another_sort_is_kept_but_not_taken() -> None:
    form = Particulars.from_document({"province": {"code": "330000"}, "access": 3})
    assert form.province is None
    assert form.to_document() == {"province": {"code": "330000"}, "access": 3, "schema": SCHEMA}


def test_a_later_schema_is_written_back() -> None:
    assert Particulars.from_document({"schema": 9}).to_document() == {"schema": 9}


@given(st.sampled_from(PATHS), st.data())
def test_what_is_set_is_read_and_nothing_else_changes(path: str, data: st.DataObject) -> None:
    value = data.draw(value_for(path))
    form = Particulars().with_value(path, value)
    assert form.get(path) == value
    owner = path.rpartition(".")[0]
    details = {changed for changed in differences(Particulars(), form) if changed != path}
    assert all(owner.startswith(f"{changed}.") or changed.startswith(path) for changed in details)


@given(filled_forms(), filled_forms())
def test_differences_lead_from_one_form_to_the_other(old: Particulars, new: Particulars) -> None:
    walked = old
    for path, (before, after) in differences(old, new).items():
        assert (walked.get(path) or None) == (before or None) or path.count(".") > 2
        walked = walked.with_value(path, after)
    assert differences(walked, new) == {}


def test_blank_text_clears() -> None:
    form = Particulars().with_value("subject.sponsor_name", "云杉")
    assert form.with_value("subject.sponsor_name", "  ") == Particulars()
    assert Particulars().with_value("access.ip_ranges", ("", " ")).access.ip_ranges == ()


def test_taking_a_record_away_takes_its_details() -> None:
    form = Particulars().with_value("service.platforms.ios.package_name", "cn.sample")
    assert form.get("service.platforms") == ("ios",)
    gone = form.with_value("service.platforms", ("android",))
    assert gone.get("service.platforms.ios.package_name") is None
    assert gone.with_value("service.platforms.ios.package_name", None) == gone


@pytest.mark.parametrize(
    "path",
    [
        "",
        "nothing",
        "subject",
        "subject.",
        "subject.nothing",
        "province.",
        "schema",
        "unknown",
        "service.domain.x",
        "service.platforms.",
        "service.platforms.ios",
        "service.platforms.ios.platform",
        "service.platforms.ios.unknown",
    ],
)
def test_unknown_paths_are_refused_with_a_sentence(path: str) -> None:
    with pytest.raises(Refused) as refusal:
        Particulars().get(path)
    assert f"“{path}”" in refusal.value.sentence.zh
    with pytest.raises(Refused):
        Particulars().with_value(path, "x")


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("province", True),
        ("province", ("330000",)),
        ("subject.has_seal", "是"),
        ("access.ip_ranges", "1.2.3.4"),
        ("service.platforms", "ios"),
    ],
)
def test_values_of_another_sort_are_refused(path: str, value: Any) -> None:
    with pytest.raises(Refused, match=path):
        Particulars().with_value(path, value)


def test_forms_are_values() -> None:
    one, other = Particulars.empty("new_service"), Particulars.empty("new_service")
    assert one == other
    assert hash(one) == hash(other)


def test_no_value_shows_in_its_repr(forms: dict[str, Particulars]) -> None:
    form = forms["F00"]
    said = repr(form) + repr(form.subject_pic)
    assert "subject_pic.id_number" in said
    values = [v for path, v in form.leaves() if isinstance(v, str) and path.startswith("sub")]
    assert [value for value in values if value in said] == []


def test_an_empty_form_has_its_kind_alone() -> None:
    assert Particulars.empty("change_filing").to_document() == {
        "schema": SCHEMA,
        "filing_kind": "change_filing",
    }


def test_every_sample_form_is_read_whole(
    form_entries: list[dict[str, Any]], forms: dict[str, Particulars]
) -> None:
    for entry in form_entries:
        form = forms[entry["id"]]
        for part in ("subject", "subject_pic", "service_pic"):
            given_values = {k: v for k, v in entry[part].items() if v is not None}
            assert form.to_document()[part] == given_values
        assert form.access.ip_ranges == tuple(entry["access"]["ip_ranges"])
        assert form.unknown == {}
        assert form.service.unknown == {}


@pytest.mark.parametrize("name", ["四川", "四川省", "510000", "Sichuan", " 四川 "])
def test_provinces_go_by_any_of_their_names(name: str, rulebook: Rulebook) -> None:
    entry = {"province": name, "access": {"server_locations": [name, "月球"]}}
    form = Particulars.from_form_file(entry, rulebook.provinces)
    assert form.province == "510000"
    assert form.access.server_locations == ("510000", "月球")


@pytest.mark.parametrize(
    ("entry", "path"),
    [
        ({"subject": {"sponsor_name": 5}}, "subject.sponsor_name"),
        ({"access": ["1.2.3.4"]}, "access"),
        ({"service": {"platforms": [{"platform": "ios", "domains": "a.cn"}]}}, "ios.domains"),
        ({"service": {"pre_approvals": [{"number": "1"}]}}, "service.pre_approvals"),
    ],
)
def test_a_form_file_of_another_shape_is_refused(
    entry: dict[str, Any], path: str, rulebook: Rulebook
) -> None:
    with pytest.raises(ImportRefused, match=path):
        Particulars.from_form_file(entry, rulebook.provinces)


def test_an_entry_that_is_no_object_is_refused(rulebook: Rulebook) -> None:
    with pytest.raises(ImportRefused):
        Particulars.from_form_file(["F00"], rulebook.provinces)  # type: ignore[arg-type]
