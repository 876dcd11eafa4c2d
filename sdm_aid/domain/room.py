"""Who is in the room, and the questions asked before anything else."""

from __future__ import annotations

from datetime import date

from sdm_aid.domain.base import Frozen, Id
from sdm_aid.domain.terms import PresentRole, Words, YesNo


class Patient(Frozen):
    """Who the visit is for: a name and two identifiers (date of birth, clinic number)."""

    name: Words | None = None
    born: date | None = None
    number: Words | None = None


class Clinician(Frozen):
    """Who leads the visit for the clinic."""

    name: Words | None = None
    role: Words | None = None


class Present(Frozen):
    """Somebody else in the room."""

    id: Id
    name: Words
    role: PresentRole


class Clinic(Frozen):
    """The clinic as it stands on paper, with the numbers to call."""

    name: Words | None = None
    phone: Words | None = None
    out_of_hours: Words | None = None


class RedFlag(Frozen):
    """The answer to one warning-sign question."""

    flag: Id
    answer: YesNo
