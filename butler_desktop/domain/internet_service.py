"""InternetService: the website or app that is filed (互联网信息服务)."""

from dataclasses import dataclass
from typing import ClassVar

from butler_desktop.domain.form_part import FormPart


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PreApproval(FormPart):
    """A permit that some content needs before filing, by its type; ``none`` is a type too."""

    KEY: ClassVar[str] = "type"

    type: str | None = None
    number: str | None = None
    holder: str | None = None
    approver: str | None = None
    valid_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Platform(FormPart):
    """What one platform of an app adds: its package and the signing certificate."""

    KEY: ClassVar[str] = "platform"

    platform: str | None = None
    app_name: str | None = None
    """What the app is called there; it must be the filed name."""
    package_name: str | None = None
    public_key: str | None = None
    signature_fingerprint: str | None = None
    domains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Sdk(FormPart):
    """A third party's SDK inside an app."""

    KEY: ClassVar[str] = "name"

    name: str | None = None
    provider: str | None = None
    category: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class InternetService(FormPart):
    """The service itself; websites and apps use different fields of it. Dates are ISO text."""

    service_kind: str | None = None
    service_name: str | None = None
    service_contents: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    pre_approvals: tuple[PreApproval, ...] = ()
    service_remark: str | None = None
    is_commercial: bool | None = None
    domain: str | None = None
    extra_domains: tuple[str, ...] = ()
    """Only of records older than the rule of one domain per site; the list may only shrink."""
    home_url: str | None = None
    site_usage: str | None = None
    platforms: tuple[Platform, ...] = ()
    domains: tuple[str, ...] = ()
    """The domains that an app uses."""
    sdk_services: tuple[Sdk, ...] = ()
    appid: str | None = None
    domain_registrar: str | None = None
    domain_registrant_name: str | None = None
    domain_registrant_certificate_type: str | None = None
    domain_registrant_certificate_number: str | None = None
    domain_realname_on: str | None = None
    domain_expires_on: str | None = None
    dns_state: str | None = None
