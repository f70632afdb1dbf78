"""Keeping saved views: in the database one works on; on a replica they are the laptop's own."""

from typing import Any

from sqlalchemy import delete, insert, or_, select, update

from butler_desktop.domain.records import from_record, to_record
from butler_desktop.domain.saved_view import SavedView
from butler_desktop.domain.worklist import FilingFilter, Sorting
from butler_desktop.storage.schema import saved_views
from butler_desktop.storage.work import Work


def views_for(work: Work) -> tuple[SavedView, ...]:
    """One's own and the team's, by name."""
    v = saved_views.c
    query = select(saved_views).where(or_(v.owner == work.actor, v.is_team))
    rows = work.connection.execute(query.order_by(v.name, v.id)).mappings()
    return tuple(
        SavedView(
            row["id"],
            row["name"],
            row["owner"],
            row["is_team"],
            from_record(FilingFilter, row["wanted"]),
            from_record(Sorting, row["sorting"]),
            row["layout"],
        )
        for row in rows
    )


def add_view(work: Work, view: SavedView) -> None:
    """Keeps a new one."""
    work.connection.execute(insert(saved_views).values(**_row(view)))


def put_view(work: Work, view: SavedView) -> None:
    """Keeps a changed one; nothing where it was removed meanwhile."""
    row = _row(view)
    work.connection.execute(update(saved_views).where(saved_views.c.id == view.id).values(**row))


def remove_view(work: Work, view_id: str) -> None:
    """Forgets one."""
    work.connection.execute(delete(saved_views).where(saved_views.c.id == view_id))


def _row(view: SavedView) -> dict[str, Any]:
    return {
        "id": view.id,
        "name": view.name,
        "owner": view.owner,
        "is_team": view.is_team,
        "wanted": to_record(view.wanted),
        "sorting": to_record(view.sorting),
        "layout": view.layout,
    }
