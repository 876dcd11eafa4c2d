"""System packages that the program and its tests stand on: what is missing, and installing it.

Standard library only, and readable by any Python 3: `dev.py` imports it before there is anything.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

LINUX = sys.platform.startswith("linux")

QT_LIBRARIES = {  # library that Qt loads: Debian's package
    "libGL.so.1": "libgl1", "libEGL.so.1": "libegl1", "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3", "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}  # fmt: skip
QT_DISPLAY_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0", "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4", "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}  # fmt: skip
COMMANDS_OF_TESTS = {"pdfsig": "poppler-utils"}  # a second reader of seals
FILES_OF_TESTS = {  # what the validator of archival PDF lacks; keys on a card that needs no card
    "/usr/share/java/jaxb-runtime.jar": "libjaxb-java",
    "/usr/lib/softhsm/libsofthsm2.so": "softhsm2",
}
OLDEST_JAVA = 11
"""What the validator of archival PDF is built for; its runtime is enough, no compiler."""


class NotInstalled(Exception):
    """A system package is missing and stays so; the message is what a developer can do."""


def has_display() -> bool:
    """Whether a window can be shown."""
    return not LINUX or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def loads(library: str) -> bool:
    """Whether the system has this shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def runs_java() -> bool:
    """Whether there is a Java that is new enough for the validator."""
    if not shutil.which("java"):
        return False
    told = run(["java", "-version"])
    found = re.search(r'version "(?:1\.)?(\d+)', told.stdout)
    return not told.returncode and found is not None and int(found.group(1)) >= OLDEST_JAVA


def missing(for_tests: bool, venv: bool) -> list[str]:
    """Debian's names of what this machine lacks, found by trying it out.

    `for_tests`: also what only the tests use; `venv`: also what makes a virtual environment.
    """
    if not LINUX:
        return []
    wanted = {**QT_LIBRARIES, **(QT_DISPLAY_LIBRARIES if has_display() else {})}
    names = [package for library, package in wanted.items() if not loads(library)]
    if venv and not importlib.util.find_spec("ensurepip"):
        names.insert(0, "python3-venv")
    if for_tests:
        names += [name for command, name in COMMANDS_OF_TESTS.items() if not shutil.which(command)]
        names += [package for file, package in FILES_OF_TESTS.items() if not Path(file).exists()]
        names += [] if runs_java() else ["default-jre-headless"]
    return names


def install(packages: list[str], tell: Callable[[str], None]) -> None:
    """Install these where that is possible; raises NotInstalled with the one command if not.

    `tell`: is given one line before each long step.
    """
    if not packages:
        return
    names = " ".join(packages)
    if not shutil.which("apt-get"):
        raise NotInstalled(f"Install what Debian calls {names} with this system's package manager.")
    if os.geteuid() != 0:
        command = f"apt-get update && apt-get install -y --no-install-recommends {names}"
        whole = f"sudo sh -c '{command}'" if shutil.which("sudo") else f"su -c '{command}'"
        raise NotInstalled(
            f"This machine lacks a few system packages; install them with:\n  {whole}"
        )
    tell(f"Installing system packages: {names}")
    apt_get = ["apt-get", "-q", "-o", "DPkg::Lock::Timeout=120"]
    now = [*apt_get, "install", "-y", "--no-install-recommends", *packages]
    if run(now).returncode:
        tell("Renewing the list of system packages")
        renewed = run([*apt_get, "update"])
        result = run(now)
        if result.returncode:
            last = last_line(result.stdout) or last_line(renewed.stdout)
            raise NotInstalled(f"apt-get could not install {names}: {last}")


def run(command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run a system command that must ask nothing; what it says comes back as one text."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        command, env=environment, check=False, encoding="utf-8", errors="replace",
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip


def last_line(text: str) -> str:
    """The last line that says something, an error line first."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    errors = [line for line in lines if line.lower().startswith(("e:", "error"))]
    return (errors or lines or [""])[-1]
