"""Where the program finds its own resources and keeps what belongs to this PC."""

from __future__ import annotations

import os
import sys
from pathlib import Path

HOME_VARIABLE = "SDM_AID_HOME"
"""Environment variable that moves everything the program keeps into one chosen folder."""
_PACKAGE = Path(__file__).resolve().parent


def resources_dir() -> Path:
    """The folder of content, text, schema and catalogues.

    A wheel and a frozen build carry it inside the package as ``_resources``; a source tree has it
    beside the package. Raises FileNotFoundError where neither is there.
    """
    for folder in (_PACKAGE / "_resources", _PACKAGE.parent / "resources"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(
        f"The folder 'resources' is missing beside {_PACKAGE}: install SDM Aid again."
    )


def user_data_dir() -> Path:
    """The folder of this user's settings, keys and records; not created here.

    ``SDM_AID_HOME`` comes first, then the place this system sets aside for application data.
    """
    chosen = os.environ.get(HOME_VARIABLE)
    if chosen:
        return Path(chosen).expanduser()
    if sys.platform == "linux":
        return _xdg_data_home() / "sdm-aid"
    import platformdirs  # read only where it is needed: the first paint does not wait for it

    return platformdirs.user_data_path("sdm-aid", appauthor=False)


def _xdg_data_home() -> Path:
    """What platformdirs finds on Linux, without the 3 ms of its import before the first paint."""
    named = os.environ.get("XDG_DATA_HOME", "").strip()
    return Path(named) if Path(named).is_absolute() else Path.home() / ".local" / "share"
