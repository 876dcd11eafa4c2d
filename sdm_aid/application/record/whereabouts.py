"""Where this clinic's record lies, and whether there is one; read before the first paint."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sdm_aid.records.place import Place

VARIABLE = "SDM_AID_DATABASE"
"""Environment variable with the address of the clinic's database server."""


def record_place(data_folder: Path, address: str = "") -> Place:
    """Where this clinic's record lies: ``SDM_AID_DATABASE`` first, then the settings' address."""
    from sdm_aid.records.place import place_of

    return place_of(data_folder, os.environ.get(VARIABLE, "").strip() or address)


def is_set_up(data_folder: Path, address: str = "") -> bool:
    """Whether there is a record to unlock; of a server it only says that one is named.

    Free of the database library: the first paint waits for it.
    """
    if os.environ.get(VARIABLE, "").strip() or address:
        return True
    folder = data_folder / "record"
    if (folder / "record.unfinished").exists():
        return False  # setting up or bringing back was interrupted: it begins anew
    return (folder / "vault.json").exists() or (folder / "record.db").exists()
