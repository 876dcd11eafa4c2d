"""What the screen for managing the record shows, read in one go."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sdm_aid.application.record.backup_list import Listed
    from sdm_aid.application.record.clinic_seal import SealAbout
    from sdm_aid.application.record.clinic_settings import ClinicSettings
    from sdm_aid.application.record.desk import Desk
    from sdm_aid.records.rows import User


class Overview(NamedTuple):
    """The state of the record's settings. ``years``: of retention; None: nothing is proposed."""

    clinic: str
    people: tuple[User, ...]
    removed: tuple[User, ...]
    settings: ClinicSettings
    years: int | None
    key_kept: str
    """When somebody last showed that the printed key was kept (ISO moment); empty: never."""
    seal: SealAbout | None
    seal_file: bool
    """Whether this computer has a seal in a file that can be taken over."""
    backup: Listed | None
    time_server: str
    """Address of the clinic's time stamp server; empty: the times are by each computer's clock."""


def overview(desk: Desk, home: Path) -> Overview:
    """Read it; on a server it takes as long as the network takes.

    Raises:
        sdm_aid.records.trouble.RecordTrouble.
    """
    from sdm_aid.application.record import (
        clinic_seal,
        clinic_settings,
        clinic_time_server,
        retention,
    )
    from sdm_aid.application.record.backup import last_backup
    from sdm_aid.records import users
    from sdm_aid.records.vault import read_header

    record = desk.record
    server = clinic_time_server.time_server(record)
    everyone = users.everyone(record)
    return Overview(
        read_header(record.place).clinic,
        tuple(user for user in everyone if not user.removed),
        tuple(user for user in everyone if user.removed),
        clinic_settings.clinic_settings(record),
        retention.years(record),
        clinic_settings.recovery_kept(record),
        clinic_seal.about(record),
        clinic_seal.file_key_here(home),
        last_backup(desk),
        server.address if server is not None else "",
    )
