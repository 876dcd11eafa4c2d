"""Changing one's own passphrase: the old one is asked for, as the window may stand open."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sdm_aid.records.keys import Cost
    from sdm_aid.records.record import Record


def change_own(record: Record, old: str, new: str, cost: Cost | None = None) -> None:
    """Give the user who has the record open another passphrase.

    Raises:
        sdm_aid.records.trouble.WrongPassphrase: ``old`` is not theirs; nothing was changed.
        sdm_aid.records.trouble.RecordTrouble.
    """
    from sdm_aid.records import users
    from sdm_aid.records.header import open_slot
    from sdm_aid.records.keys import USUAL_COST
    from sdm_aid.records.vault import read_header

    open_slot(read_header(record.place), record.user.id, old)
    users.set_passphrase(record, record.user.id, new, cost or USUAL_COST)
