"""Autosave: what is said goes into the record at once, on a thread of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from sdm_aid.application.record.entries import entry_body, listed
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.journal import Entry
from sdm_aid.domain.room import Patient
from sdm_aid.records import patients, visits
from sdm_aid.records.naming import Details
from sdm_aid.records.papers import NewPaper
from sdm_aid.records.record import Record
from sdm_aid.records.trouble import Conflict, Refiled

FIRST_WAIT = 1.0
LONGEST_WAIT = 30.0
"""Seconds between tries while the disk is full or the server is away."""

Kind = Literal["kept", "failed", "conflict", "refiled", "differs"]
News = Callable[[Kind, object], None]
"""``kept``: how many entries are in the record; ``failed``: the trouble; ``conflict``: who, when;
``refiled``: the details of the patient whose visit it is now. ``differs``: the details of the
record, which the visit says otherwise.
Called on the keeper's thread."""


T = TypeVar("T")


@dataclass(frozen=True)
class _Said:
    entry: Entry
    after: Consultation
    papers: tuple[NewPaper, ...] = ()


def _nobody(_kind: Kind, _news: object) -> None:
    """Nobody listens any more."""


class Keeper(Generic[T]):
    """Takes things without making anybody wait, and tells when they are on the disk.

    A subclass says how they are written (:meth:`_send`).

    Args:
        kept: how many entries the record holds of this subject, without the first.
        news: see :data:`News`.
    """

    def __init__(self, record: Record, subject: str, kept: int, news: News) -> None:
        self.record, self.subject = record, subject
        self._kept, self._news = kept, news
        self._waiting: list[T] = []
        self._place: str | None = None
        self._change = threading.Condition()
        self._closing = False
        self._halted = False
        self._trouble: Exception | None = None
        self._thread = threading.Thread(target=self._work, name="keeper", daemon=True)
        self._thread.start()

    @property
    def pending(self) -> int:
        """How many entries are not yet in the record."""
        with self._change:
            return len(self._waiting)

    @property
    def kept(self) -> int:
        """How many entries are in the record."""
        with self._change:
            return self._kept

    @property
    def trouble(self) -> Exception | None:
        """Why nothing is taken at present; None: all goes well."""
        with self._change:
            return self._trouble

    def take(self, thing: T) -> None:
        """Take one thing; returns at once."""
        with self._change:
            self._waiting.append(thing)
            self._change.notify_all()

    def put_place(self, place: str) -> None:
        """Note which control has the focus; only the last one counts."""
        with self._change:
            self._place = place
            self._change.notify_all()

    def retry(self) -> None:
        """Try again at once what could not be written."""
        with self._change:
            self._change.notify_all()

    def go_on_from(self, kept: int, things: Iterable[T]) -> None:
        """After a conflict: the record holds ``kept`` entries, and these are the next."""
        with self._change:
            self._kept = kept
            self._waiting = list(things)
            self._halted, self._trouble = False, None
            self._change.notify_all()

    def flush(self, seconds: float) -> bool:
        """Wait until everything is in the record; False where it is not within the time."""
        with self._change:
            return self._change.wait_for(
                lambda: not self._waiting and self._place is None, timeout=seconds
            )

    def close(self, seconds: float = 5.0) -> bool:
        """Write what is waiting and end the thread; False where something could not be written.

        Where the focus was is not something said: nobody is held up by it.
        """
        self.flush(seconds if self.trouble is None else FIRST_WAIT)
        with self._change:
            self._closing = True
            self._change.notify_all()
        self._thread.join(seconds)
        self._news = _nobody  # whoever listened may be gone before a hung write comes back
        return not self.pending

    def _work(self) -> None:
        wait = FIRST_WAIT
        while True:
            with self._change:
                self._change.wait_for(self._something)
                if self._closing:
                    return
                batch, place = tuple(self._waiting), self._place
            try:
                self._write(batch, place)
            except Exception as problem:  # noqa: BLE001  (told; the thread must go on)
                self._tell_trouble(problem)
                with self._change:
                    if not self._closing:
                        self._change.wait(wait)  # sooner, when there is news or a wish
                wait = min(2 * wait, LONGEST_WAIT)
            else:
                wait = FIRST_WAIT

    def _something(self) -> bool:
        busy = bool(self._waiting) or self._place is not None
        return self._closing or (busy and not self._halted)

    def _write(self, batch: tuple[T, ...], place: str | None) -> None:
        if batch:
            self._append(batch)
        if place is not None:
            visits.put_place(self.record, self.subject, place)
        with self._change:
            if self._place == place:
                self._place = None
            self._trouble = None
            self._change.notify_all()
            kept = self._kept
        if batch:
            self._news("kept", kept)

    def _append(self, batch: tuple[T, ...]) -> None:
        version = self._send(batch, self._kept + 1)
        with self._change:
            self._kept = version - 1
            del self._waiting[: len(batch)]

    def _send(self, batch: tuple[T, ...], base: int) -> int:
        """Write the batch after the ``base`` entries there are; how many there are then."""
        raise NotImplementedError

    def _tell_trouble(self, problem: Exception) -> None:
        with self._change:
            self._trouble = problem
            self._halted = isinstance(problem, Conflict)
        self._news("conflict" if isinstance(problem, Conflict) else "failed", problem)


