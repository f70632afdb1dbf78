"""Keys of the values that filings must not share, so that a second use is found at once."""

import json

import sqlalchemy as sa
from alembic import op

from butler_desktop.domain.case import Shared
from butler_desktop.domain.coexistence import key_of

revision = "0014"
down_revision = "0013"

BLOCK = 2_000
KEYED = (
    ("certificate_key", "subject", "certificate_number", Shared.CERTIFICATE),
    ("domain_key", "service", "domain", Shared.DOMAIN),
    ("subject_mobile_key", "subject_pic", "mobile", Shared.MOBILE),
    ("service_mobile_key", "service_pic", "mobile", Shared.MOBILE),
    ("subject_id_key", "subject_pic", "id_number", Shared.ID_NUMBER),
    ("service_id_key", "service_pic", "id_number", Shared.ID_NUMBER),
)


def upgrade() -> None:
    """Adds the keys and fills them from the forms that are there."""
    for name, *_ in KEYED:
        column = sa.Column(name, sa.String(32), nullable=False, server_default="")
        op.add_column("filings", column)
    connection = op.get_bind()
    table = sa.table("filings", sa.column("id"), *(sa.column(name) for name, *_ in KEYED))
    written = (
        sa.update(table)
        .where(table.c.id == sa.bindparam("of"))
        .values({name: sa.bindparam(f"_{name}") for name, *_ in KEYED})
    )
    forms = connection.execute(sa.text("SELECT id, particulars FROM filings ORDER BY id")).all()
    for start in range(0, len(forms), BLOCK):
        block = forms[start : start + BLOCK]
        connection.execute(written, [{"of": id_, **_keys(form)} for id_, form in block])
    for name, *_ in KEYED:
        op.create_index(op.f(f"ix_filings_{name}"), "filings", [name])


def _keys(form: str | dict[str, dict[str, object]]) -> dict[str, str]:
    document = json.loads(form) if isinstance(form, str) else form
    return {
        f"_{name}": key_of(shared, (document.get(part) or {}).get(field))
        for name, part, field, shared in KEYED
    }
