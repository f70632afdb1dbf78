"""The layout of the filing form: its fields, in the order of the authority's form.

Source: sections 1 to 6 of the field list. Lengths without a source are ours.
"""

from butler_desktop.domain import form_conditions as when
from butler_desktop.domain.code_tables import CodeRow
from butler_desktop.domain.form_field import Entry, Field
from butler_desktop.domain.form_layout_person import is_person_certificate, person_fields
from butler_desktop.domain.form_layout_service import SERVICE_FIELDS
from butler_desktop.domain.form_lines import choice, choices, date, long_text, text, texts, tick
from butler_desktop.domain.particulars import Particulars

LEGAL_REP_IS_ANOTHER = when.is_not_legal_rep("subject_pic")


def _is_certificate_of_sponsor(form: Particulars, row: CodeRow) -> bool:
    kind = form.subject.sponsor_kind
    kinds = row.attributes.get("sponsor_kinds", ())
    return kind is None or ("enterprise" if kind == "individual_business" else kind) in kinds


FILING_FIELDS = (
    choice("filing_kind", "备案类型", "Filing kind", "filing_kind").required(),
    choice("change_scope", "变更范围", "Scope of the change", "change_scope").required_when(
        when.is_change
    ),
    choice("province", "备案省份", "Province", "province").required(),
    text("city_code", "市（区划代码）", "City (division code)", 6, Entry.CODE).shown_when(
        when.has_division_codes
    ),
    text("district_code", "区县（区划代码）", "District (division code)", 6, Entry.CODE).shown_when(
        when.has_division_codes
    ),
    text(
        "existing_subject_number",
        "现有主体备案号",
        "Subject number on record",
        40,
        Entry.FILING_NUMBER,
    ).required_when(when.has_subject_number),
    text(
        "existing_service_number",
        "现有服务备案号",
        "Service number on record",
        40,
        Entry.FILING_NUMBER,
    ).required_when(when.has_service_number),
    tick("record_held_here", "原备案在本接入商", "Record held by this provider").shown_when(
        when.has_subject_number
    ),
    text("service_code", "备案服务码", "Service code", 60),
)

SUBJECT_FIELDS = (
    choice("subject.sponsor_kind", "主办者性质", "Sponsor kind", "sponsor_kind").required(),
    choice("subject.certificate_type", "证件类型", "Certificate type", "certificate_type")
    .required()
    .offering(_is_certificate_of_sponsor),
    text("subject.sponsor_name", "主办者名称", "Sponsor name", 100).required(),
    text("subject.certificate_number", "证件号码", "Certificate number", 60, Entry.CODE)
    .required()
    .masked()
    .named_when(when.has_business_license, "统一社会信用代码", "Unified social credit code"),
    # A licence may carry none; what that means the province says (S19).
    text("subject.trade_name", "字号", "Trade name", 100).shown_when(when.is_individual_business),
    text("subject.certificate_address", "证件住所", "Certificate address", 200).required(),
    date("subject.certificate_valid_from", "证件有效期起", "Certificate valid from").required(),
    date("subject.certificate_valid_to", "证件有效期至", "Certificate valid to").required_when(
        when.certificate_expires
    ),
    tick("subject.certificate_long_term", "证件长期有效", "Certificate is permanent"),
    choice("subject.registry_status", "登记状态", "Registry status", "registry_status").shown_when(
        when.is_organisation
    ),
    tick("subject.has_seal", "有公章", "Has a seal").required_when(when.is_organisation),
    long_text("subject.business_scope", "经营范围", "Business scope")
    .required(when.is_company)
    .shown_when(when.is_organisation),
    text("subject.mailing_address", "通信地址", "Mailing address", 200).required(),
    text("subject.superior_unit", "投资人或主管单位", "Investor or superior unit", 100)
    .required(when.is_supervised)
    .shown_when(when.is_organisation),
    text("subject.legal_rep_name", "法定代表人", "Legal representative", 50)
    .required_when(when.is_organisation)
    .masked(),
    choice(
        "subject.legal_rep_id_type",
        "法定代表人证件类型",
        "Legal representative's ID type",
        "certificate_type",
    )
    .required_when(LEGAL_REP_IS_ANOTHER)
    .offering(is_person_certificate),
    text(
        "subject.legal_rep_id_number",
        "法定代表人证件号码",
        "Legal representative's ID number",
        30,
        Entry.CODE,
    )
    .required_when(LEGAL_REP_IS_ANOTHER)
    .masked(),
    long_text("subject.subject_remark", "主办者备注", "Sponsor remark", 500),
)

ACCESS_FIELDS = (
    text("access.access_provider", "接入商", "Access provider", 100),
    choices("access.access_methods", "接入方式", "Access methods", "access_method").required(),
    texts("access.ip_ranges", "服务器 IP", "Server IP", Entry.NETWORK).required(),
    choices("access.server_locations", "服务器放置地", "Server locations", "province").required(),
    texts("access.resources", "备案资源", "Cloud resources"),
    text("access.resources.*.type", "类型", "type", 60),
    text("access.resources.*.region", "区域", "region", 60),
    date("access.resources.*.expires_on", "到期日", "expires on"),
)

FIELDS: tuple[Field, ...] = (
    *FILING_FIELDS,
    *SUBJECT_FIELDS,
    *person_fields("subject_pic"),
    *SERVICE_FIELDS,
    *person_fields("service_pic"),
    *ACCESS_FIELDS,
)
"""Each field of the form, once; details of records with ``*`` for the record."""
