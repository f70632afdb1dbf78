"""Check everything: ``python3 packaging/test.py [PYTEST ARGUMENT …]``.

Does all the set-up that is missing first; then style, types, imports between
the layers, and the tests. Ends with one line for each and exit code 0 only if
all passed.
"""

import os
import subprocess
import sys
import time

import fresh_machine

PROGRAMS = {"pdftotext": "poppler-utils", "pg_ctl": "postgresql"}


def checks(arguments: list[str]) -> dict[str, list[str]]:
    """The name of each check, and its command."""
    return {
        "style": ["ruff", "check", "."],
        "format": ["ruff", "format", "--check", "."],
        "types": ["mypy"],
        "layers": ["lint-imports"],
        "tests": ["pytest", "-n", "2", "--dist", "worksteal", *arguments],
    }


def main() -> int:
    """Run every check, also after one failed, and sum up."""
    fresh_machine.prepare(frozenset({"dev"}), PROGRAMS)
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    lines: list[str] = []
    failed = False
    for name, (program, *arguments) in checks(sys.argv[1:]).items():
        fresh_machine.say(f"{name}: {program} {' '.join(arguments)}")
        started = time.monotonic()
        command = [str(fresh_machine.venv_command(program)), *arguments]
        code = subprocess.run(
            command, cwd=fresh_machine.ROOT, env=environment, check=False
        ).returncode
        failed = failed or code != 0
        result = "passed" if code == 0 else f"FAILED (exit {code})"
        lines.append(f"{name:8} {result:20} {time.monotonic() - started:6.1f} s")
    print("\n" + "\n".join(lines))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
