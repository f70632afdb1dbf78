"""Place memory: reads off the pages where everything is, and puts it back at the next start."""

from dataclasses import replace
from datetime import datetime

from butler_desktop.domain.views import View
from butler_desktop.domain.worklist import FilingFilter, Sorting
from butler_desktop.ui.detail.detail_tabs import tab_at
from butler_desktop.ui.look import look
from butler_desktop.ui.main_window import MainWindow
from butler_desktop.ui.orders.orders_page import OrdersPage
from butler_desktop.ui.places import IMPORT, ORDERS, START, view_of
from butler_desktop.ui.queue.queue_page import QueuePage
from butler_desktop.ui.today.today_page import TodayPage
from butler_desktop.ui.window_state import WindowState

PASSING = {IMPORT: ORDERS, START: ORDERS}
"""Places that are no place to start at, and the list behind each."""


def restore(
    state: WindowState,
    window: MainWindow,
    queue: QueuePage,
    orders: OrdersPage,
    today: TodayPage,
) -> None:
    """Puts the pages where they were."""
    queue.sort_by(Sorting(state.sort, state.descending))
    queue.set_layout(state.layout)
    queue.detail.tabs.go_to(tab_at(state.tab))
    view = view_of(state.place) or View.ALL
    queue.show_filter(_filter(view, state), state.filing or None)
    today.whose.set_index(int(state.today_team))
    today.read_until = _moment(state.today_read)
    if state.order:
        orders.show_order(state.order)
    window.go(state.place)
    if state.queue_sizes:
        queue.keep_sizes(state.queue_sizes)
    if state.orders_sizes:
        orders.keep_sizes(state.orders_sizes)


def present(
    before: WindowState,
    window: MainWindow,
    queue: QueuePage,
    orders: OrdersPage,
    today: TodayPage,
) -> WindowState:
    """Where everything is now; ``before`` gives what the pages do not know."""
    filters = queue.filters.filter
    return replace(
        before,
        place=PASSING.get(window.place, window.place) or before.place,
        filing=queue.current or "",
        order=orders.current or "",
        layout=queue.layout_name,
        tab=int(queue.detail.tab),
        collapsed=window.navigation.collapsed,
        zoom=look().zoom,
        queue_sizes=queue.sizes(),
        orders_sizes=orders.sizes(),
        filters={
            "text": filters.text,
            "provinces": list(filters.provinces),
            "kinds": list(filters.kinds),
            "due_within_days": filters.due_within_days,
            "mine_only": filters.mine_only,
        },
        sort=queue.sorting.key,
        descending=queue.sorting.descending,
        today_team=bool(today.whose.index()),
        today_read=today.read_until.isoformat() if today.read_until else "",
    )


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:
        return None


def _filter(view: View | None, state: WindowState) -> FilingFilter:
    """The filter that was in force when the window closed."""
    kept = state.filters
    days = kept.get("due_within_days")
    return FilingFilter(
        view=view,
        text=str(kept.get("text", "")),
        provinces=tuple(kept.get("provinces") or ()),
        kinds=tuple(kept.get("kinds") or ()),
        due_within_days=days if isinstance(days, int) else None,
        mine_only=bool(kept.get("mine_only", view is View.MINE)),
    )
