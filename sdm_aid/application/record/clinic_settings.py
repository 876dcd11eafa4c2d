"""What a clinic sets for its record as a whole: when an idle window covers itself and locks.

How long records are kept is in ``application.record.retention``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sdm_aid.records import clinic

if TYPE_CHECKING:
    from datetime import datetime

    from sdm_aid.records.record import Record

ITEM = "settings"
RECOVERY_ITEM = "recovery_key"
SHORTEST_IDLE, LONGEST_IDLE = 1, 60
"""Minutes."""


class ClinicSettings(NamedTuple):
    """Idle times in minutes."""

    cover_minutes: int = 5
    """In mid-visit, until the window covers itself."""
    lock_minutes: int = 10
    """Outside a visit, until the record is locked."""

    def sound(self) -> bool:
        """Whether both numbers are within their range."""
        return all(SHORTEST_IDLE <= minutes <= LONGEST_IDLE for minutes in self)


def clinic_settings(record: Record) -> ClinicSettings:
    """The settings as they stand; what is missing or out of range is as at first."""
    found: Any = clinic.item(record, ITEM)
    usual = ClinicSettings()
    if not isinstance(found, dict):
        return usual
    for name in ClinicSettings._fields:
        value = found.get(name)
        if type(value) is int:
            changed: Any = {name: value}
            one = usual._replace(**changed)
            usual = one if one.sound() else usual
    return usual


def keep_clinic_settings(record: Record, settings: ClinicSettings) -> None:
    """Write them down; the journal says who changed what.

    Raises:
        NotAllowed: only an administrator.
        ValueError: a number is out of its range.
    """
    record.may("administrator")
    if not settings.sound():
        raise ValueError("out of range")
    before = clinic_settings(record)
    if settings == before:
        return
    event = {"kind": "settings_changed", "from": before._asdict(), "to": settings._asdict()}
    clinic.put_item(record, ITEM, settings._asdict(), event)


def recovery_kept(record: Record) -> str:
    """When somebody last showed that the printed key was kept (ISO moment); empty: never."""
    found: Any = clinic.item(record, RECOVERY_ITEM)
    return str(found.get("kept", "")) if isinstance(found, dict) else ""


def note_recovery_kept(record: Record, now: datetime) -> None:
    """Somebody typed the end of the printed key back."""
    value = {"kept": now.isoformat()}
    clinic.put_item(record, RECOVERY_ITEM, value, {"kind": "recovery_key_kept"})


def note_recovery_new(record: Record) -> None:
    """A new key was made and nobody has shown yet that it was kept."""
    clinic.put_item(record, RECOVERY_ITEM, {"kept": ""}, {"kind": "recovery_key_shown"})
