"""Files that are on the disk when a call returns, and never half there under their final name."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

_FULL = (27, 28, 122)
"""EFBIG, ENOSPC, EDQUOT: a limit, a full disk, a used-up quota."""


def is_full(problem: OSError) -> bool:
    """Whether a disk took nothing more because there was no room."""
    return problem.errno in _FULL


def new_private_file(path: Path) -> None:
    """An empty file that only this user can read.

    Raises:
        OSError: there is one already, or the folder takes no writing.
    """
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def forget(path: Path) -> None:
    """Have the next reading of a file come from the disk, where the system can be told so."""
    if hasattr(os, "posix_fadvise"):
        number = os.open(path, os.O_RDONLY)
        try:
            os.posix_fadvise(number, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(number)


def put_in_place(new: Path, final: Path) -> None:
    """Give a finished file its name, so that a power cut does not take the name away again.

    Raises:
        OSError: the folder takes no writing.
    """
    new.replace(final)
    settle(final.parent)


def settle(folder: Path) -> None:
    """See that the names in a folder are on the disk; a system without this (Windows) does it."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
