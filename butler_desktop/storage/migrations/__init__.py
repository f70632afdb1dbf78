"""Migrations of the database, run by ``storage.upgrade``.

One file a version in ``versions``. May import: SQLAlchemy and Alembic only, so
that an old migration never changes its meaning when the program does.
"""
