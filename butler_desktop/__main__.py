"""``python -m butler_desktop``: the command line, or the window when no command is given."""

import sys

from butler_desktop.cli.main import main as run


def main() -> int:
    """Runs the program; returns the exit code."""
    return run()


if __name__ == "__main__":
    sys.exit(main())
