"""Subject: the sponsor's own part of the form (主体)."""

from dataclasses import dataclass

from butler_desktop.domain.form_part import FormPart


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Subject(FormPart):
    """The sponsor and its certificate. Dates are ISO text."""

    sponsor_kind: str | None = None
    sponsor_name: str | None = None
    trade_name: str | None = None
    certificate_type: str | None = None
    certificate_number: str | None = None
    certificate_address: str | None = None
    certificate_valid_from: str | None = None
    certificate_valid_to: str | None = None
    certificate_long_term: bool | None = None
    registry_status: str | None = None
    business_scope: str | None = None
    has_seal: bool | None = None
    mailing_address: str | None = None
    superior_unit: str | None = None
    legal_rep_name: str | None = None
    legal_rep_id_type: str | None = None
    legal_rep_id_number: str | None = None
    subject_remark: str | None = None
