"""Looks again as a table for the clinic's own audit: no names, no days, nobody's own words."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable
from dataclasses import dataclass

from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.course import VisitScores, course
from sdm_aid.domain.follow_up import AGREED, FollowUp

COLUMNS = (
    "pseudonym",
    "decision",
    "days_since_signing",
    "baseline_pain_average",
    "baseline_pain_now",
    "pain_average",
    "pain_now",
    "target_pain",
    "peg",
    "goal",
    "pgic",
    "harms",
    "harm_ids",
    "asked_none_happened",
    "agreed_doing",
    "steps_still_done",
    "steps_asked",
)
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@dataclass(frozen=True, slots=True)
class FollowedUp:
    """One look again, the signed visit it is about, and what the caller calls the patient."""

    pseudonym: str
    signed: Consultation
    follow_up: FollowUp
    visits: tuple[VisitScores, ...] = ()
    """Other visits: a newer one may have set another mark of what is good enough."""


def follow_ups_csv(rows: Iterable[FollowedUp]) -> str:
    """The table with a head and one row for each look again that is done.

    Raises:
        ValueError: a pseudonym is empty, or is the patient's own name or number.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        if row.follow_up.done:
            writer.writerow([_safe(cell) for cell in _cells(row)])
    return out.getvalue()


def _cells(row: FollowedUp) -> tuple[object, ...]:
    _check(row)
    signed, look = row.signed, row.follow_up
    known = tuple(visit for visit in row.visits if visit.at <= look.at)
    doing, steps = look.doing_of(AGREED), [one for one in look.doing if one.id != AGREED]
    asked = [one for one in steps if one.state is not None]
    peg = look.peg.score
    return (
        row.pseudonym,
        signed.content.id,
        _days(signed, look),
        signed.you.pain_average,
        signed.you.pain_now,
        look.pain_average,
        look.pain_now,
        course(signed, (look,), known).target,
        None if peg is None else f"{float(peg):.2f}",
        look.goal,
        look.pgic,
        len(look.harms),
        " ".join(one.harm for one in look.harms if one.harm),
        "yes" if look.none_happened else None,
        doing.state if doing else None,
        sum(one.state == "still" for one in asked) if asked else None,
        len(asked),
    )


def _days(signed: Consultation, look: FollowUp) -> int | None:
    if signed.seal is None:
        return None
    return math.floor((look.at - signed.seal.at).total_seconds() / 86_400)


def _check(row: FollowedUp) -> None:
    bare = row.pseudonym.strip().casefold()
    patient = row.signed.patient
    own = {words.strip().casefold() for words in (patient.name, patient.number) if words}
    if not bare or bare in own:
        raise ValueError("a pseudonym must be given, and it must not be the patient's own")


def _safe(cell: object) -> str:
    """Text that no spreadsheet takes for a formula."""
    text = "" if cell is None else str(cell)
    number = isinstance(cell, int)
    return f"'{text}" if not number and text.lstrip(" ").startswith(_STARTS_A_FORMULA) else text
