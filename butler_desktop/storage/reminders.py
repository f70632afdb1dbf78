"""Reminders that are due: read for many filings at once, without their papers."""

from collections.abc import Collection
from datetime import timedelta

from sqlalchemy import select

from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.packet_version import Reminder
from butler_desktop.domain.records import from_record
from butler_desktop.domain.reminder_plan import DueReminder, due_reminder
from butler_desktop.storage.schema import filings, packets
from butler_desktop.storage.work import Work


def reminders_due(work: Work, ids: Collection[str] | None = None) -> dict[str, DueReminder]:
    """The filings of whose deadline the customer is to be reminded now, the nearest first.

    ``ids`` narrows it to some.
    """
    f, p = filings.c, packets.c
    near = work.now + timedelta(hours=max(work.reminder_hours))
    query = (
        select(f.id, f.confirmation_deadline, p.delivered_at, p.reminders)
        .join(packets, p.filing_id == f.id)
        .where(f.state == FilingState.AWAITING_CONFIRMATION, f.due_at > work.now, f.due_at <= near)
        .order_by(f.due_at, f.id, p.version)
    )
    if ids is not None:
        query = query.where(f.id.in_(ids))
    # The newest version comes last and counts.
    found = {
        row.id: due_reminder(
            row.confirmation_deadline,
            row.delivered_at,
            [from_record(Reminder, it) for it in row.reminders],
            work.reminder_hours,
            work.now,
        )
        for row in work.connection.execute(query)
    }
    return {id_: due for id_, due in found.items() if due is not None}
