"""What run.py and test.py share: a machine with Python 3.11 becomes one that runs the program.

Standard library only. Each step looks first and does only what is missing, so
that a second run is quick.
"""

import ctypes
import hashlib
import importlib.util
import json
import os
import shlex
import shutil
import subprocess
import sys
import venv
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, NoReturn

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
STAMP = VENV / "installed.json"
SYSTEM = Path("/")
CONSTRAINTS = ROOT / "constraints.txt"
TEXTS = ROOT / "resources" / "i18n"

# What Qt loads from the system, and the Debian package that brings it. Qt's own
# message names only the first that is missing.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}

# Programs that Debian keeps in a folder for each version, and not where commands are looked for.
OFF_PATH = {"pg_ctl": "usr/lib/postgresql/*/bin/pg_ctl"}


class Installed(NamedTuple):
    """What ``.venv`` was made with: the Python, the digest of what was asked for, the extras."""

    python: str = ""
    digest: str = ""
    extras: frozenset[str] = frozenset()


def say(sentence: str) -> None:
    """Tell the user what happens now."""
    print(f"butler-desktop: {sentence}", flush=True)


def stop(sentence: str) -> NoReturn:
    """Say why nothing more can be done, and end."""
    sys.exit(f"butler-desktop: {sentence}")


def prepare(
    extras: frozenset[str] = frozenset(), programs: Mapping[str, str] | None = None
) -> None:
    """Make this machine ready: system libraries, ``.venv`` with ``extras``, translated texts.

    ``programs`` names further commands that are needed, and the Debian package of each.
    """
    if sys.version_info < (3, 11):  # noqa: UP036 - the machine's Python may be any
        stop(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    install_system_packages(missing_packages(programs or {}))
    install_program(extras)
    release_texts()


def venv_command(name: str) -> Path:
    """A command of the virtual environment."""
    return VENV / ("Scripts" if os.name == "nt" else "bin") / name


def missing_packages(programs: Mapping[str, str]) -> list[str]:
    """The Debian packages of what this machine lacks; nothing outside Linux."""
    if not sys.platform.startswith("linux"):
        return []
    missing = [package for library, package in LIBRARIES.items() if not _loads(library)]
    missing += [package for name, package in programs.items() if not _is_there(name)]
    if shutil.which("uv") is None and importlib.util.find_spec("ensurepip") is None:
        missing.append("python3-venv")
    return missing


def install_system_packages(packages: list[str]) -> None:
    """Install ``packages`` with apt-get, as root or by sudo where that asks no password."""
    if not packages:
        return
    line = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    by_hand = f"these system packages are needed; please run:\n    sudo {shlex.join(line)}"
    if shutil.which("apt-get") is None:
        stop(f"{by_hand}\n(those are Debian's names; this system has no apt-get)")
    rights = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if rights and (shutil.which("sudo") is None or not _succeeds([*rights, "true"])):
        stop(by_hand)
    say(f"installing system packages: {' '.join(packages)}")
    quiet = [*rights, "env", "DEBIAN_FRONTEND=noninteractive"]
    for step in (["apt-get", "update", "-q"], line):
        if not _succeeds([*quiet, *step], shown=True):
            stop(f"{shlex.join(step)} failed; {by_hand}")


def install_program(extras: frozenset[str]) -> None:
    """Make ``.venv`` and install the program into it, unless it is there as it should be."""
    found, digest = _found(), _digest()
    if found.python == sys.version and found.digest == digest and extras <= found.extras:
        return
    uv = shutil.which("uv")
    # One that uv filled has no pip of its own, should uv be gone.
    if found.python != sys.version or not (uv or venv_command("pip").exists()):
        say("making the virtual environment .venv")
        venv.EnvBuilder(clear=True, symlinks=os.name != "nt", with_pip=uv is None).create(VENV)
    STAMP.unlink(missing_ok=True)
    extras |= found.extras
    say("installing the program and its libraries into .venv")
    python = str(venv_command("python"))
    installer = (
        [uv, "pip", "install", "--quiet", "--python", python]
        if uv
        else [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    )
    target = f"{ROOT}[{','.join(sorted(extras))}]" if extras else str(ROOT)
    command = [*installer, "--constraint", str(CONSTRAINTS), "--editable", target]
    if not _succeeds(command, shown=True):
        stop(f"the installation failed; the command was:\n    {shlex.join(command)}")
    done = {"python": sys.version, "digest": digest, "extras": sorted(extras)}
    STAMP.write_text(json.dumps(done), encoding="utf-8")


def release_texts() -> None:
    """Compile the translated texts that changed."""
    for source in sorted(TEXTS.glob("*.ts")):
        made = source.with_suffix(".qm")
        if made.exists() and made.stat().st_mtime >= source.stat().st_mtime:
            continue
        command = [str(venv_command("pyside6-lrelease")), str(source), "-qm", str(made)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            stop(f"the texts of {source.name} could not be compiled:\n{done.stdout}{done.stderr}")


def _is_there(program: str) -> bool:
    if shutil.which(program) is not None:
        return True
    place = OFF_PATH.get(program)
    return place is not None and any(SYSTEM.glob(place))


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _succeeds(command: list[str], *, shown: bool = False) -> bool:
    output = None if shown else subprocess.DEVNULL
    return subprocess.run(command, stdout=output, stderr=output, check=False).returncode == 0


def _digest() -> str:
    content = (ROOT / "pyproject.toml").read_bytes() + CONSTRAINTS.read_bytes()
    return hashlib.sha256(content).hexdigest()


def _found() -> Installed:
    """What an earlier run left in ``.venv``; nothing after a run that was broken off."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
        return Installed(stamp["python"], stamp["digest"], frozenset(stamp["extras"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Installed()
