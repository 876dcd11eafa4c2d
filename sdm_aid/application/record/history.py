"""The history of a visit as lines to read: who, when, what, and what became of it."""

from __future__ import annotations

import heapq
import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Literal, NamedTuple

from sdm_aid.application.record.entries import journal_of
from sdm_aid.application.record.look_history import look_lines
from sdm_aid.domain.actions import CellOpened, LinedUp, Redone, SetAside, StepEntered, Undone
from sdm_aid.domain.apply import apply
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.journal import Entry, Journal, heard, replay, undoable
from sdm_aid.domain.refusal import Refused
from sdm_aid.i18n import _
from sdm_aid.records import patients, visits
from sdm_aid.wording.filed import event_words
from sdm_aid.wording.history import told

if TYPE_CHECKING:
    from sdm_aid.domain.library import DecisionContent
    from sdm_aid.records.record import Record
    from sdm_aid.records.rows import Event, PatientRow, VisitRow
    from sdm_aid.records.visits import StoredVisit

Fate = Literal["stands", "taken_back", "set_aside"]
LineKind = Literal["said", "looked", "event"]
_LOOKS = (StepEntered, CellOpened, LinedUp)


class Line(NamedTuple):
    """One line of a history. ``number``: of the entry; 0 for what is no entry of the visit."""

    at: datetime
    who: str
    words: str
    kind: LineKind = "said"
    fate: Fate = "stands"
    number: int = 0


class History(NamedTuple):
    """A visit's history, oldest first."""

    row: VisitRow
    patient: PatientRow
    lines: tuple[Line, ...]

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody who did something, in the order they came."""
        return tuple(dict.fromkeys(line.who for line in self.lines if line.who))


def visit_history(record: Record, visit: str, content: DecisionContent | None = None) -> History:
    """Read a visit or a look again and tell all of it; runs off the GUI thread.

    ``content``: for the names of rows and choices; None: ids stand for themselves.

    Raises:
        sdm_aid.records.trouble.RecordTrouble: it is not there, or damaged.
    """
    stored = visits.read(record, visit)
    events = [event_line(event) for event in visits.visit_events(record, visit)]
    said = lines_of(stored, content)
    # by time, but each in its own order: a clock that was set back turns nothing round
    lines = tuple(heapq.merge(said, events, key=_moment))
    return History(stored.row, stored.patient, lines)


def lines_of(stored: StoredVisit, content: DecisionContent | None) -> list[Line]:
    """What was said in a visit or look again as read, without the events around it."""
    if stored.row.kind == "follow_up":
        return [Line(at, who, words) for at, who, words in look_lines(stored.bodies, stored.row.id)]
    journal = journal_of(stored.bodies, stored.row.id)
    who = str(json.loads(stored.bodies[0])["who"])
    return [_begun_line(journal, stored.row.head.title, who), *entry_lines(journal, content)]


def patient_history(record: Record, patient: str) -> list[Line]:
    """What happened to a patient's record itself, oldest first; runs off the GUI thread."""
    return [event_line(event) for event in patients.history(record, patient)]


def event_line(event: Event) -> Line:
    """An event of the record as a line."""
    return Line(event.at, event.who, event_words(event.what), "event")


def _begun_line(journal: Journal, title: str, who: str) -> Line:
    begun = journal.begun
    words = _("The visit began: {title}").format(title=title or begun.content.id)
    if begun.follows is not None:
        words += ". " + _("It is a new version of an earlier plan")
    return Line(begun.started, who, words, "event")


def entry_lines(journal: Journal, content: DecisionContent | None) -> Iterator[Line]:
    """Every entry of a journal as a line."""
    fate, turned = _fates(journal.entries), dict(turns(journal.entries))
    words: dict[int, str] = {}
    for entry, before in _with_states(journal):
        action = entry.action
        words[entry.number] = told(action, content, before)
        if entry.number in turned:
            form = _("Took back: {words}") if isinstance(action, Undone) else _("Put back: {words}")
            words[entry.number] = form.format(words=words[turned[entry.number]])
        kind: LineKind = "looked" if isinstance(action, _LOOKS) else "said"
        yield Line(entry.at, entry.who, words[entry.number], kind, fate[entry.number], entry.number)


def turns(entries: tuple[Entry, ...]) -> Iterator[tuple[int, int]]:
    """Which entry each undo and redo was about: (its number, the number of that entry)."""
    done: list[Entry] = []
    back: list[Entry] = []
    for entry in heard(entries):
        if isinstance(entry.action, Undone):
            place = _last_undoable(done)
            if place is not None:
                back.append(done.pop(place))
                yield entry.number, back[-1].number
        elif isinstance(entry.action, Redone):
            if back:
                done.append(back.pop())
                yield entry.number, done[-1].number
        else:
            done.append(entry)
            if not isinstance(entry.action, SetAside) and undoable(entry.action):
                back.clear()


def _last_undoable(done: list[Entry]) -> int | None:
    for place in range(len(done) - 1, -1, -1):
        action = done[place].action
        if not isinstance(action, Undone | Redone | SetAside) and undoable(action):
            return place
    return None


def _fates(entries: tuple[Entry, ...]) -> dict[int, Fate]:
    counts = {entry.number for entry in heard(entries)}
    fate: dict[int, Fate] = {
        entry.number: "stands"
        if entry.number in counts or isinstance(entry.action, SetAside)
        else "set_aside"
        for entry in entries
    }
    actions = {entry.number: entry.action for entry in entries}
    for turn, about in turns(entries):
        fate[about] = "taken_back" if isinstance(actions[turn], Undone) else "stands"
    return fate


def _with_states(journal: Journal) -> Iterator[tuple[Entry, Consultation | None]]:
    """Each entry with the visit as it stood before; None where that cannot be told."""
    state: Consultation | None = journal.begun
    for place, entry in enumerate(journal.entries, start=1):
        yield entry, state
        action = entry.action
        try:
            if state is None or isinstance(action, Undone | Redone | SetAside):
                state = replay(Journal(begun=journal.begun, entries=journal.entries[:place]))
            else:
                state = apply(state, action, entry.at)
        except Refused:  # two rooms wrote at once, and what they wrote does not go together
            state = None


def _moment(line: Line) -> datetime:
    return line.at


def of_person(lines: Iterable[Line], who: str) -> tuple[Line, ...]:
    """Only what one person did; an empty name: everybody."""
    return tuple(line for line in lines if not who or line.who == who)
