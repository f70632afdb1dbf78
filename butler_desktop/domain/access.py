"""Access: where and how the service reaches the network (接入信息)."""

from dataclasses import dataclass
from typing import ClassVar

from butler_desktop.domain.form_part import FormPart


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Resource(FormPart):
    """A cloud resource that the filing stands on."""

    KEY: ClassVar[str] = "id"

    id: str | None = None
    type: str | None = None
    region: str | None = None
    expires_on: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Access(FormPart):
    """The access information; server locations are province codes."""

    access_provider: str | None = None
    access_methods: tuple[str, ...] = ()
    ip_ranges: tuple[str, ...] = ()
    """Single addresses or ``start-end``."""
    server_locations: tuple[str, ...] = ()
    resources: tuple[Resource, ...] = ()
