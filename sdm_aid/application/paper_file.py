"""Saving a paper as a file: whole or not at all, written down where it is handed out, in words."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

from sdm_aid.application.whole_file import save
from sdm_aid.i18n import _


def save_paper(path: Path, data: bytes, given: Callable[[], None] | None = None) -> Path:
    """Write a paper; ``given`` then writes down that it was handed out, or the file goes again.

    Raises:
        OSError: it cannot be written there; a former file stands as it was.
        Exception: whatever ``given`` raises.
    """
    save(path, data)
    if given is not None:
        try:
            given()
        except BaseException:
            path.unlink(missing_ok=True)  # nothing is given without a line that says so
            raise
    return path


def saved_sentence(path: Path) -> str:
    """Where it is, and who can read it."""
    return _(
        "Saved as {name} in {folder}. The file is not encrypted: whoever can open this folder can "
        "read it."
    ).format(name=path.name, folder=path.parent)


def not_saved_sentence(problem: OSError, path: Path) -> str:
    """Why not, and what to do; no half file is left."""
    if problem.errno in (errno.ENOSPC, errno.EDQUOT):
        words = _("There is no room left in {folder}, so nothing was saved. Choose another folder.")
    else:
        words = _("{folder} takes no file, so nothing was saved. Choose another folder.")
    return words.format(folder=path.parent)
