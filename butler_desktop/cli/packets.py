"""``packet`` and ``verify``: the confirmation packet and the check of a paper."""

import argparse
import os
from pathlib import Path
from typing import Any

from butler_desktop.cli.command import (
    DONE,
    JSON,
    REFUSED,
    Command,
    Desk,
    argument,
    print_json,
    read_password,
    readable,
)
from butler_desktop.words import Words


def run_packet(desk: Desk, given: argparse.Namespace) -> int:
    """Renders the next version of the packet, or the present one again."""
    from butler_desktop.services.packets import export_packet, make_packet

    with desk.workspace.reading() as work:
        filing_id = work.filing_id(given.filing)
    made = make_packet(desk.workspace, filing_id, delta=given.delta)
    target = Path(given.output or f"{given.filing}-v{made.packet.version}.pdf")
    if given.sign:
        from butler_desktop.services.signing import export_signed

        password = read_password() if given.password_stdin else ""
        certificate, keep = Path(given.sign), given.keep_password
        export_signed(
            desk.workspace, filing_id, made.packet.id, target, certificate, password, keep=keep
        )
    else:
        export_packet(desk.workspace, filing_id, made.packet.id, target)
    desk.say(
        Words(
            f"确认包第 {made.packet.version} 版，{made.packet.page_count} 页：{target}",
            f"Packet version {made.packet.version}, {made.packet.page_count} pages: {target}",
        )
    )
    return DONE


def run_verify(desk: Desk, given: argparse.Namespace) -> int:
    """Which filing and version a paper is, and whether the file is whole."""
    from butler_desktop.services.verification import standing, verify_paper

    verdict = verify_paper(readable(given.file))
    place = None
    named = given.database or os.environ.get("BUTLER_DATABASE")
    if named or desk.has_workspace:
        with desk.workspace.reading() as work:
            place = standing(work, verdict)
    whole = (verdict.whole or verdict.is_signed) and (
        place is None or place.is_our_file or not place.issued
    )
    good = whole and (place is None or place.issued)
    told: dict[str, Any] = {
        "filing": verdict.filing,
        "version": verdict.version,
        "digest": verdict.digest,
        "whole": whole,
        "signed_by": verdict.signature.signer if verdict.signature and whole else None,
        "issued": place.issued if place else None,
        "present": place.is_present if place else None,
        "present_version": place.present_version if place else None,
    }
    if given.json:
        print_json(told)
        return DONE if good else REFUSED
    if not verdict.digest:
        desk.say(Words("这不是本程序的确认书。", "This is no packet of this program."))
    elif not whole:
        desk.say(
            Words(
                f"{verdict.filing} 第 {verdict.version} 版，文件已被改动。",
                f"{verdict.filing} version {verdict.version}: the file was altered.",
            )
        )
    elif verdict.is_proof:
        desk.say(
            Words(
                f"{verdict.filing} 第 {verdict.version} 版的确认凭证，文件完整。",
                f"{verdict.filing} version {verdict.version}: its proof, and it is whole.",
            )
        )
    else:
        desk.say(
            Words(
                f"{verdict.filing} 第 {verdict.version} 版，文件完整。",
                f"{verdict.filing} version {verdict.version}: the file is whole.",
            )
        )
    if whole and verdict.signature is not None:
        by = verdict.signature.signer
        desk.say(Words(f"签名完好：{by}。", f"Signed by {by}, and the signature is intact."))
    if place is not None and verdict.digest:
        desk.say(_standing_words(place.issued, place.is_present, place.present_version))
    return DONE if good else REFUSED


def _standing_words(issued: bool, is_present: bool, present_version: int | None) -> Words:
    if not issued:
        return Words("数据库里没有这一版。", "The database does not know this version.")
    if is_present:
        return Words("是现行版本。", "It is the present version.")
    return Words(
        f"已被替代，最新是第 {present_version} 版。",
        f"It is superseded; the newest is version {present_version}.",
    )


COMMANDS = (
    Command(
        "packet",
        "生成确认包 renders the confirmation packet",
        run_packet,
        (
            argument("filing", metavar="FILING"),
            argument("-o", "--output", metavar="FILE.pdf"),
            argument(
                "--delta",
                action="store_true",
                help="只含确认后的改动 only what changed since the last confirmation",
            ),
            argument(
                "--sign",
                metavar="CERTIFICATE.p12",
                help="用公司证书签名 signs it with the company's certificate",
            ),
            argument(
                "--password-stdin",
                action="store_true",
                help="证书密码 its password, one line on standard input; else the keyring's",
            ),
            argument(
                "--keep-password",
                action="store_true",
                help="密码存入系统钥匙串 keeps it in the system's keyring",
            ),
        ),
    ),
    Command(
        "verify",
        "核对一份确认书 checks a packet's file",
        run_verify,
        (argument("file", metavar="FILE.pdf"), JSON),
    ),
)
