"""A database that a team shares, and replicas of it.

On PostgreSQL: the journal's transactions, the rules that hold against any
client, and the tables of a team. On SQLite: what a replica keeps.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

UTC_TIME = sa.String(length=27).with_variant(sa.DateTime(timezone=True), "postgresql")

ORDER_ID = {"orders": "id"}
TRACED = ("orders", "filings", "materials", "packets", "contacts", "ratings", "refunds")

POSTGRES = """
CREATE FUNCTION butler_is_owner(of_table oid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT pg_get_userbyid(relowner) = session_user FROM pg_class WHERE oid = of_table
$$;

CREATE FUNCTION butler_journal_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - 'xid' = to_jsonb(NEW) - 'xid' THEN
        RETURN NEW;  -- a restored database gives its rows places anew; their content stays
    END IF;
    RAISE EXCEPTION 'rows of the journal are never changed or deleted' USING ERRCODE = 'BU001';
END $$;
CREATE TRIGGER journal_is_final BEFORE UPDATE OR DELETE ON journal
    FOR EACH ROW EXECUTE FUNCTION butler_journal_is_final();
CREATE TRIGGER journal_is_kept BEFORE TRUNCATE ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION butler_journal_is_final();

CREATE FUNCTION butler_journal_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.actor <> session_user AND NOT butler_is_owner(TG_RELID) THEN
        RAISE EXCEPTION 'the act is not by who is signed in' USING ERRCODE = 'BU001';
    END IF;
    IF NEW.revision <> 1 + coalesce(
        (SELECT max(revision) FROM journal WHERE order_id = NEW.order_id), 0)
    THEN
        RAISE EXCEPTION 'the order is at another revision' USING ERRCODE = 'unique_violation';
    END IF;
    NEW.xid := pg_current_xact_id();
    RETURN NEW;
END $$;
CREATE TRIGGER journal_row BEFORE INSERT ON journal
    FOR EACH ROW EXECUTE FUNCTION butler_journal_row();

CREATE FUNCTION butler_journal_news() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('butler_journal', '');  -- the same news twice in a transaction is sent once
    RETURN NULL;
END $$;
CREATE TRIGGER journal_news AFTER INSERT ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION butler_journal_news();

CREATE FUNCTION butler_traced() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    of_order text := to_jsonb(NEW) ->> TG_ARGV[0];
BEGIN
    IF NOT butler_is_owner(TG_RELID) AND NOT EXISTS (
        SELECT 1 FROM journal WHERE order_id = of_order AND xid = pg_current_xact_id())
    THEN
        RAISE EXCEPTION 'nothing changes without its row in the journal' USING ERRCODE = 'BU001';
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION butler_handed_over() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.butler <> OLD.butler AND OLD.butler NOT IN ('', session_user)
        AND NOT butler_is_owner(TG_RELID)
        AND NOT pg_has_role(session_user, 'butler_desktop_supervisor', 'member')
    THEN
        RAISE EXCEPTION 'only its butler or a supervisor hands it over' USING ERRCODE = 'BU001';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER orders_handed_over BEFORE UPDATE OF butler ON orders
    FOR EACH ROW EXECUTE FUNCTION butler_handed_over();
CREATE TRIGGER filings_handed_over BEFORE UPDATE OF butler ON filings
    FOR EACH ROW EXECUTE FUNCTION butler_handed_over();

CREATE FUNCTION butler_own_desk() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.actor <> session_user AND NOT butler_is_owner(TG_RELID) THEN
        RAISE EXCEPTION 'a desk speaks for who is signed in' USING ERRCODE = 'BU001';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER desks_own BEFORE INSERT OR UPDATE ON desks
    FOR EACH ROW EXECUTE FUNCTION butler_own_desk();
CREATE TRIGGER presence_own BEFORE INSERT OR UPDATE ON presence
    FOR EACH ROW EXECUTE FUNCTION butler_own_desk();

CREATE FUNCTION butler_presence_news() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('butler_presence', '');
    RETURN NULL;
END $$;
CREATE TRIGGER presence_news AFTER INSERT OR DELETE OR UPDATE OF filing_id, doing ON presence
    FOR EACH STATEMENT EXECUTE FUNCTION butler_presence_news();

CREATE FUNCTION butler_blob_is_whole() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    content bytea;
BEGIN
    IF TG_OP <> 'INSERT' THEN
        RAISE EXCEPTION 'attachments are never changed or deleted' USING ERRCODE = 'BU001';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended(NEW.sha256, 0));
    SELECT coalesce(string_agg(data, ''::bytea ORDER BY piece), ''::bytea) INTO content
        FROM blob_pieces WHERE sha256 = NEW.sha256;
    IF encode(sha256(content), 'hex') <> NEW.sha256 OR length(content) <> NEW.byte_size THEN
        RAISE EXCEPTION 'the attachment is not whole' USING ERRCODE = 'BU001';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER blobs_whole BEFORE INSERT OR UPDATE OR DELETE ON blobs
    FOR EACH ROW EXECUTE FUNCTION butler_blob_is_whole();

