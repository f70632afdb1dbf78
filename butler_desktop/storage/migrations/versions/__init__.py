"""The migrations, numbered in order. May import: SQLAlchemy and Alembic only."""
