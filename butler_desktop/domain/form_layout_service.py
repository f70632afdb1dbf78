"""The fields of the internet service: what websites and apps share, and what each adds."""

from butler_desktop.domain import form_conditions as when
from butler_desktop.domain.code_tables import CodeRow
from butler_desktop.domain.form_field import Entry
from butler_desktop.domain.form_lines import choice, choices, date, long_text, text, texts, tick
from butler_desktop.domain.particulars import Particulars


def _is_content_for_sponsor(form: Particulars, row: CodeRow) -> bool:
    return not when.is_individual(form) or bool(row.attributes.get("personal_allowed"))


def _is_pre_approval_for_sponsor(form: Particulars, row: CodeRow) -> bool:
    return not when.is_individual(form) or row.id == "none"


NAME_FIELDS = (
    choice("service.service_kind", "服务类型", "Service kind", "internet_service_kind").required(),
    text("service.service_name", "服务名称", "Service name", 60)
    .required()
    .named_when(when.is_website, "网站名称", "Website name")
    .named_when(when.is_app, "APP 名称", "App name"),
)

WEBSITE_FIELDS = (
    text("service.domain", "域名", "Domain", 253, Entry.DOMAIN).required_when(when.is_website),
    text("service.home_url", "首页网址", "Home page", 253, Entry.DOMAIN).required_when(
        when.is_website
    ),
    texts(
        "service.extra_domains", "历史多域名", "Other domains on record", Entry.DOMAIN
    ).shown_when(when.has_old_record),
)

APP_FIELDS = (
    choices("service.platforms", "运行平台", "Platforms", "app_platform").required_when(
        when.is_app
    ),
    text("service.platforms.*.app_name", "平台上的名称", "name on the platform", 60)
    .shown_when(when.is_app)
    .of_each("app_platform"),
    text("service.platforms.*.package_name", "包名", "package name", 200)
    .required_when(when.is_app)
    .of_each("app_platform"),
    long_text("service.platforms.*.public_key", "公钥", "public key", 4000, Entry.FINGERPRINT)
    .required_when(when.is_app)
    .of_each("app_platform"),
    text(
        "service.platforms.*.signature_fingerprint",
        "签名指纹",
        "signature fingerprint",
        100,
        Entry.FINGERPRINT,
    )
    .required_when(when.is_app)
    .of_each("app_platform"),
    texts("service.platforms.*.domains", "使用的域名", "domains used", Entry.DOMAIN)
    .shown_when(when.is_app)
    .of_each("app_platform"),
    texts("service.domains", "APP 域名", "App domains", Entry.DOMAIN).shown_when(when.is_app),
    texts("service.sdk_services", "第三方 SDK", "Third-party SDKs").shown_when(when.is_app),
    text("service.sdk_services.*.provider", "提供方", "provider", 100).required_when(when.is_app),
    text("service.sdk_services.*.category", "类别", "category", 60).shown_when(when.is_app),
    text("service.appid", "平台 AppID", "Platform app ID", 60).required_when(
        when.is_platform_program
    ),
)

DOMAIN_FIELDS = tuple(
    field.required(when.uses_domain).shown_when(when.may_use_domain)
    for field in (
        text("service.domain_registrar", "域名注册商", "Registrar", 100),
        text("service.domain_registrant_name", "域名所有者", "Registrant", 100),
        text(
            "service.domain_registrant_certificate_number",
            "域名所有者证件号码",
            "Registrant's certificate number",
            60,
            Entry.CODE,
        ).masked(),
        date("service.domain_realname_on", "域名实名认证日", "Domain real-name verified on"),
        date("service.domain_expires_on", "域名到期日", "Domain expires on"),
    )
)

DOMAIN_STATE_FIELDS = (
    choice(
        "service.domain_registrant_certificate_type",
        "域名所有者证件类型",
        "Registrant's certificate type",
        "domain_certificate_type",
    ).shown_when(when.may_use_domain),
    choice("service.dns_state", "解析状态", "DNS resolution", "dns_state").required_when(
        when.is_website
    ),
    choice("service.site_usage", "网站用途", "Use of the site", "site_usage").shown_when(
        when.is_website
    ),
)

CONTENT_FIELDS = (
    choices("service.service_contents", "服务内容", "Content", "service_content_type")
    .required()
    .offering(_is_content_for_sponsor),
    choices("service.languages", "语言类别", "Languages", "language").required(),
    choices("service.pre_approvals", "前置审批", "Pre-approvals", "pre_approval_type")
    .required()
    .offering(_is_pre_approval_for_sponsor),
    text("service.pre_approvals.*.number", "批准文号", "permit number", 100)
    .required()
    .of_each("pre_approval_type"),
    text("service.pre_approvals.*.holder", "持有单位", "permit holder", 100).of_each(
        "pre_approval_type"
    ),
    text("service.pre_approvals.*.approver", "批准机关", "approving office", 100).of_each(
        "pre_approval_type"
    ),
    date("service.pre_approvals.*.valid_to", "批文有效期至", "permit valid to").of_each(
        "pre_approval_type"
    ),
    tick("service.is_commercial", "涉及经营性", "Commercial"),
    long_text("service.service_remark", "服务备注", "Service remark", 200).required(
        when.needs_remark
    ),
)

SERVICE_FIELDS = (
    *NAME_FIELDS,
    *WEBSITE_FIELDS,
    *APP_FIELDS,
    *DOMAIN_FIELDS,
    *DOMAIN_STATE_FIELDS,
    *CONTENT_FIELDS,
)
