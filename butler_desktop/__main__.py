"""``python -m butler_desktop``: the command line, or the window when no command is given."""

import io
import sys
from types import TracebackType

from butler_desktop import logs
from butler_desktop.cli.main import main as run


def main() -> int:
    """Runs the program; returns the exit code."""
    logs.start()
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A console of another encoding, or a file name that is no text, is no reason to fail.
        sys.stdout.reconfigure(errors="backslashreplace")
    sys.excepthook = _told
    return run()


def _told(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
    """A bug: reported with its traceback, told in a sentence."""
    report = logs.CrashReports().report(error.with_traceback(where))
    sys.stderr.write(
        f"程序出错，没有完成（{kind.__name__}）。错误报告：{report}，请发给维护者。"
        f" The program failed; its report is {report}.\n"
    )


if __name__ == "__main__":
    sys.exit(main())
