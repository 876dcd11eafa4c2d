"""Finds patients by what they are called, numbered, and when they were born; in memory."""

from __future__ import annotations

import bisect
import heapq
from array import array
from collections.abc import Iterable, Iterator, Sequence

from sdm_aid.records import births
from sdm_aid.records.rows import PatientRow
from sdm_aid.records.typed import BETWEEN, folded, name_terms, number_terms, words

_CHUNK = 2_000
"""How much is put in order at once: about a millisecond, then other threads have their turn."""
_FEW = 64
_LONGEST_GROUP = 4
_AFTER = "\U0010ffff"


class Lookup:
    """Terms of patients in order; patients are slots, numbers from 0 on that never change."""

    def __init__(self) -> None:
        self._terms: list[str] = []
        self._slots = array("I")
        self._fresh: list[tuple[str, int]] = []
        self._born = array("I")
        self._names: list[str] = []

    def put(self, slot: int, row: PatientRow) -> None:
        """Let a patient be found; ``slot`` is new, or was taken out before."""
        while len(self._names) <= slot:
            self._names.append("")
            self._born.append(0)
        self._names[slot] = folded(row.name)
        self._born[slot] = births.number_of(row.born)
        self._fresh += [(term, slot) for term in _terms(row)]

    def remove(self, slot: int, row: PatientRow) -> None:
        """Let a patient be found no more; ``row`` as it was put."""
        self.settle()
        for term in _terms(row):
            place = bisect.bisect_left(self._terms, term)
            while self._slots[place] != slot:
                place += 1
            del self._terms[place], self._slots[place]
        self._names[slot], self._born[slot] = "", 0

    def find(self, typed: str) -> set[int]:
        """The slots that fit every word typed; neighbouring words may be one, or a date."""
        self.settle()
        asked = words(typed)
        reached: list[set[int] | None] = [None]
        for end in range(1, len(asked) + 1):
            here: set[int] = set()
            for start in range(max(0, end - _LONGEST_GROUP), end):
                before = reached[start]
                if before is None or before:
                    here |= self._group(asked[start:end], before)
            reached.append(here)
        return (reached[-1] or set()) if asked else set()

    def with_term(self, term: str) -> set[int]:
        """The slots that have exactly this term."""
        self.settle()
        first = bisect.bisect_left(self._terms, term)
        return set(self._slots[first : bisect.bisect_right(self._terms, term)])

    def born_on(self, born: str) -> set[int]:
        """The slots born on a day (ISO date)."""
        day = births.number_of(born)
        return {slot for slot, each in enumerate(self._born) if each == day} if day else set()

    def first(self, slots: Iterable[int], most: int) -> list[int]:
        """The first by name, then by birth."""
        names, born = self._names, self._born
        return heapq.nsmallest(most, slots, key=lambda slot: (names[slot], born[slot], slot))

    def settle(self) -> None:
        """Bring in what was put since; many at once in steps that give way to other threads."""
        fresh, self._fresh = self._fresh, []
        if len(fresh) < _FEW:
            for term, slot in fresh:
                place = bisect.bisect_right(self._terms, term)
                self._terms.insert(place, term)
                self._slots.insert(place, slot)
            return
        chunks = [sorted(fresh[at : at + _CHUNK]) for at in range(0, len(fresh), _CHUNK)]
        terms: list[str] = []
        slots = array("I")
        for term, slot in heapq.merge(zip(self._terms, self._slots, strict=True), *chunks):
            if terms and terms[-1] == term:
                term = terms[-1]  # one string for all
            terms.append(term)
            slots.append(slot)
        self._terms, self._slots = terms, slots

    def _group(self, group: Sequence[tuple[str, ...]], among: set[int] | None) -> set[int]:
        """The slots for which these words are one thing: a word, a number, a date."""
        plain = [spellings[0] for spellings in group]
        spelt = [spellings[-1] for spellings in group]
        found = self._beginning("".join(plain).replace(BETWEEN, ""), among)
        if spelt != plain:
            found |= self._beginning("".join(spelt).replace(BETWEEN, ""), among)
        for word in group[0] if len(group) == 1 and BETWEEN in plain[0] else ():
            parts = among
            for part in word.split(BETWEEN):
                parts = self._beginning(part, parts)
            found |= parts or set()
        parts_of_date = [part for word in plain for part in word.split(BETWEEN)]
        for fit in births.fitting(parts_of_date):
            found.update(self._born_like(fit, among))
        return found

    def _beginning(self, start: str, among: set[int] | None) -> set[int]:
        first = bisect.bisect_left(self._terms, start)
        last = bisect.bisect_left(self._terms, start + _AFTER, first)
        found = set(self._slots[first:last])
        return found if among is None else found & among

    def _born_like(self, fit: births.Births, among: set[int] | None) -> Iterator[int]:
        years, days, born = fit.years, fit.days, self._born
        if among is not None:
            pairs: Iterable[tuple[int, int]] = ((slot, born[slot]) for slot in among)
        else:
            pairs = enumerate(born)
        for slot, day in pairs:
            if (days is None or day % 10_000 in days) and (years is None or day // 10_000 in years):
                yield slot


def _terms(row: PatientRow) -> list[str]:
    found = dict.fromkeys((*name_terms(row.name), *number_terms(row.number)))
    found.pop("", None)
    return list(found)
