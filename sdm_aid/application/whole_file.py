"""Writing files whole or not at all; free of pydantic, as settings are saved early."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from sdm_aid.i18n import _


def save(path: Path, data: bytes) -> None:
    """Write ``data`` under ``path`` whole or not at all (temporary file, flush, rename).

    Raises:
        OSError: the folder cannot be written; a former file stands as it was.
    """
    save_together({path: data})


def save_together(files: Mapping[Path, bytes]) -> None:
    """Write files that belong together: all are on the disk before the first gets its name.

    Raises:
        OSError: the folder cannot be written, or a name belongs to a device or a pipe; no file got
            its final name, unless the renaming itself broke off.
    """
    for path in files:
        if path.exists() and not (path.is_file() or path.is_dir()):
            # a device or a pipe would be put out of the way by the renaming
            raise OSError(errno.EINVAL, _("not an ordinary file"), str(path))
    temporary = {path: path.with_name(f".{path.name}.part") for path in files}
    try:
        for path, data in files.items():
            with temporary[path].open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        for path in files:
            temporary[path].replace(path)
    except OSError:
        for rest in temporary.values():
            # where the folder itself has gone there is nothing to take away
            with suppress(OSError):
                rest.unlink(missing_ok=True)
        raise
