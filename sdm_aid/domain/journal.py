"""The journal of a visit: every action as it was said; autosave, undo, resume and audit in one."""

from __future__ import annotations

from pydantic import AwareDatetime, Field

from sdm_aid.domain.actions import (
    Action,
    BreakTaken,
    CellOpened,
    ExpiredContentUsed,
    LinedUp,
    PatientNamed,
    Recorded,
    Redone,
    Sealed,
    SetAside,
    StepEntered,
    StepSkipped,
    Undone,
)
from sdm_aid.domain.apply import apply
from sdm_aid.domain.base import Frozen
from sdm_aid.domain.consultation import Consultation

NOT_UNDOABLE = (
    StepEntered,
    StepSkipped,
    CellOpened,
    BreakTaken,
    LinedUp,
    Sealed,
    ExpiredContentUsed,
)
"""Looking around is not an entry: undo takes back the last thing said, wherever that was."""


class Entry(Frozen):
    """One line of the journal: the action, who did it, when."""

    number: int = Field(ge=1)
    at: AwareDatetime
    who: str = Field(min_length=1)
    action: Recorded


class Journal(Frozen):
    """A visit as it happened: how it began, and all entries in order."""

    begun: Consultation
    entries: tuple[Entry, ...] = ()


Standing = tuple[Action, AwareDatetime]


def undoable(action: Action) -> bool:
    """True when undo takes this action back."""
    if isinstance(action, PatientNamed) and action.from_record:
        return False
    return not isinstance(action, NOT_UNDOABLE)


def heard(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The entries that count: without those set aside, and without the setting aside itself."""
    away: set[int] = set()
    for entry in reversed(entries):
        action = entry.action
        if isinstance(action, SetAside) and entry.number not in away:
            away.update((*range(action.first, action.last + 1), entry.number))
    return tuple(e for e in entries if e.number not in away) if away else entries


def standing(
    entries: tuple[Entry, ...],
) -> tuple[tuple[Standing, ...], tuple[Standing, ...]]:
    """The actions that stand, in order, and those taken back, last first to be redone."""
    done: list[Standing] = []
    back: list[Standing] = []
    for entry in heard(entries):
        action = entry.action
        if isinstance(action, SetAside):
            continue  # itself set aside by a later one
        if isinstance(action, Undone):
            for place in range(len(done) - 1, -1, -1):
                if undoable(done[place][0]):
                    back.append(done.pop(place))
                    break
        elif isinstance(action, Redone):
            if back:
                done.append(back.pop())
        else:
            done.append((action, entry.at))
            if undoable(action):
                back.clear()
    return tuple(done), tuple(back)


def replay(journal: Journal) -> Consultation:
    """The state that the journal leads to; equals the state of the session that wrote it."""
    state = journal.begun
    for action, at in standing(journal.entries)[0]:
        state = apply(state, action, at)
    return state
