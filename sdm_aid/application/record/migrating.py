"""The copy that is taken before the tables of a record are changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sdm_aid.application.session import Clock
    from sdm_aid.records.opening import BeforeMigration
    from sdm_aid.records.place import Place


def copy_before(place: Place, clock: Clock) -> BeforeMigration | None:
    """Takes a copy beside the record; None where there is nothing to copy."""
    return None
