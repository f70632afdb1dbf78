"""``shared``: the team's database from its owner's side: set up, butlers added, looked at."""

import argparse

from butler_desktop.cli.command import (
    DONE,
    JSON,
    Command,
    Desk,
    argument,
    print_json,
    print_table,
    read_password,
)
from butler_desktop.domain.local_time import iso_local
from butler_desktop.domain.role import MEMBERS, ROLE_WORDS, Role
from butler_desktop.words import Words


def run_init(desk: Desk, given: argparse.Namespace) -> int:
    """Makes schema and roles; run again it changes nothing and says so."""
    from butler_desktop.services.shared import init_shared

    made = init_shared(given.url, given.blobs)
    if made.is_new:
        desk.say(Words(f"共享库 {made.place} 已建好。", f"{made.place} is set up."))
    else:
        desk.say(
            Words(
                f"共享库 {made.place} 已是最新，没有改动。",
                f"{made.place} is up to date; nothing was changed.",
            )
        )
    return DONE


def run_add_butler(desk: Desk, given: argparse.Namespace) -> int:
    """Gives somebody a login role in the server."""
    from butler_desktop.services.shared import add_butler

    password = read_password() if given.password_stdin else ""
    role = Role(given.role)
    made = add_butler(desk.database, given.name, role, password)
    words = Words(
        "{name} 可以{role}身份登录：{place}", "{name} can sign in as {role}: {place}"
    ) if made.is_new else Words(
        "{name} 的身份现在是{role}：{place}", "{name} is {role} now: {place}"
    )  # fmt: skip
    desk.say(words.filled(name=given.name, role=ROLE_WORDS[role], place=made.place))
    if not password and made.is_new:
        desk.say(
            Words(
                "没有设密码；用 --password-stdin 再运行一次可以设。",
                "No password was set; run it again with --password-stdin to set one.",
            )
        )
    return DONE


def run_status(desk: Desk, given: argparse.Namespace) -> int:
    """How the database stands, and which desks keep a replica of it."""
    from butler_desktop.services.shared import shared_status

    status = shared_status(desk.database)
    desks = [
        {
            "station": it.station,
            "mark": it.mark,
            "actor": it.actor,
            "seen_at": iso_local(it.seen_at),
        }
        for it in status.desks
    ]
    if given.json:
        print_json(
            {
                "schema": status.schema,
                "desks": desks,
                "orders": status.orders,
                "journal_head": status.journal_head,
                "clock": iso_local(status.clock),
            }
        )
        return DONE
    desk.say(
        Words(
            f"结构 {status.schema}，{status.orders} 个订单，日志 {status.journal_head} 条，"
            f"库内时间 {iso_local(status.clock)}；附件存于{status.blobs or '库内'}。",
            f"Schema {status.schema}, {status.orders} orders, {status.journal_head} acts,"
            f" its clock {iso_local(status.clock)}; files in {status.blobs or 'the database'}.",
        )
    )
    if desks:
        print_table([[f"D{it['mark']}", str(it["actor"]), str(it["seen_at"])] for it in desks])
    return DONE


COMMANDS = (
    Command(
        "shared init",
        "建立共享库的表和角色 schema and roles in an empty PostgreSQL database, as its owner",
        run_init,
        (
            argument("url", metavar="URL", help="postgresql://owner@server/database"),
            argument(
                "--blobs",
                metavar="PLACE",
                help="附件放在哪里 where attachments lie: a folder, s3://…; '' is in the database",
            ),
        ),
    ),
    Command(
        "shared add-butler",
        "添加成员 a login role for a member of the team",
        run_add_butler,
        (
            argument("name", metavar="NAME", help="姓名 the name, as it stands in the journal"),
            argument("--role", required=True, choices=[str(role) for role in MEMBERS]),
            argument("--password-stdin", action="store_true", help="one line on standard input"),
        ),
    ),
    Command("shared status", "共享库现状 how the shared database stands", run_status, (JSON,)),
)
