#!/usr/bin/env python3
"""核对确认书: checks confirmation packets and proofs without the program or its database.

    python3 verify_packet.py FILE.pdf [NEWER.pdf …]

One file, Python 3.9 or newer, nothing else. It says of each file whether it is
whole (not a byte differs from the file that was made), altered, void,
superseded by another of the files given, or whole with something appended to
it, as a signature. Exit code: 0 all whole and in force,
1 not, 2 wrong use, 3 a file cannot be read. With ``--json`` one line of JSON
for each file.

How it is done, to do it by hand or to write it anew:

1. The last line of the file is ``%butler-seal sha256=`` and 64 hex digits, then
   a line feed. They are the SHA-256 of all bytes before that line:
   ``head -c -85 FILE.pdf | sha256sum``.
2. ``/Keywords`` near the start of the file reads ``butler-packet/2 filing=…
   version=… digest=…`` (``butler-proof/1`` for a proof of confirmation), with
   `` void`` behind it on a copy marked 作废. The filing number is percent-encoded.
3. The file holds one attachment, ``packet.json`` (``proof.json``): everything
   that the pages say. Its SHA-256 is the digest, and its ``filing`` and
   ``version`` are those of step 2. ``pdfdetach -save 1 FILE.pdf`` takes it out.
4. The first 16 digits of the digest stand in the foot of each page as
   内容校验码: so a sheet of paper is compared with the file.
5. ``past`` of ``packet.json`` lists the earlier versions with their digests: who
   holds a newer packet knows which ones it replaced.

A seal tells of changes, not of who made the file: anybody can write one. Who
issued it, a signature tells, or the one who keeps the database.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from typing import Any, NamedTuple
from urllib.parse import unquote

SEAL = re.compile(rb"%butler-seal sha256=([0-9a-f]{64})\n")
CLAIM = re.compile(
    rb"(butler-packet/2|butler-proof/1) filing=([A-Za-z0-9_.~%-]{1,200}) version=(\d{1,6})"
    rb" digest=([0-9a-f]{64})( void)?"
)
ATTACHMENT = re.compile(rb"<<([^<>]{0,200}/Type\s*/EmbeddedFile\b[^<>]{0,200})>>\s*stream\r?\n")


class Finding(NamedTuple):
    """What a file says of itself; ``content`` is the attachment of a whole one."""

    filing: str = ""
    version: int = 0
    digest: str = ""
    whole: bool = False
    is_void: bool = False
    is_proof: bool = False
    appended: bool = False
    content: dict[str, Any] | None = None


def check(data: bytes) -> Finding:
    """What the bytes of a file tell."""
    claim = CLAIM.search(data)
    if claim is None:
        return Finding()
    kind, filing, version, digest, void = claim.groups()
    found = Finding(
        unquote(filing.decode("ascii")),
        int(version),
        digest.decode("ascii"),
        is_void=void is not None,
        is_proof=kind.startswith(b"butler-proof"),
    )
    end = sealed_end(data)
    content = attached(data[:end], found.digest) if end else {}
    if (content.get("filing"), content.get("version")) != (found.filing, found.version):
        return found
    whole = end == len(data)
    return found._replace(whole=whole, appended=not whole, content=content if whole else None)


def sealed_end(data: bytes) -> int:
    """Where the sealed file ends that ``data`` begins with; 0 where there is none."""
    for seal in SEAL.finditer(data):
        if seal.group(1).decode() == hashlib.sha256(data[: seal.start()]).hexdigest():
            return seal.end()
    return 0


def attached(data: bytes, digest: str) -> dict[str, Any]:
    """The attachment whose SHA-256 is ``digest``, if there is one and it can be read."""
    for head in ATTACHMENT.finditer(data):
        length = re.search(rb"/Length\s+(\d{1,9})\b", head.group(1))
        raw = data[head.end() :][: int(length.group(1))] if length else b""
        if hashlib.sha256(raw).hexdigest() == digest:
            return document(raw)
    return {}


def document(raw: bytes) -> dict[str, Any]:
    """The bytes of an attachment as a document; an empty one where they are none."""
    try:
        content = json.loads(raw)
    except (ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def newer_than(found: Finding, others: list[Finding]) -> int:
    """The newest version among whole ``others`` that replaced this one; 0 for none."""
    return max(
        (
            other.version
            for other in others
            if other.whole
            and not other.is_proof
            and other.filing == found.filing
            and any(
                past.get("digest") == found.digest for past in (other.content or {}).get("past", ())
            )
        ),
        default=0,
    )


def verdict(found: Finding, newer: int) -> tuple[str, str, str]:
    """The verdict as a word, and as a sentence in Chinese and in English."""
    name = f"{found.filing} v{found.version}"
    if not found.digest:
        return "foreign", "不是确认书。", "This is no confirmation packet."
    if found.appended:
        return (
            "appended",
            f"{name}：其中的确认书完整，其后有追加（签名或填写的内容）；签名请用 PDF 阅读器核对。",
            f"{name}: whole, with a signature or what was filled in behind it: ask a PDF reader.",
        )
    if not found.whole:
        return "altered", f"{name}：文件已被改动。", f"{name}: the file was altered."
    if found.is_void:
        return "void", f"{name}：作废的副本，文件完整。", f"{name}: a void copy, whole."
    if newer:
        return (
            "superseded",
            f"{name}：文件完整，已被第 {newer} 版替代。",
            f"{name}: whole, and superseded by version {newer}.",
        )
    if found.is_proof:
        return "valid", f"{name}：确认凭证，文件完整。", f"{name}: its proof, and it is whole."
    return "valid", f"{name}：文件完整。", f"{name}: the file is whole."


def main(arguments: list[str]) -> int:
    """Checks the files that are named."""
    files = [each for each in arguments if each != "--json"]
    if not files or any(each.startswith("-") for each in files):
        print(__doc__)
        return 0 if arguments in (["-h"], ["--help"]) else 2
    read: dict[str, Finding] = {}
    for name in files:
        try:
            with open(name, "rb") as stream:  # noqa: PTH123 - the fewest imports
                read[name] = check(stream.read())
        except OSError as error:
            print(f"{name}: 读不了 cannot be read: {error.strerror}", file=sys.stderr)
    verdicts = set()
    for name, found in read.items():
        word, zh, en = verdict(found, newer_than(found, list(read.values())))
        verdicts.add(word)
        if "--json" in arguments:
            told = {"file": name, "verdict": word, **found._asdict()}
            del told["content"]
            print(json.dumps(told, ensure_ascii=False))
        else:
            digits = found.digest[:16].upper()
            code = " ".join(digits[start : start + 4] for start in range(0, 16, 4))
            print(f"{name}: {zh} {en}" + (f" 内容校验码 {code}" if found.whole else ""))
    if len(read) < len(set(files)):
        return 3
    return 0 if verdicts == {"valid"} else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
