"""What a published figure is: value, people, comparison, time, certainty and source.

One estimate stands once in the evidence files and is referred to by id. Prose about it lives in the
text files under ``evidence.<id>.*``; the quote stays here in the language of the source.
"""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from sdm_aid.domain.base import Frozen, Id
from sdm_aid.domain.measured import DAYS_PER as DAYS_PER
from sdm_aid.domain.measured import Horizon as Horizon
from sdm_aid.domain.measured import Level as Level
from sdm_aid.domain.measured import Scale as Scale
from sdm_aid.domain.measured import TimeUnit as TimeUnit
from sdm_aid.domain.publication import Source as Source
from sdm_aid.domain.publication import SourceKind as SourceKind
from sdm_aid.domain.twice import twice

Certainty = Literal["high", "moderate", "low", "very_low", "not_graded"]
Counted = Literal["people", "procedures"]
CertaintyBy = Literal[
    "grade", "cochrane", "aan", "cinema", "ahrq", "table", "verb", "source", "none"
]
Better = Literal["higher", "lower", "neither"]
Kind = Literal["benefit", "harm", "duration", "burden", "natural-course", "uncontrolled-change"]
ComparatorKind = Literal[
    "no_treatment",
    "wait_list",
    "usual_care",
    "placebo_pill",
    "sham_procedure",
    "active",
    "before_after",
    "none",
]


class Comparator(Frozen):
    """What the treated people were compared with; words under ``evidence.<id>.compared_with``."""

    kind: ComparatorKind
    mixed: bool = False
    """The pooled comparison mixes kinds; ``kind`` is then the least strict one."""
    treatment: Id | None = None


Population = Literal["same", "similar", "different"]


class PopulationIn(Frozen):
    """How near the people studied are to those of one decision."""

    decision: Id
    population: Population


Shape = Literal[
    "frequency",  # people out of `per`: treated, and control where the source has both arms
    "frequency_difference",  # more or fewer people out of `per`; no arm levels
    "score",  # average points: treated, and control where the source has both arms
    "score_difference",  # points between two groups; no arm levels
    "words",  # the source gives a finding without a figure
    "relative",  # ratio, NNT: clinician's drawer only
]


