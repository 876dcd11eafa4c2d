"""Who signs how, and what is still missing before a plan can be sealed."""

from __future__ import annotations

from typing import Annotated

from pydantic import AwareDatetime, Field

from sdm_aid.domain.base import Frozen
from sdm_aid.domain.terms import Party, SignMethod, Words


class Point(Frozen):
    """One point of a stroke: x and y as shares of the pad's width, pressure, milliseconds."""

    x: float
    y: float
    pressure: Annotated[float, Field(ge=0, le=1)]
    ms: Annotated[int, Field(ge=0)]


class Stroke(Frozen):
    """One movement of pen, finger or mouse."""

    points: tuple[Point, ...] = Field(min_length=1)


class Signature(Frozen):
    """How one person closed the visit: ink, a mark or a spoken yes before a witness, or a no.

    ``strokes`` for ``drawn`` and ``mark``; ``witness`` names who saw a mark or heard the words;
    ``relation`` and ``why`` belong to a representative; ``reason`` to a no, where one was given.
    """

    party: Party
    method: SignMethod
    name: Words
    at: AwareDatetime
    strokes: tuple[Stroke, ...] = ()
    witness: Words | None = None
    relation: Words | None = None
    why: Words | None = None
    reason: Words | None = None


class RecordHead(Frozen):
    """The last entry of the clinic's record when a plan was sealed: its number and its hash.

    With it in every sealed plan, entries cut away from the record afterwards are noticed.
    """

    seq: int = Field(ge=1)
    hash: str = Field(pattern=r"^[0-9a-f]{64}$")


class Seal(Frozen):
    """The plan as it left the program: when, and the SHA-256 of the sealed bytes."""

    at: AwareDatetime
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    file_name: str


class Follows(Frozen):
    """The signed plan that a visit makes a new version of: its visit, seal and fingerprint."""

    visit_id: str = Field(pattern=r"^[0-9a-f]{32}$")
    sealed_at: AwareDatetime
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    """SHA-256 of the sealed bytes of that plan."""


CLOSING_PARTIES: tuple[Party, ...] = ("patient", "representative")
"""Whose ink, mark, spoken yes or no closes the visit on the patient's side."""