CREATE FUNCTION butler_blob_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    changed text := CASE TG_OP WHEN 'DELETE' THEN OLD.sha256 ELSE NEW.sha256 END;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(changed, 0));
    IF TG_OP = 'UPDATE' OR EXISTS (SELECT 1 FROM blobs WHERE sha256 = changed) THEN
        IF TG_OP = 'INSERT' THEN
            RETURN NULL;  -- another desk was quicker: nothing to add
        END IF;
        RAISE EXCEPTION 'attachments are never changed or deleted' USING ERRCODE = 'BU001';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER blob_pieces_final BEFORE INSERT OR UPDATE OR DELETE ON blob_pieces
    FOR EACH ROW EXECUTE FUNCTION butler_blob_is_final();
"""

TRACE = """
CREATE CONSTRAINT TRIGGER {table}_traced AFTER INSERT OR UPDATE ON {table}
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION butler_traced('{column}');
"""

JOURNAL_DELETE = """
CREATE TRIGGER journal_delete BEFORE DELETE ON journal
WHEN NOT EXISTS (SELECT 1 FROM outbox WHERE act_id = OLD.id AND standing = 'queued')
BEGIN
    SELECT RAISE(ABORT, 'rows of the journal are never changed or deleted');
END
"""


def upgrade() -> None:
    """Makes what the database's kind needs."""
    if op.get_bind().dialect.name == "postgresql":
        _upgrade_shared()
    else:
        _upgrade_desk()


def _upgrade_shared() -> None:
    op.create_table(
        "desks",
        sa.Column("station", sa.String(length=64), nullable=False),
        sa.Column("mark", sa.Integer(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("rounds", sa.BigInteger(), nullable=False),
        sa.Column("seen_at", UTC_TIME, nullable=False),
        sa.PrimaryKeyConstraint("station", name=op.f("pk_desks")),
        sa.UniqueConstraint("mark", name=op.f("uq_desks_mark")),
    )
    op.create_table(
        "presence",
        sa.Column("station", sa.String(length=64), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("filing_id", sa.String(length=36), nullable=False),
        sa.Column("doing", sa.String(length=16), nullable=False),
        sa.Column("at", UTC_TIME, nullable=False),
        sa.PrimaryKeyConstraint("station", name=op.f("pk_presence")),
    )
    op.create_table(
        "facts",
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_facts")),
    )
    op.create_table(
        "blobs",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("byte_size", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_blobs")),
    )
    op.create_table(
        "blob_pieces",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("piece", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", "piece", name=op.f("pk_blob_pieces")),
    )
    op.execute("ALTER TABLE journal ADD COLUMN xid xid8 NOT NULL DEFAULT pg_current_xact_id()")
    op.execute("CREATE INDEX ix_journal_xid ON journal (xid)")
    # Several statements at once, and signs that mean something to SQLAlchemy's text().
    bare, bind = {"no_parameters": True}, op.get_bind()
    bind.exec_driver_sql(POSTGRES, execution_options=bare)
    for table in TRACED:
        trace = TRACE.format(table=table, column=ORDER_ID.get(table, "order_id"))
        bind.exec_driver_sql(trace, execution_options=bare)


def _upgrade_desk() -> None:
    op.create_table(
        "replica",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("shared_url", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("station", sa.String(length=64), nullable=False),
        sa.Column("mark", sa.Integer(), nullable=False),
        sa.Column("epoch", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("blobs", sa.Text(), nullable=False),
        sa.Column("rounds", sa.BigInteger(), nullable=False),
        sa.Column("pause", sa.Text(), nullable=False),
        sa.Column("is_allowed", sa.Boolean(), nullable=False),
        sa.Column("synced_at", UTC_TIME, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_replica")),
    )
    op.create_table(
        "outbox",
        sa.Column("act_id", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("order_id", sa.String(length=36), nullable=False),
        sa.Column("act", sa.String(length=64), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("station", sa.Text(), nullable=False),
        sa.Column("made_at", UTC_TIME, nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.Column("standing", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.JSON(), nullable=False),
        sa.Column("decisions", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("act_id", name=op.f("pk_outbox")),
    )
    op.create_table(
        "given_numbers",
        sa.Column("prefix", sa.String(length=64), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("prefix", name=op.f("pk_given_numbers")),
    )
    op.create_index("ix_outbox_order_id", "outbox", ["order_id", "position"])
    op.execute("DROP TRIGGER journal_delete")
    op.execute(JOURNAL_DELETE)
