"""Which questions a form may still come to ask, and for whom."""

from butler_desktop.domain.form import missing_fields, shown_fields
from butler_desktop.domain.intake_cases import asked_fields
from butler_desktop.domain.particulars import Particulars


def test_all_that_a_form_shows_is_asked_in_its_order(forms, rulebook):
    for name, form in forms.items():
        asked = [it.field for it in asked_fields(form, rulebook.tables)]
        shown = list(shown_fields(form, rulebook.tables))
        assert [field for field in asked if field in shown] == shown, name


def test_an_empty_form_asks_everybodys_questions_each_with_its_case(rulebook):
    asked = {
        it.field.path: it for it in asked_fields(Particulars.empty("first_filing"), rulebook.tables)
    }
    assert asked["service.domain"].only_if == {"service.service_kind": ("website",)}
    assert asked["subject.trade_name"].only_if == {"subject.sponsor_kind": ("individual_business",)}
    assert asked["subject.legal_rep_id_type"].only_if["subject_pic.is_legal_rep"] == (False,)
    assert asked["subject.certificate_valid_to"].only_if == {
        "subject.certificate_long_term": (False,)
    }
    assert asked["subject.sponsor_name"].only_if == {}
    assert asked["subject.sponsor_name"].is_always
    assert asked["service_code"].is_never
    assert "existing_subject_number" not in asked
    assert "change_scope" not in asked


def test_what_is_answered_is_open_no_more(rulebook):
    form = Particulars.empty("first_filing").with_value("service.service_kind", "app")
    asked = {it.field.path: it for it in asked_fields(form, rulebook.tables)}
    assert "service.domain" not in asked
    assert asked["service.platforms"].only_if == {}
    assert asked["service.platforms"].is_always


def test_every_field_that_must_be_filled_is_asked(forms, rulebook):
    for name, form in forms.items():
        asked = {it.field.path for it in asked_fields(form, rulebook.tables)}
        missing = {field.path for field in missing_fields(form, rulebook.tables)}
        assert missing <= asked, name
