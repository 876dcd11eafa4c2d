"""How it went since a signed plan: points in time, change, the patient's own mark, size words.

Sources of what change matters on a 0 to 10 scale of pain (NRS): IMMPACT's provisional benchmarks,
Dworkin RH et al. J Pain 2008;9(2):105-21: a fall of 10 to 20 of 100 parts of where it began is
minimal, of 30 or more moderate, of 50 or more substantial. They hold for falls in groups of people
in studies; none are published for a rise, and they say nothing of what caused a change. The PEG is
the mean of its three answers: Krebs EE et al. J Gen Intern Med 2009;24(6):733-8.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Literal, Self

from pydantic import AwareDatetime, Field

from sdm_aid.domain.base import Frozen
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.follow_up import FollowUp, Peg
from sdm_aid.domain.terms import Score

Measured = Literal["average", "now"]
"""The average of the past week, or the pain of the moment: two questions, never mixed."""
PEG = "peg"
"""The instrument of that id in ``resources/measures``."""
Band = Literal["minimal", "moderate", "substantial"]
_BANDS: tuple[tuple[Fraction, Band], ...] = (
    (Fraction(1, 2), "substantial"),
    (Fraction(3, 10), "moderate"),
    (Fraction(1, 10), "minimal"),
)


class VisitScores(Frozen):
    """What the course needs of a visit: when, its scores, the patient's own mark."""

    visit_id: str = Field(pattern=r"^[0-9a-f]{32}$")
    at: AwareDatetime
    average: Score | None = None
    now: Score | None = None
    peg: Peg = Peg()
    target: Score | None = None
    signed: bool = True

    @classmethod
    def of(cls, state: Consultation) -> Self:
        """The scores of a visit as it stands."""
        return cls(
            visit_id=state.visit_id,
            at=state.started,
            average=state.you.pain_average,
            now=state.you.pain_now,
            peg=_peg(state),
            target=state.plan.target_pain,
            signed=state.seal is not None,
        )


@dataclass(frozen=True, slots=True)
class CoursePoint:
    """One visit or one look again; ``about`` is its id."""

    at: datetime
    kind: Literal["visit", "look_again"]
    about: str
    average: int | None = None
    now: int | None = None
    peg: Fraction | None = None
    signed: bool = False
    baseline: bool = False

    @property
    def measured(self) -> Measured | None:
        """Which of the two questions the point shows: the average where it was asked."""
        if self.average is not None:
            return "average"
        return "now" if self.now is not None else None

    @property
    def pain(self) -> int | None:
        """The number the point shows."""
        return self.average if self.average is not None else self.now


@dataclass(frozen=True, slots=True)
class Change:
    """From the signed visit to the last number of the same question."""

    measured: Measured
    start: int
    end: int

    @property
    def points(self) -> int:
        """Points more (positive) or less (negative) than at the start."""
        return self.end - self.start

    @property
    def share(self) -> Fraction | None:
        """The fall as a share of the start, negative for a rise; None where it began at 0."""
        return None if self.start == 0 else Fraction(self.start - self.end, self.start)

    @property
    def band(self) -> Band | None:
        """IMMPACT's provisional word for a fall of this size; None for less, and for a rise."""
        share = self.share
        if share is None:
            return None
        return next((band for least, band in _BANDS if share >= least), None)


@dataclass(frozen=True, slots=True)
class Course:
    """All points in order of time, and what follows from them."""

    points: tuple[CoursePoint, ...]
    change: Change | None
    unlike: bool
    """Both ends have a number, but to different questions: they are not compared."""
    target: int | None
    """The mark the patient set last."""

    @property
    def baseline(self) -> CoursePoint:
        """The signed visit that is looked back at."""
        return next(point for point in self.points if point.baseline)

    @property
    def latest(self) -> CoursePoint | None:
        """The last point after the signed visit that has a number; None where there is none."""
        return _latest(self.points)

    @property
    def pegs(self) -> tuple[CoursePoint, ...]:
        """The points with a PEG."""
        return tuple(point for point in self.points if point.peg is not None)

    @property
    def over_target(self) -> int | None:
        """Points the last average lies over the mark (0 or less: there); None where unknown."""
        latest = self.latest
        if self.target is None or latest is None or latest.pain is None:
            return None
        return latest.pain - self.target


def course(
    signed: Consultation,
    follow_ups: Iterable[FollowUp] = (),
    visits: Iterable[VisitScores] = (),
) -> Course:
    """The course around a signed visit: looks again at this or other plans, and other visits.

    The same visit or look again given twice counts once, the later one given.
    """
    own = VisitScores.of(signed)
    others = {one.visit_id: one for one in visits}
    others.pop(own.visit_id, None)
    looks = {one.id: one for one in follow_ups}
    points = sorted(
        (
            _of_visit(own, baseline=True),
            *(_of_visit(one, baseline=False) for one in others.values()),
            *(_of_look(one) for one in looks.values()),
        ),
        key=lambda point: (point.at, not point.baseline),
    )
    marks = sorted((one for one in (own, *others.values()) if one.target is not None), key=_when)
    start, latest = _of_visit(own, baseline=True), _latest(points)
    change = _change(start, latest)
    both = start.pain is not None and latest is not None
    return Course(
        points=tuple(points),
        change=change,
        unlike=both and change is None,
        target=marks[-1].target if marks else None,
    )


def _peg(state: Consultation) -> Peg:
    """The three answers of step You, where they were asked there."""
    taken = state.assessment.taken(PEG)
    if taken is None:
        return Peg()
    return Peg(**{name: _from_0_to_10(taken.points(name)) for name in Peg.model_fields})


def _from_0_to_10(points: int | None) -> int | None:
    return points if points is not None and 0 <= points <= 10 else None


def _when(visit: VisitScores) -> datetime:
    return visit.at


def _of_visit(visit: VisitScores, *, baseline: bool) -> CoursePoint:
    return CoursePoint(
        at=visit.at,
        kind="visit",
        about=visit.visit_id,
        average=visit.average,
        now=visit.now,
        peg=visit.peg.score,
        signed=visit.signed,
        baseline=baseline,
    )


def _of_look(look: FollowUp) -> CoursePoint:
    return CoursePoint(
        at=look.at,
        kind="look_again",
        about=look.id,
        average=look.pain_average,
        now=look.pain_now,
        peg=look.peg.score,
    )


def _latest(points: Sequence[CoursePoint]) -> CoursePoint | None:
    place = next(n for n, point in enumerate(points) if point.baseline)
    after = [point for point in points[place + 1 :] if point.pain is not None]
    return after[-1] if after else None


def _change(start: CoursePoint, latest: CoursePoint | None) -> Change | None:
    """Like with like: the averages, or else the pain of the moment on both days."""
    if latest is None:
        return None
    if start.average is not None and latest.average is not None:
        return Change("average", start.average, latest.average)
    if start.now is not None and latest.now is not None:
        return Change("now", start.now, latest.now)
    return None
