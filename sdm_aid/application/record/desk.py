"""The record while it is open: what the window holds between unlocking and locking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sdm_aid.application.ports import Progress
    from sdm_aid.application.session import Clock  # it would bring pydantic to the first paint
    from sdm_aid.records.keys import Cost
    from sdm_aid.records.place import Place
    from sdm_aid.records.record import Record
    from sdm_aid.records.rows import User
    from sdm_aid.records.search import Changes, Index
    from sdm_aid.records.trouble import TailCut


@dataclass
class Desk:
    """An open record and the list of its patients in memory.

    ``record`` may be used from any thread; ``index`` belongs to the GUI thread.
    """

    record: Record
    index: Index
    clock: Clock
    clinic: str = ""
    """The clinic's name, as the record was set up with."""

    @property
    def user(self) -> User:
        """Who opened it."""
        return self.record.user

    @property
    def may_write(self) -> bool:
        """Whether this user may add to the record."""
        return self.user.role in ("clinician", "administrator")

    @property
    def may_manage(self) -> bool:
        """Whether this user may manage users, erasure and the record itself."""
        return self.user.role == "administrator"

    def refresh(self) -> bool:
        """Bring the list up to date; True where something changed."""
        from sdm_aid.records import search

        return search.refresh(self.record, self.index)

    def look(self, after: int) -> Changes:
        """What changed after this entry; may run on any thread."""
        from sdm_aid.records import search

        return search.changes(self.record, after)

    def take(self, changes: Changes) -> bool:
        """Bring it into the list; True where something changed that it did not know."""
        from sdm_aid.records import search

        return search.take(self.index, changes)

    def close(self) -> None:
        """Lock: the keys leave the memory with the record."""
        import gc

        self.record.close()
        # reading the list put all there was out of the collector's sight, the database's key too
        gc.unfreeze()


@dataclass(frozen=True)
class Unlocked:
    """What unlocking gives: the desk, and sentences the clinic has to know of."""

    desk: Desk
    notices: tuple[str, ...] = ()


def unlock(
    place: Place, user: str, secret: str, clock: Clock, progress: Progress | None = None
) -> Unlocked:
    """Open the record for a user and read its list. Runs off the GUI thread: it takes a while.

    Raises:
        sdm_aid.records.trouble.RecordTrouble: ``wording.record.trouble_sentence`` says it.
    """
    from sdm_aid.application.record.migrating import copy_before
    from sdm_aid.i18n import _
    from sdm_aid.records import search
    from sdm_aid.records.opening import open_for
    from sdm_aid.records.vault import read_header
    from sdm_aid.wording.record import opening_notices

    tell: Callable[[str], None] = progress or (lambda _words: None)
    tell(_("Opening the record"))
    copy = copy_before(place, clock)
    opened = open_for(place, user, secret, clock, copy)
    try:
        copy.list_it(opened.record)
        if opened.cut is not None:
            _note_cut(opened.record, opened.cut)
        tell(_("Reading the list of patients"))
        index = search.load(opened.record)
    except BaseException:
        opened.record.close()
        raise
    notices = opening_notices(opened.broken, opened.cut, opened.clock_back, len(index.damaged))
    clinic = read_header(place).clinic
    return Unlocked(Desk(opened.record, index, clock, clinic), notices)


def _note_cut(record: Record, cut: TailCut) -> None:
    """It is said once, since the next entry moves the head that tells it: the journal keeps it."""
    from contextlib import suppress

    from sdm_aid.records.trouble import RecordTrouble

    with suppress(RecordTrouble), record.writing() as work:
        work.clinic_event({"kind": "entries_missing", "seen": cut.seen, "found": cut.found})


def set_up(
    place: Place,
    clinic: str,
    name: str,
    title: str,
    passphrase: str,
    clock: Clock,
    cost: Cost | None = None,
) -> tuple[Desk, str]:
    """Set up the clinic's record with its first user; the desk, and the key to be printed.

    ``cost``: of one guess at a passphrase; None: the usual one.

    Raises:
        sdm_aid.records.trouble.RecordTrouble.
    """
    from sdm_aid.records import search
    from sdm_aid.records.keys import USUAL_COST
    from sdm_aid.records.opening import create
    from sdm_aid.records.rows import User
    from sdm_aid.records.vault import new_id

    first = User(new_id(), name, "administrator", title)
    made = create(place, clinic, first, passphrase, clock, cost or USUAL_COST)
    return Desk(made.record, search.load(made.record), clock, clinic), made.recovery_key
