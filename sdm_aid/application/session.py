"""The one mutable object of the program: the visit at hand, its journal, and who listens."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sdm_aid.domain.actions import Action, Recorded, Redone, Undone
from sdm_aid.domain.apply import apply
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.journal import Entry, Journal, replay, standing, undoable
from sdm_aid.domain.refusal import Refused

Clock = Callable[[], datetime]
Listener = Callable[[Consultation], None]
Keep = Callable[[Entry, Consultation], None]
"""Takes each entry as it is said, with the state it leads to: the record's autosave."""


class Session:
    """Takes actions, writes the journal, tells its listeners.

    Args:
        journal: how the visit stands (new: no entries).
        clock: gives the aware time of now.
        who: who works the program, as the journal names them.
    """

    def __init__(self, journal: Journal, clock: Clock, who: str) -> None:
        self._begun = journal.begun
        self._entries = list(journal.entries)
        self._clock = clock
        self._listeners: list[Listener] = []
        self.who = who
        self.keep: Keep | None = None
        self._state = replay(journal)

    @property
    def state(self) -> Consultation:
        """The visit as it stands."""
        return self._state

    @property
    def journal(self) -> Journal:
        """All that happened so far."""
        return Journal(begun=self._begun, entries=tuple(self._entries))

    @property
    def can_undo(self) -> bool:
        """True when there is something said to take back, and the plan is not sealed."""
        done, _ = standing(tuple(self._entries))
        return self._state.seal is None and any(undoable(action) for action, _ in done)

    @property
    def can_redo(self) -> bool:
        """True when something taken back can stand again."""
        return self._state.seal is None and bool(standing(tuple(self._entries))[1])

    def now(self) -> datetime:
        """The aware time of now, from the clock the session was given."""
        return self._clock()

    def dispatch(self, action: Action) -> Consultation:
        """Apply ``action``, write it down, tell the listeners.

        Raises:
            Refused: see :func:`sdm_aid.domain.apply.apply`; nothing was written.
        """
        at = self._clock()
        after = apply(self._state, action, at)
        self._append(action, at, after)
        return self._become(after)

    def undo(self) -> Consultation:
        """Take back the last thing said; looking around stays. Nothing to take back: no change.

        Raises:
            Refused: the plan is sealed.
        """
        return self._turn(Undone(), self.can_undo)

    def redo(self) -> Consultation:
        """Let the last thing taken back stand again.

        Raises:
            Refused: the plan is sealed.
        """
        return self._turn(Redone(), self.can_redo)

    def adopt(self, entries: tuple[Entry, ...]) -> Consultation:
        """Go on from other entries: two rooms wrote at once, and one version was chosen."""
        self._entries = list(entries)
        return self._become(replay(self.journal))

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` with every new state; the returned function ends that."""
        self._listeners.append(listener)

        def end() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return end

    def _turn(self, action: Undone | Redone, possible: bool) -> Consultation:
        if self._state.seal is not None:
            raise Refused("sealed")
        if not possible:
            return self._state
        at = self._clock()
        entry = Entry(number=len(self._entries) + 1, at=at, who=self.who, action=action)
        after = replay(Journal(begun=self._begun, entries=(*self._entries, entry)))
        self._append(action, at, after)
        return self._become(after)

    def _append(self, action: Recorded, at: datetime, after: Consultation) -> None:
        entry = Entry(number=len(self._entries) + 1, at=at, who=self.who, action=action)
        self._entries.append(entry)
        if self.keep is not None:
            self.keep(entry, after)

    def _become(self, state: Consultation) -> Consultation:
        self._state = state
        for listener in tuple(self._listeners):
            listener(state)
        return state
