"""The list of patients and visits in memory, and searching it.

Names lie encrypted in the database, on a server too; they are decrypted once at unlock and looked
for here. Accents, case and the order of words are forgiven; a date of birth may be typed in any of
the usual ways, also in part.
"""

from __future__ import annotations

import bisect
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from sqlalchemy import Connection, select

from sdm_aid.records import rows, schema
from sdm_aid.records.patients import decoded
from sdm_aid.records.record import Record, head_in
from sdm_aid.records.rows import PatientRow, VisitHead, VisitRow, head_from, unpack
from sdm_aid.records.trouble import DamagedRecord

_WORD = re.compile(r"\w+", re.UNICODE)
_PLAIN = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})


def folded(words: str) -> str:
    """Without accents and case: what is typed and what is kept meet here."""
    bare = unicodedata.normalize("NFKD", words.casefold())
    kept = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return kept.translate(_PLAIN)


class Hit(NamedTuple):
    """A patient found, with their visits, newest first."""

    patient: PatientRow
    visits: tuple[VisitRow, ...]


class Index:
    """All patients and visits as listed. Not thread-safe: one thread uses it at a time."""

    def __init__(self) -> None:
        self.patients: dict[str, PatientRow] = {}
        self.visits: dict[str, VisitRow] = {}
        self.of: dict[str, list[str]] = defaultdict(list)
        self.damaged: list[str] = []
        """Rows that could not be decrypted: they are named, never guessed."""
        self.seq = 0
        self.found = 0
        """How many the last search found, also beyond its limit."""
        self._words: list[tuple[str, str]] = []
        self._fresh: list[tuple[str, str]] = []
        self._terms: dict[str, tuple[str, ...]] = {}

    def put_patient(self, row: PatientRow) -> None:
        """List a patient, or list them anew."""
        self.patients[row.id] = row
        terms = () if row.under or row.erased else tuple(_terms(row))
        if self._terms.get(row.id) != terms:
            self._terms[row.id] = terms
            self._fresh += [(term, row.id) for term in terms]

    def put_visit(self, row: VisitRow) -> None:
        """List a visit, or list it anew, also under another patient."""
        before = self.visits.get(row.id)
        if before is None or before.patient != row.patient:
            if before is not None:
                self.of[before.patient].remove(row.id)
            self.of[row.patient].append(row.id)
        self.visits[row.id] = row

    def visits_of(self, patient: str) -> tuple[VisitRow, ...]:
        """The visits of a patient, newest first."""
        found = [self.visits[visit] for visit in self.of.get(patient, ())]
        return tuple(sorted(found, key=lambda row: row.head.started, reverse=True))

    def search(self, typed: str, limit: int = 50) -> tuple[Hit, ...]:
        """Patients whose name, number or date of birth begins with each of the words typed."""
        words = [word for word in _WORD.findall(folded(typed)) if word]
        self.found = 0
        if not words:
            return ()
        self._settle()
        found: set[str] | None = None
        for word in sorted(words, key=len, reverse=True):
            here = self._beginning(word, found)
            found = here if found is None else found & here
            if not found:
                return ()
        self.found = len(found or ())
        listed = sorted((self.patients[each] for each in found or ()), key=_by_name)
        return tuple(Hit(row, self.visits_of(row.id)) for row in listed[:limit])

    def doubles_of(self, row: PatientRow) -> tuple[PatientRow, ...]:
        """Other patients with the same number, or with the same name and date of birth."""
        number, name = folded(row.number).strip(), sorted(_WORD.findall(folded(row.name)))
        found = []
        for other in self.patients.values():
            if other.id == row.id or other.under or other.erased:
                continue
            same_number = number and folded(other.number).strip() == number
            same_birth = row.born and other.born == row.born
            if same_number or (
                same_birth and name and sorted(_WORD.findall(folded(other.name))) == name
            ):
                found.append(other)
        return tuple(found)

    def _beginning(self, word: str, among: set[str] | None) -> set[str]:
        if among is not None and len(among) < 200:
            return {
                each for each in among if any(t.startswith(word) for t in self._terms.get(each, ()))
            }
        start = bisect.bisect_left(self._words, (word, ""))
        found = set()
        for place in range(start, len(self._words)):
            term, patient = self._words[place]
            if not term.startswith(word):
                break
            if term in self._terms.get(patient, ()):
                found.add(patient)
        return found

    def _settle(self) -> None:
        if not self._fresh:
            return
        if len(self._fresh) < 64:
            for entry in self._fresh:
                bisect.insort(self._words, entry)
        else:
            self._words = sorted({*self._words, *self._fresh})
        self._fresh = []


def load(record: Record, progress: Callable[[int, int], None] | None = None) -> Index:
    """Decrypt the whole list; takes seconds for 100,000 visits, so it runs beside the window."""
    index = Index()
    with record.reading() as connection:
        index.seq = head_in(connection).seq
        _read(record, connection, index, -1, progress)
    index._settle()
    return index


def refresh(record: Record, index: Index) -> bool:
    """Bring in what changed since, also by another room; True where something did."""
    with record.reading() as connection:
        now = head_in(connection).seq
        if now == index.seq:
            return False
        _read(record, connection, index, index.seq, None)
        index.seq = now
    return True


def _read(
    record: Record,
    connection: Connection,
    index: Index,
    after: int,
    progress: Callable[[int, int], None] | None,
) -> None:
    table, visits = schema.patients, schema.visits
    for row in connection.execute(select(table).where(table.c.changed > after)).all():
        try:
            index.put_patient(decoded(record, connection, row))
        except DamagedRecord as problem:
            index.damaged.append(str(problem))
    columns = (visits.c.id, visits.c.kind, visits.c.patient, visits.c.head, visits.c.version)
    found = connection.execute(select(*columns).where(visits.c.changed > after)).all()
    for number, (visit, kind, patient, head, version) in enumerate(found):
        if progress is not None and number % 1_000 == 0:
            progress(number, len(found))
        listed = VisitRow(visit, kind, patient, VisitHead(), version)
        if head is not None:
            try:
                over = record.patient_key(connection, patient)
                told = unpack(over, bytes(head), rows.head_place(visit, patient))
                listed = listed._replace(head=head_from(told))
            except DamagedRecord as problem:
                index.damaged.append(str(problem))
        index.put_visit(listed)


def _terms(row: PatientRow) -> Iterator[str]:
    """Words of the name, the number whole and in parts, the date of birth as it may be typed."""
    yield from _unique(
        (*_WORD.findall(folded(row.name)), *_WORD.findall(folded(row.number)), *_births(row.born)),
        folded("".join(_WORD.findall(row.number))),
    )


def _births(born: str) -> tuple[str, ...]:
    if not born:
        return ()
    year, month, day = born.split("-")
    return (
        year,
        month,
        day,
        str(int(month)),
        str(int(day)),
        year + month + day,
        day + month + year,
    )


def _unique(words: Iterable[str], last: str) -> Iterator[str]:
    seen = set()
    for word in (*words, last):
        if word and word not in seen:
            seen.add(word)
            yield word


def _by_name(row: PatientRow) -> tuple[str, str, str]:
    return folded(row.name), row.born, row.number
