"""The demo: the main job on sample data, played through the services as a butler would do it."""

import csv
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any, TypeVar

from butler_desktop import resources
from butler_desktop.domain.contact import Outcome
from butler_desktop.domain.filing import Filing
from butler_desktop.domain.filing_states import FilingState
from butler_desktop.domain.local_time import SHANGHAI, local
from butler_desktop.domain.money import format_yuan
from butler_desktop.domain.particulars import Particulars
from butler_desktop.domain.transition import Action
from butler_desktop.domain.vocabulary import FILING_KIND_WORDS, FilingKind
from butler_desktop.domain.workdays import WorkingCalendar
from butler_desktop.services.contacts import log_contact, log_order_contact
from butler_desktop.services.demo_plan import (
    AT_MOST,
    AT_ONCE,
    DWELL,
    FIRST_CALL,
    GIVEN,
    ORDERS,
    OTHER_SCAN,
    OWED,
    PATHS,
    SCANS,
    SHORTLY,
    WEIGHTS,
    PlannedFiling,
    PlannedOrder,
    PlannedPromise,
)
from butler_desktop.services.filing_view import filing_view
from butler_desktop.services.filings import fill_form, request_filing
from butler_desktop.services.materials import attach_material
from butler_desktop.services.order_import import preview_orders, take_orders
from butler_desktop.services.packets import act_with_packet
from butler_desktop.services.progress import QUIET, Progress
from butler_desktop.storage.work import Workspace

DEMO_NOW = datetime(2026, 3, 18, 10, 42, tzinfo=SHANGHAI).astimezone(UTC)
"""The moment at which the sample screenshots are taken: a working Wednesday."""

BUTLER = "林晓雯"
PROMISED = timedelta(minutes=30)
"""So long ago the demo's promises were made."""
Place = TypeVar("Place", datetime, timedelta)
HEADS = (
    "订单号",
    "客户名称",
    "联系人",
    "联系电话",
    "电子邮箱",
    "管家规格",
    "服务类型",
    "备案网站个数",
    "单价(元)",
    "优惠券抵扣(元)",
    "代金券抵扣(元)",
    "实付金额(元)",
    "支付方式",
    "支付时间",
    "开通状态",
    "备注",
)


UNIT_PRICE_FEN = 60_000
"""What a site of the demo's orders costs."""


@dataclass(frozen=True, slots=True)
class Demo:
    """What the demo made. ``main_filing`` went the whole way."""

    orders_file: Path
    main_order: str
    main_filing: str
    filing_count: int
    order_count: int


def load_demo(workspace: Workspace, folder: Path, progress: Progress = QUIET) -> Demo:
    """Plays the demo into an empty workspace; the order workbook is written into ``folder``.

    Times run up to the workspace's present: the orders were bought days to
    minutes ago, and each act happens at a plausible moment since.
    """
    now = workspace.now()
    forms = _forms(workspace)
    plans = [_Planned(plan, number, forms) for number, plan in _numbered(now)]
    orders_file = folder / "orders.csv"
    _write_orders(orders_file, plans, now)
    with workspace.reading() as work:
        preview = preview_orders(work, orders_file)
    order_count = take_orders(workspace, preview, take_good_rows=False)
    made: list[Filing] = []
    for done, planned in enumerate(plans):
        progress.step(done, len(plans), planned.customer)
        made += [_played(workspace, planned, plan, now) for plan in planned.plan.filings]
        if planned.plan.promise is not None:
            _promise_about_order(workspace, planned, planned.plan.promise, now)
    return Demo(orders_file, plans[0].number, made[0].number, len(made), order_count)


class _Planned:
    """A planned order with the number and the customer that it gets."""

    def __init__(self, plan: PlannedOrder, number: str, forms: dict[str, Particulars]) -> None:
        self.plan = plan
        self.number = number
        self.forms = forms
        self.form = forms[plan.filings[0].form]

    @property
    def customer(self) -> str:
        return self.form.subject.sponsor_name or ""

    def row(self, now: datetime) -> list[str]:
        """The line of the order workbook."""
        paid = format_yuan(self.plan.sites * UNIT_PRICE_FEN)
        person = self.form.subject_pic
        return [
            self.number,
            self.customer,
            person.name or "",
            person.mobile or "",
            person.email or "",
            "标准版",
            FILING_KIND_WORDS[FilingKind(self.form.filing_kind or "")].zh,
            str(self.plan.sites),
            format_yuan(UNIT_PRICE_FEN),
            "0",
            "0",
            paid,
            "对公转账",
            f"{local(now - self.plan.age):%Y-%m-%d %H:%M:%S}",
            "已开通",
            self.plan.remark,
        ]


def _numbered(now: datetime) -> list[tuple[str, PlannedOrder]]:
    return [
        (f"DD-{local(now - plan.age):%y%m%d}-{place:04d}", plan)
        for place, plan in enumerate(ORDERS, start=1)
    ]


def _write_orders(target: Path, plans: list[_Planned], now: datetime) -> None:
    with target.open("w", encoding="utf-8-sig", newline="") as stream:
        lines = csv.writer(stream)
        lines.writerow(HEADS)
        lines.writerows(planned.row(now) for planned in plans)


