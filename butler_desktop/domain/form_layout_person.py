"""The fields of one person in charge; the form asks them of both."""

from butler_desktop.domain import form_conditions as when
from butler_desktop.domain.code_tables import CodeRow
from butler_desktop.domain.form_field import Entry, Field
from butler_desktop.domain.form_lines import choice, date, text, tick
from butler_desktop.domain.particulars import Particulars


def is_person_certificate(_: Particulars, row: CodeRow) -> bool:
    """Whether a person shows this paper; the others are for organisations."""
    return bool(row.attributes.get("person_certificate"))


def person_fields(role: str) -> tuple[Field, ...]:
    """The fields of the person in charge who holds ``role``."""
    return (
        text(f"{role}.name", "姓名", "Name", 50).required().masked(),
        tick(f"{role}.is_legal_rep", "是法定代表人", "Is the legal representative").required_when(
            when.is_organisation
        ),
        choice(f"{role}.id_type", "证件类型", "ID type", "certificate_type")
        .required()
        .offering(is_person_certificate),
        text(f"{role}.id_number", "证件号码", "ID number", 30, Entry.CODE)
        .required()
        .masked()
        .named_when(when.has_resident_id(role), "身份证号码", "ID card number"),
        date(f"{role}.id_valid_from", "证件有效期起", "ID valid from").required(),
        date(f"{role}.id_valid_to", "证件有效期至", "ID valid to").required_when(
            when.id_expires(role)
        ),
        tick(f"{role}.id_long_term", "证件长期有效", "ID is permanent"),
        date(f"{role}.birth_date", "出生日期", "Date of birth")
        .required_when(when.id_hides_birth_date(role))
        .masked(),
        text(f"{role}.mobile", "手机号码", "Mobile", 20, Entry.PHONE).required().masked(),
        tick(f"{role}.mobile_is_local", "本省手机号", "Mobile of the province"),
        text(f"{role}.emergency_phone", "应急联系电话", "Emergency phone", 30, Entry.PHONE)
        .required()
        .masked(),
        text(f"{role}.office_phone", "办公电话", "Office phone", 30, Entry.PHONE).masked(),
        text(f"{role}.email", "电子邮箱", "E-mail", 100, Entry.EMAIL).required().masked(),
        choice(f"{role}.im_type", "即时通信", "Messenger", "instant_messenger"),
        text(f"{role}.im_account", "即时通信账号", "Messenger account", 60).masked(),
        text(f"{role}.title", "职务", "Position", 40),
    )
