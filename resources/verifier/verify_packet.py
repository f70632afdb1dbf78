#!/usr/bin/env python3
"""Checks a confirmation packet (互联网信息服务备案信息确认书) without the program that made it.

    python3 verify_packet.py FILE.pdf [FILE.pdf …]

One file, the standard library alone, no network, no database. Says of each
file whether a byte of it was changed, which filing and version it is, the
digest that its pages carry at the foot, and whether it was void when made.
Exit code 0 where all files are whole and none is void, else 1.

The method, to be done by hand as well: the last line of the file,
``%butler-seal sha256=…``, is the SHA-256 of all bytes before it. The attachment
(``packet.json``, or ``proof.json`` of a proof) is the content; the first 16 hex
digits of its SHA-256 stand in the foot of every page as 内容校验码.

It tells that a file is as it was made, not who made it, nor whether a newer
version has replaced it since: ask whoever sent it for that.
"""

import hashlib
import json
import re
import sys
from pathlib import Path
from urllib.parse import unquote

SEAL = b"%butler-seal sha256="
SEAL_LENGTH = len(SEAL) + 64 + 1
CLAIM = re.compile(
    rb"butler-(packet/2|proof/1) filing=([\w.~%-]{1,200}) version=(\d{1,6})"
    rb" digest=([0-9a-f]{64})( void)?"
)
ATTACHED = re.compile(rb"/Type\s*/EmbeddedFile\b")
LENGTH = re.compile(rb"/Length\s+(\d{1,9})\b")
STREAM = re.compile(rb"\bstream\r?\n")


def is_sealed(data):
    """Whether the file ends with the seal of all its other bytes."""
    seal = SEAL + hashlib.sha256(data[:-SEAL_LENGTH]).hexdigest().encode("ascii") + b"\n"
    return data[-SEAL_LENGTH:] == seal


def attachment(data, digest):
    """The attached content whose hash is ``digest``; None where there is none such."""
    for found in ATTACHED.finditer(data):
        stream = STREAM.search(data, found.end())
        length = LENGTH.search(data, max(found.start() - 200, 0), stream.start() if stream else 0)
        if stream and length:
            content = data[stream.end() : stream.end() + int(length.group(1))]
            if hashlib.sha256(content).hexdigest() == digest:
                return content
    return None


def verdict(data):
    """What a file is: a dictionary; ``whole`` where not a byte differs from what was made."""
    claim = CLAIM.search(data)
    if claim is None:
        return {"filing": "", "version": 0, "digest": "", "whole": False, "void": False}
    kind, filing, version, digest, void = claim.groups()
    filing, version, digest = unquote(filing.decode()), int(version), digest.decode()
    content = attachment(data, digest) if is_sealed(data) else None
    whole = False
    if content is not None:
        said = json.loads(content)
        whole = (said.get("filing"), said.get("version")) == (filing, version)
    return {
        "filing": filing,
        "version": version,
        "digest": digest,
        "whole": whole,
        "void": void is not None,
        "proof": kind == b"proof/1",
    }


def told(found):
    """The verdict in words."""
    if not found["digest"]:
        return "不是本程序的确认书 / no packet of this program"
    what = "确认凭证" if found["proof"] else "确认书"
    code = found["digest"][:16].upper()
    named = f"{found['filing']} 第 {found['version']} 版{what} 内容校验码 {code}"
    if not found["whole"]:
        return f"已被改动 / ALTERED: {named}"
    if found["void"]:
        return f"完整，但已作废 / whole, but VOID: {named}"
    return f"完整 / VALID: {named}"


def main(paths):
    """Checks the files named; returns the exit code."""
    if not paths:
        print(__doc__)
        return 2
    code = 0
    for path in paths:
        try:
            found = verdict(Path(path).read_bytes())
        except OSError as error:
            print(f"{path}: {error.strerror}")
            code = 1
            continue
        print(f"{path}: {told(found)}")
        if not found["whole"] or found["void"]:
            code = 1
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
