"""Small files the program can make again: unpacked fonts and icons in the user's cache folder."""

import contextlib
import os
import tempfile
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from sdm_aid.paths import HOME_VARIABLE


def cache_folder(name: str) -> Path:
    """Return an existing folder ``name`` below the user's cache, or below a temporary folder.

    ``SDM_AID_HOME`` comes first. Qt is asked instead of platformdirs because importing that costs
    part of the start-up budget.
    """
    chosen = os.environ.get(HOME_VARIABLE)
    if chosen:
        return _made(Path(chosen).expanduser() / "cache" / name)
    base = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericCacheLocation)
    return _made(Path(base or tempfile.gettempdir()) / "sdm-aid" / name)


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        folder = Path(tempfile.gettempdir()) / f"sdm-aid-{os.getpid()}" / folder.name
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def write_whole(path: Path, data: bytes) -> None:
    """Write a cache file whole or not at all; two programs may do so at the same time."""
    handle, part = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(part).replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            Path(part).unlink()
        raise
