"""Autosave: every action of a visit goes into the record as it is said, on a thread of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from sdm_aid.application.record.entries import entry_body, listed
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.journal import Entry
from sdm_aid.domain.room import Patient
from sdm_aid.records import visits
from sdm_aid.records.papers import NewPaper
from sdm_aid.records.record import Record
from sdm_aid.records.trouble import Conflict, RecordTrouble

FIRST_WAIT = 1.0
LONGEST_WAIT = 30.0
"""Seconds between tries while the disk is full or the server is away."""

Kind = Literal["kept", "failed", "conflict"]
News = Callable[[Kind, object], None]
"""``kept``: how many entries are in the record; ``failed``: the trouble; ``conflict``: who, when.
Called on the keeper's thread."""


@dataclass(frozen=True)
class _Said:
    entry: Entry
    after: Consultation
    papers: tuple[NewPaper, ...] = ()


class VisitKeeper:
    """Takes entries without making anybody wait, and tells when they are on the disk.

    Args:
        visit: its id. ``kept``: how many entries the record holds of it, without how it began.
        details: the patient as the record has them.
        news: see :data:`News`.
    """

    def __init__(
        self,
        record: Record,
        visit: str,
        title: str,
        kept: int,
        details: Patient,
        news: News,
    ) -> None:
        self.record, self.visit, self.title = record, visit, title
        self._kept, self._details, self._news = kept, details, news
        self._waiting: list[_Said] = []
        self._place: str | None = None
        self._change = threading.Condition()
        self._closing = False
        self._halted = False
        self._trouble: RecordTrouble | None = None
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
    def trouble(self) -> RecordTrouble | None:
        """Why nothing is taken at present; None: all goes well."""
        with self._change:
            return self._trouble

    def keep(self, entry: Entry, after: Consultation, papers: tuple[NewPaper, ...] = ()) -> None:
        """Take one entry; returns at once. ``papers`` go into the record together with it."""
        with self._change:
            self._waiting.append(_Said(entry, after, papers))
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

    def resolve(self, kept: int, entries: tuple[tuple[Entry, Consultation], ...]) -> None:
        """After a conflict: go on from ``kept`` entries in the record with these as the next."""
        with self._change:
            self._kept = kept
            self._waiting = [_Said(entry, after) for entry, after in entries]
            self._halted, self._trouble = False, None
            self._change.notify_all()

    def flush(self, seconds: float) -> bool:
        """Wait until everything is in the record; False where it is not within the time."""
        with self._change:
            return self._change.wait_for(
                lambda: not self._waiting and self._place is None, timeout=seconds
            )

    def close(self, seconds: float = 5.0) -> bool:
        """Write what is waiting and end the thread; False where something could not be written."""
        done = self.flush(seconds) if self.trouble is None else self.flush(FIRST_WAIT)
        with self._change:
            self._closing = True
            self._change.notify_all()
        self._thread.join(seconds)
        return done

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
            except RecordTrouble as problem:
                self._tell_trouble(problem)
                with self._change:
                    self._change.wait_for(lambda: self._closing, timeout=wait)
                wait = min(2 * wait, LONGEST_WAIT)
            else:
                wait = FIRST_WAIT

    def _something(self) -> bool:
        busy = bool(self._waiting) or self._place is not None
        return self._closing or (busy and not self._halted)

    def _write(self, batch: tuple[_Said, ...], place: str | None) -> None:
        if batch:
            self._append(batch)
        if place is not None:
            visits.put_place(self.record, self.visit, place)
        with self._change:
            if self._place == place:
                self._place = None
            self._trouble = None
            self._change.notify_all()
            kept = self._kept
        if batch:
            self._news("kept", kept)

    def _append(self, batch: tuple[_Said, ...]) -> None:
        user, last = self.record.user, batch[-1]
        patient = last.after.patient
        version = visits.append(
            self.record,
            self.visit,
            self._kept + 1,
            [entry_body(said.entry, user) for said in batch],
            listed(last.after, self.title, last.entry, user, last.entry.at),
            papers=[paper for said in batch for paper in said.papers],
            details=patient if patient != self._details else None,
        )
        with self._change:
            self._kept = version - 1
            self._details = patient
            del self._waiting[: len(batch)]

    def _tell_trouble(self, problem: RecordTrouble) -> None:
        with self._change:
            self._trouble = problem
            self._halted = isinstance(problem, Conflict)
        self._news("conflict" if isinstance(problem, Conflict) else "failed", problem)
