"""How orders and filings are kept: database, journal, migrations, listings, blobs, rulebook files.

The only home of SQLAlchemy and Alembic. No row, session or cursor leaves this
package: frozen values of the domain go out and come in.

May import: ``domain``, ``resources``, ``settings``, ``errors``, ``words``.
"""