class VisitKeeper(Keeper[_Said]):
    """Keeps the entries of one visit.

    ``title``: how the talk is listed. ``details``: the patient as the record has them.
    ``patient``: the id of whom the visit is filed under; where another room files it elsewhere it
    is kept there, and told.
    """

    def __init__(
        self,
        record: Record,
        visit: str,
        title: str,
        kept: int,
        details: Patient,
        news: News,
        patient: str = "",
    ) -> None:
        self.title, self._details, self._patient = title, details, patient
        super().__init__(record, visit, kept, news)

    def keep(self, entry: Entry, after: Consultation, papers: tuple[NewPaper, ...] = ()) -> None:
        """Take one entry; returns at once. ``papers`` go into the record together with it."""
        self.take(_Said(entry, after, papers))

    def resolve(self, kept: int, entries: tuple[tuple[Entry, Consultation], ...]) -> None:
        """After a conflict: go on from ``kept`` entries in the record with these as the next."""
        with self._change:
            waiting = {said.entry.action: said.papers for said in self._waiting if said.papers}
        self.go_on_from(
            kept,
            (
                # a plan that was sealed here keeps its papers where it stands
                _Said(entry, after, waiting.get(entry.action, ()) if after.seal else ())
                for entry, after in entries
            ),
        )

    def _send(self, batch: tuple[_Said, ...], base: int) -> int:
        try:
            return self._sent(batch, base)
        except Refiled as moved:
            details = patients.details_of(patients.read(self.record, moved.patient))
            self._patient = moved.patient
            # what this window says of the former patient is not said of the one it is now
            self._details = batch[-1].after.patient
            self._news("refiled", details)
            return self._sent(batch, base)

    def _sent(self, batch: tuple[_Said, ...], base: int) -> int:
        user, last = self.record.user, batch[-1]
        patient = last.after.patient
        version = visits.append(
            self.record,
            self.subject,
            base,
            [entry_body(said.entry, user) for said in batch],
            listed(last.after, self.title, last.entry, user, last.entry.at),
            papers=[paper for said in batch for paper in said.papers],
            details=Details(self._details, patient, self._patient),
        )
        if patient != self._details:
            self._tell_difference(patient)
        self._details = patient
        return version

    def _tell_difference(self, said: Patient) -> None:
        """Say so where the record did not take what the visit now says of the patient."""
        filed = self._patient or visits.row_of(self.record, self.subject).patient
        there = patients.details_of(patients.read(self.record, filed))
        if there != said:
            self._news("differs", there)