class Estimate(Frozen):
    """One figure from one source about one outcome.

    ``evidence_group`` names the body of evidence: only estimates of one group share a picture
    (D-70). ``display``: ``clinician`` never reaches the patient's screen or paper, ``never`` is
    kept for the record only.
    """

    id: Id
    source: Id
    place: str = Field(min_length=4)
    """Where the figure was read (address)."""
    quote: str = Field(min_length=4)
    """The words found there, in the language of the source."""
    treatments: tuple[Id, ...] = Field(min_length=1)
    kind: Kind
    shape: Shape
    better: Better
    per: Literal[100, 1000, 10000, 100000] | None = None
    counted: Counted = "people"
    """"procedures": the source counts each time it is done, so one person may count several times;
    what it counts ("injections") stands under ``evidence.<id>.counted``."""
    scale: Scale | None = None
    treated: Level | None = None
    control: Level | None = None
    difference: Level | None = None
    from_start: bool = False
    comparator: Comparator
    blinded: Literal["yes", "no", "unknown"]
    acute: bool = False
    horizon: Horizon
    certainty: Certainty
    certainty_by: CertaintyBy = "none"
    population: Population = "same"
    populations: tuple[PopulationIn, ...] = ()
    """Decisions where the people studied are nearer or further than ``population`` says."""
    evidence_group: Id
    conflict: tuple[Id, ...] = ()
    not_with: tuple[Id, ...] = ()
    display: Literal["patient", "clinician", "never"] = "patient"
    derived: str | None = None
    """How a value was worked out from the source's figures, where it was."""

    @model_validator(mode="after")
    def _shape_fits(self) -> Self:
        needs = {
            "frequency": self.treated is not None and self.per is not None,
            "frequency_difference": self.difference is not None and self.per is not None,
            "score": self.treated is not None and self.scale is not None,
            "score_difference": self.difference is not None and self.scale is not None,
            "words": self.treated is None and self.difference is None,
            "relative": self.difference is not None and self.display != "patient",
        }
        if not needs[self.shape]:
            raise ValueError(f"the fields given do not fit the shape '{self.shape}'")
        if self.shape.endswith("difference") and (self.treated or self.control):
            raise ValueError("a difference is not an arm value: leave out treated and control")
        if self.control is not None and self.comparator.kind == "none":
            raise ValueError("a control level needs a comparator")
        if self.kind == "uncontrolled-change" and self.comparator.kind not in (
            "none",
            "before_after",
        ):
            raise ValueError("an uncontrolled change has nobody to compare with")
        if self.certainty == "not_graded" and self.certainty_by != "none":
            raise ValueError("nobody graded it: certainty_by must be 'none'")
        return self

    @model_validator(mode="after")
    def _one_for_each_decision(self) -> Self:
        named = twice(item.decision for item in self.populations)
        if named is not None:
            raise ValueError(f"two populations for the decision '{named}'")
        return self

    @model_validator(mode="after")
    def _counts_something(self) -> Self:
        if self.counted == "procedures" and self.shape != "frequency":
            raise ValueError("only a frequency counts procedures")
        return self

    @model_validator(mode="after")
    def _within_bounds(self) -> Self:
        for level in (self.treated, self.control):
            if level is None:
                continue
            values = [v for v in (level.value, level.low, level.high) if v is not None]
            if self.shape == "frequency" and any(v < 0 or v > (self.per or 0) for v in values):
                raise ValueError(f"a frequency lies between 0 and {self.per}")
            scale = None if self.from_start or self.shape != "score" else self.scale
            if scale and any(v < scale.low or v > scale.high for v in values):
                raise ValueError("a score lies on its scale")
        return self

    @property
    def gap(self) -> Level | None:
        """The difference between the groups: as published, or of both arms of the study.

        Worked out of two arms it has no interval; where one arm is missing there is none.
        """
        if self.difference is not None or self.treated is None or self.control is None:
            return self.difference
        treated, control = self.treated.value, self.control.value
        return None if treated is None or control is None else Level(value=treated - control)

    def seen_from(self, decision: str) -> Estimate:
        """The figure with the match of its people to one decision."""
        own = {item.decision: item.population for item in self.populations}
        return self.evolve(population=own.get(decision, self.population), populations=())

    @property
    def has_number(self) -> bool:
        """Whether patients are shown a number (a finding in words is none)."""
        return self.shape not in ("words", "relative")


class Fact(Frozen):
    """A practical figure (time, visits, driving, cost) that prose names as ``{fact:<id>}``.

    ``low`` alone is one figure; ``low`` and ``high`` a range. ``unit`` is a time unit, ``visits``,
    ``injections`` or ``money`` (then ``currency``, ISO 4217, and ``price_year``).
    """

    id: Id
    source: Id
    place: str = Field(min_length=4)
    quote: str = Field(min_length=4)
    treatments: tuple[Id, ...] = ()
    low: float = Field(ge=0)
    high: float | None = None
    unit: TimeUnit | Literal["visits", "injections", "money"]
    currency: str | None = Field(default=None, pattern=r"^[A-Z]{3}$")
    price_year: int | None = None
    country: str | None = None
    payer: str | None = None

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.high is not None and self.high < self.low:
            raise ValueError("low end above high end")
        if (self.unit == "money") != (self.currency is not None):
            raise ValueError("money, and only money, has a currency")
        return self


class Position(Frozen):
    """What a body of experts says; who and why under ``evidence.<id>.who|says|because``."""

    id: Id
    source: Id
    place: str = Field(min_length=4)
    quote: str = Field(min_length=4)
    treatments: tuple[Id, ...] = Field(min_length=1)
    stance: Literal["for", "against", "conditional", "disputes"]
    year: int
    conflict: Id | None = None
    """Positions that share a conflict stand together, both sides (L-91)."""


class EvidenceFile(Frozen):
    """One file of ``resources/evidence``: the sources and what was read in them."""

    source: tuple[Source, ...] = ()
    estimate: tuple[Estimate, ...] = ()
    fact: tuple[Fact, ...] = ()
    position: tuple[Position, ...] = ()
