"""The list of patients and visits in memory: who is found by what is typed, and what presses."""

from __future__ import annotations

import bisect
import heapq
import sys
from typing import NamedTuple

from sdm_aid.records.listed import listed_patients, listed_visits
from sdm_aid.records.lookup import Lookup
from sdm_aid.records.rows import PatientRow, VisitHead, VisitRow
from sdm_aid.records.typed import bare, words

_NEWEST = 500
"""How many of the newest visits are kept in order, at least."""


class Hit(NamedTuple):
    """A patient found, with their visits, newest first."""

    patient: PatientRow
    visits: tuple[VisitRow, ...]


class Index:
    """All patients and visits as listed.

    Accents, case, spaces, hyphens and the order of words are forgiven; a date of birth may be typed
    in any of the usual ways, also in part. Not thread-safe: one thread uses it at a time.
    """

    def __init__(self) -> None:
        self.patients = listed_patients()
        self.visits = listed_visits()
        self.of: dict[str, tuple[str, ...]] = {}
        """The visits of each patient."""
        self.damaged: list[str] = []
        """Rows that could not be decrypted: they are named, never guessed."""
        self.seq = 0
        self.found = 0
        """How many the last search found, also beyond its limit."""
        self.findable = 0
        """How many patients there are that are neither erased nor doubles."""
        self._lookup = Lookup()
        self._slots: dict[str, int] = {}
        self._ids: list[str] = []
        self._drafts: dict[str, None] = {}
        self._look_agains: dict[str, str] = {}
        self._settled: dict[str, int] = {}
        self._newest: list[tuple[str, str]] = []

    def put_patient(self, row: PatientRow) -> None:
        """List a patient, or list them anew."""
        slot = self._slots.get(row.id)
        if slot is None:
            slot = self._slots[row.id] = len(self._ids)
            self._ids.append(row.id)
        elif _findable(before := self.patients[row.id]):
            self._lookup.remove(slot, before)
            self.findable -= 1
        self.patients.put(row.id, row)
        if _findable(row):
            self._lookup.put(slot, row)
            self.findable += 1

    def put_visit(self, row: VisitRow) -> None:
        """List a visit, or list it anew, also under another patient."""
        before = self.visits.get(row.id)
        if before is not None:
            self._note(before, -1)
        if before is None or before.patient != row.patient:
            if before is not None:
                others = self.of.pop(before.patient)
                if len(others) > 1:
                    self.of[before.patient] = tuple(each for each in others if each != row.id)
            self.of[row.patient] = (*self.of.get(row.patient, ()), row.id)
        self.visits.put(row.id, row)
        self._note(row, 1)

    def visits_of(self, patient: str) -> tuple[VisitRow, ...]:
        """The visits of a patient, newest first."""
        found = [self.visits[visit] for visit in self.of.get(patient, ())]
        return tuple(sorted(found, key=lambda row: (row.head.started, row.id), reverse=True))

    def settle(self) -> None:
        """Put what was listed since in order now, not with the next search."""
        self._lookup.settle()

    def search(self, typed: str, limit: int = 50) -> tuple[Hit, ...]:
        """Patients whose name, number or date of birth begins with each of the words typed."""
        found = self._lookup.find(typed)
        self.found = len(found)
        listed = (self._ids[slot] for slot in self._lookup.first(found, limit))
        return tuple(Hit(self.patients[each], self.visits_of(each)) for each in listed)

    def doubles_of(self, row: PatientRow) -> tuple[PatientRow, ...]:
        """Other patients with the same number, or with the same name and date of birth."""
        number, names = bare(row.number), _spellings(row.name)
        lookup, found = self._lookup, []
        alike = lookup.with_term(number) if number else set()
        for slot in sorted(alike | lookup.born_on(row.born)):
            other = self.patients[self._ids[slot]]
            if other.id == row.id or not _findable(other):
                continue
            same_number = number and bare(other.number) == number
            same_birth = row.born and other.born == row.born
            if same_number or (same_birth and names & _spellings(other.name)):
                found.append(other)
        return tuple(found)

    def due(self, until: str, most: int) -> list[VisitRow]:
        """Signed visits to be looked at again up to ``until`` (ISO date), the earliest first."""
        settled = self._settled
        asked = (
            (day, visit)
            for visit, day in self._look_agains.items()
            if day <= until and visit not in settled
        )
        return [self.visits[visit] for _day, visit in heapq.nsmallest(most, asked)]

    def drafts(self, most: int) -> list[VisitRow]:
        """Drafts of visits and looks again, the last touched first."""
        found = (self.visits[visit] for visit in self._drafts)
        return heapq.nlargest(most, found, key=lambda r: (r.head.last_at or r.head.started, r.id))

    def newest(self, most: int) -> list[VisitRow]:
        """What was signed or looked at again last, the newest first."""
        found: dict[str, VisitRow] = {}
        for moment, visit in reversed(self._newest):
            row = self.visits[visit]  # it may have changed since it was noted
            if _offered(row) and row.head.status != "draft" and _moment(row) == moment:
                found[visit] = row
            if len(found) == most:
                break
        return list(found.values())

    def settled(self, visit: str) -> bool:
        """Whether nobody has to look at a visit again: it was done, or a newer visit follows."""
        return visit in self._settled

    def _note(self, row: VisitRow, by: int) -> None:
        """Keep what presses: drafts, looks again to come, and what these settle."""
        head = row.head
        self._drafts.pop(row.id, None)
        self._look_agains.pop(row.id, None)
        if by > 0 and _offered(row):
            if head.status == "draft":
                self._drafts[row.id] = None
            else:
                self._put_newest(_moment(row), row.id)
            if head.status == "signed" and head.look_again:
                self._look_agains[row.id] = sys.intern(head.look_again)
        target = _settles(head)
        if target:
            count = self._settled.pop(target, 0) + by
            if count > 0:
                self._settled[target] = count

    def _put_newest(self, moment: str, visit: str) -> None:
        newest = self._newest
        if len(newest) < _NEWEST or moment > newest[0][0]:
            bisect.insort(newest, (moment, visit))
        if len(newest) > 2 * _NEWEST:
            del newest[:_NEWEST]


def _findable(row: PatientRow) -> bool:
    return not row.under and not row.erased


def _offered(row: VisitRow) -> bool:
    """An erased visit has no beginning; what was put aside is not offered."""
    return bool(row.head.started) and row.head.status not in ("discarded", "withdrawn")


def _settles(head: VisitHead) -> str:
    """The visit that need not be looked at again because of this one; empty: none."""
    if head.about and head.status == "done":
        return head.about
    return head.follows if head.status != "discarded" else ""


def _moment(row: VisitRow) -> str:
    return row.head.sealed or row.head.last_at


def _spellings(name: str) -> set[tuple[str, ...]]:
    """The words of a name in order of the alphabet, in each spelling."""
    asked = words(name)
    return {tuple(sorted(w[0] for w in asked)), tuple(sorted(w[-1] for w in asked))} - {()}