def _forms(workspace: Workspace) -> dict[str, Particulars]:
    entries: list[dict[str, Any]] = json.loads(
        (resources.folder("samples") / "forms.json").read_text(encoding="utf-8")
    )
    provinces = workspace.rulebook.provinces
    return {entry["id"]: Particulars.from_form_file(entry, provinces) for entry in entries}


def _played(workspace: Workspace, planned: _Planned, plan: PlannedFiling, now: datetime) -> Filing:
    """Starts one filing and brings it to its planned state, act by act."""
    form = _renamed(planned.forms[plan.form], plan)
    bought = now - planned.plan.age
    with _at(workspace, bought).editing() as work:
        asked = _asked_for(form)
        filing = request_filing(work, work.order_id(planned.number), asked)
    for action, moment in _moments(plan.target, bought, now, workspace.rulebook.calendar):
        desk = _at(workspace, moment)
        if action is Action.START_COLLECTING:
            with desk.editing() as work:
                fill_form(work, filing.id, form)
        filing = act_with_packet(desk, filing.id, action, _given(workspace, action, form))
        if action is Action.START_COLLECTING:
            _attach(desk, filing.id, is_whole=plan.target is not FilingState.COLLECTING)
    if plan.promise is not None:
        given = {
            "note": "客户问到人脸核验。",
            "promise_at": (now + plan.promise.ahead).isoformat(),
            "promise_note": plan.promise.note,
        }
        with _at(workspace, now - PROMISED).editing() as work:
            log_contact(work, filing.id, Outcome.REACHED, given)
    return filing


def _promise_about_order(
    workspace: Workspace, planned: _Planned, promise: PlannedPromise, now: datetime
) -> None:
    with _at(workspace, now - PROMISED).editing() as work:
        order_id, until = work.order_id(planned.number), now + promise.ahead
        said = "客户还在准备其余网站的资料。"
        log_order_contact(work, order_id, Outcome.REACHED, said, until, promise.note)


def _asked_for(form: Particulars) -> Particulars:
    """What a customer says when a filing is asked for."""
    asked = Particulars.empty(form.filing_kind or "")
    for path in ("province", "subject.sponsor_name", "service.service_kind", "service.domain"):
        if value := form.get(path):
            asked = asked.with_value(path, value)
    return asked


def _at(workspace: Workspace, moment: datetime) -> Workspace:
    """The workspace with its clock standing at ``moment``."""
    return replace(workspace, clock=lambda: moment)


def _renamed(form: Particulars, plan: PlannedFiling) -> Particulars:
    if not plan.service:
        return form
    for path, value in (
        ("service.service_name", plan.service),
        ("service.domain", plan.domain),
        ("service.home_url", f"www.{plan.domain}"),
    ):
        form = form.with_value(path, value)
    return form


def _attach(desk: Workspace, filing_id: str, *, is_whole: bool) -> None:
    """Attaches a sample scan for each paper that is needed; not all while still collecting."""
    with desk.reading() as work:
        missing = [item.kind for item in filing_view(work, filing_id).checklist if item.is_missing]
    for kind in missing if is_whole else missing[:-OWED]:
        scan = SCANS.get(kind, OTHER_SCAN)
        attach_material(desk, filing_id, kind, resources.folder("samples") / "scans" / scan)


def _given(workspace: Workspace, action: Action, form: Particulars) -> dict[str, str]:
    if action is not Action.APPROVE:
        return GIVEN.get(action, {})
    province = workspace.rulebook.provinces.named(form.province or "")
    subject = f"{province.icp_abbr if province else '京'}ICP备2026001234号"
    return {"subject_number": subject, "service_number": f"{subject}-1"}


def _moments(
    reached: FilingState, bought: datetime, now: datetime, calendar: WorkingCalendar
) -> list[tuple[Action, datetime]]:
    """When each act happens: in order, before ``now``, within working hours as a rule."""
    actions = PATHS[reached]
    opens = bought if calendar.is_open(bought) else calendar.next_opening(bought)
    first = min(opens + FIRST_CALL, now)
    total = calendar.working_time_between(first, now)
    total = max(total - DWELL.get(reached, SHORTLY), total / 3)
    shares = list(accumulate(WEIGHTS.get(action, 0.5) for action in actions))
    whole = shares[-1] if shares else 0
    spent = _closer(actions, [total * (share / whole if whole else 0) for share in shares], AT_MOST)
    moments = [min(calendar.add_working_time(first, each), now) for each in spent]
    return list(zip(actions, _closer(actions, moments, AT_ONCE), strict=True))


def _closer(
    actions: Sequence[Action], places: Sequence[Place], most: Mapping[Action, timedelta]
) -> list[Place]:
    """The places, each act moved towards the next one until it is no further than ``most``."""
    moved = list(places)
    for at in reversed(range(len(moved) - 1)):
        gap = most.get(actions[at + 1])
        if gap is not None:
            moved[at] = max(moved[at], moved[at + 1] - gap)
    return moved
