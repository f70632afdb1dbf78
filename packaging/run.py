"""Start the program from a checkout: ``python3 packaging/run.py [ARGUMENT …]``.

Does all the set-up that is missing first; the arguments are the program's own.
"""

import os
import subprocess
import sys
from typing import NoReturn

import fresh_machine


def main() -> NoReturn:
    """Prepare the machine, then become the program."""
    fresh_machine.prepare()
    python = str(fresh_machine.venv_command("python"))
    command = [python, "-m", "butler_desktop", *sys.argv[1:]]
    if os.name == "nt":
        sys.exit(subprocess.run(command, check=False).returncode)
    sys.stdout.flush()
    os.execv(python, command)  # noqa: S606


if __name__ == "__main__":
    main()
