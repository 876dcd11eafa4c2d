"""A clinic that is set up on the disk, for the screens that lead into its record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from sdm_aid.application.record.desk import Desk, set_up, unlock
from sdm_aid.records import users
from sdm_aid.records.keys import Cost
from sdm_aid.records.place import Place
from sdm_aid.records.rows import Role, User

QUICK = Cost(1, 1, 64)
PASSPHRASE = "correct horse battery staple"
NEW = "lantern copper seven field"
CLINIC = "Riverside Pain Clinic"
NOW = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)


def now() -> datetime:
    """A clock that stands still."""
    return NOW


class Clinic(NamedTuple):
    """Where it is, who set it up, and the printed key."""

    home: Path
    place: Place
    ada: User
    key: str

    def open_as(self, user: str = "Ada Attending") -> Desk:
        """The record, open for somebody."""
        return unlock(self.place, user, PASSPHRASE, now).desk


def clinic_in(home: Path, *further: tuple[str, Role]) -> Clinic:
    """A record with Ada, an administrator, and further users."""
    place = Place(home / "record")
    desk, key = set_up(place, CLINIC, "Ada Attending", "pain physician", PASSPHRASE, now, QUICK)
    for name, role in further:
        users.add(desk.record, name, role, "", PASSPHRASE, QUICK)
    desk.close()
    return Clinic(home, place, desk.user, key)


class HeldJobs:
    """Jobs that wait until they are let go, so that a test can look at the screen meanwhile."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(
        self,
        work: Callable[[Callable[[str], None]], Any],
        *,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        progress: Callable[[str], None] | None = None,
    ) -> None:
        """Keep it for later."""

        def go() -> None:
            try:
                result = work(progress or print)
            except Exception as problem:  # noqa: BLE001  (the contract of jobs)
                failed(problem)
            else:
                done(result)

        self.waiting.append(go)

    def go_on(self) -> None:
        """Do what waits."""
        waiting, self.waiting = self.waiting, []
        for one in waiting:
            one()
