"""Opening the record with the printed key: a user gets a new passphrase and opens it with that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdm_aid.i18n import _

if TYPE_CHECKING:
    from sdm_aid.application.ports import Progress
    from sdm_aid.application.record.desk import Unlocked
    from sdm_aid.application.session import Clock
    from sdm_aid.records.keys import Cost
    from sdm_aid.records.place import Place


def recover(
    place: Place,
    key: str,
    user: str,
    passphrase: str,
    clock: Clock,
    progress: Progress,
    cost: Cost | None = None,
) -> Unlocked:
    """Set ``passphrase`` for ``user`` by means of the printed key, then open the record for them.

    The journal says that the printed key was used, and from then on who the user is.

    Raises:
        sdm_aid.records.trouble.RecordTrouble: ``WrongPassphrase`` where it is not the key.
    """
    from sdm_aid.application.record.desk import Unlocked, unlock
    from sdm_aid.application.record.migrating import copy_before
    from sdm_aid.records import users
    from sdm_aid.records.header_text import RECOVERY
    from sdm_aid.records.keys import USUAL_COST
    from sdm_aid.records.opening import open_for

    progress(_("Opening the record with the printed key"))
    opened = open_for(place, RECOVERY, key, clock, copy_before(place, clock))
    try:
        with opened.record.writing() as work:
            work.clinic_event({"kind": "recovery_key_used", "user": user})
        progress(_("Setting the new passphrase"))
        users.set_passphrase(opened.record, user, passphrase, cost or USUAL_COST)
    finally:
        opened.record.close()
    unlocked = unlock(place, user, passphrase, clock, progress)
    reminder = _(
        "The printed key was used. If anybody else may have seen it, make a new one under "
        "Manage the record."
    )
    return Unlocked(unlocked.desk, (*unlocked.notices, reminder))
