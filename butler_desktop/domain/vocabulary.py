"""The words that every layer shares: filing kinds, parties, order states.

Terms and identifiers are those of the glossary.
"""

from enum import StrEnum

from butler_desktop.words import Words


class FilingKind(StrEnum):
    """The four kinds that the service sells (service description 2.1)."""

    FIRST_FILING = "first_filing"
    NEW_SERVICE = "new_service"
    ACCESS_FILING = "access_filing"
    CHANGE_FILING = "change_filing"


FILING_KIND_WORDS = {
    FilingKind.FIRST_FILING: Words("首次备案", "First filing"),
    FilingKind.NEW_SERVICE: Words("新增互联网信息服务", "New service"),
    FilingKind.ACCESS_FILING: Words("接入备案", "Access filing"),
    FilingKind.CHANGE_FILING: Words("变更备案", "Change filing"),
}

FILING_KIND_SHORT = FILING_KIND_WORDS | {
    FilingKind.NEW_SERVICE: Words("新增服务", "New service"),
}
"""For lists, where a cell is narrow."""


class Party(StrEnum):
    """Whose turn it is, or who decides."""

    BUTLER = "butler"
    CUSTOMER = "customer"
    REVIEWER = "reviewer"
    PERSONS_IN_CHARGE = "persons_in_charge"
    AUTHORITY_SYSTEM = "authority_system"
    AUTHORITY = "authority"
    SYSTEM = "system"
    NOBODY = "nobody"


PARTY_WORDS = {
    Party.BUTLER: Words("管家", "Butler"),
    Party.CUSTOMER: Words("客户", "Customer"),
    Party.REVIEWER: Words("初审人", "Reviewer"),
    Party.PERSONS_IN_CHARGE: Words("负责人", "Persons in charge"),
    Party.AUTHORITY_SYSTEM: Words("工信部系统", "MIIT system"),
    Party.AUTHORITY: Words("管局", "Authority"),
    Party.SYSTEM: Words("系统", "System"),
    Party.NOBODY: Words("无", "Nobody"),
}
