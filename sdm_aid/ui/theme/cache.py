"""Small files the program can make again: unpacked fonts and icons in the user's cache folder."""

import contextlib
import os
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from sdm_aid.paths import HOME_VARIABLE


def cache_folder(name: str) -> Path:
    """Return an existing folder ``name`` below the user's cache, or below a temporary folder.

    ``SDM_AID_HOME`` comes first. Qt is asked instead of platformdirs and tempfile because
    importing those costs part of the start-up budget.
    """
    chosen = os.environ.get(HOME_VARIABLE)
    if chosen:
        return _made(Path(chosen).expanduser() / "cache" / name)
    base = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericCacheLocation)
    return _made(Path(base) / "sdm-aid" / name if base else _temporary() / name)


def write_whole(path: Path, data: bytes) -> None:
    """Write a cache file whole or not at all; two programs may do so at the same time."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink()
        raise


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        folder = _temporary() / folder.name
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def _temporary() -> Path:
    place = QStandardPaths.StandardLocation.TempLocation
    return Path(QStandardPaths.writableLocation(place)) / f"sdm-aid-{os.getpid()}"
