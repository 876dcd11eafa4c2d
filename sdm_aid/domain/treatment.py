"""What a treatment is, by reference: what could go wrong, what to watch for; prose is in text."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import model_validator

from sdm_aid.domain.base import Frozen, Id
from sdm_aid.domain.twice import twice

CellState = Literal["estimate", "none_seen", "not_counted", "no_figure", "not_applicable", "words"]
"""What a cell holds; never blank (D-11).

``estimate`` a figure; ``none_seen`` counted and none seen (shown with its upper bound);
``not_counted`` the source says studies did not count it; ``no_figure`` we looked and hold none;
``not_applicable``; ``words`` a text, for rows that ask for no figure.
"""

HarmKind = Literal[
    "infection",
    "bleeding",
    "nerve_passing",
    "nerve_lasting",
    "medicine_reaction",
    "no_effect",
    "more_pain",
    "death_or_paralysis",
    "procedure_failure",
    "repeat_procedure",
    "other",
]
REQUIRED_HARMS: tuple[HarmKind, ...] = (
    "infection",
    "bleeding",
    "nerve_passing",
    "nerve_lasting",
    "medicine_reaction",
    "no_effect",
    "more_pain",
    "death_or_paralysis",
)
"""L-40: every treatment states each of these; the state may be "no figure", omission may not."""
PROCEDURE_HARMS: tuple[HarmKind, ...] = ("procedure_failure", "repeat_procedure")
"""What a procedure states besides: that it could not be done as meant, and that it is repeated."""

Severity = Literal["nuisance", "needs_treatment", "hospital", "permanent", "death"]


class CountedHarm(Frozen):
    """Whether a harm was counted, and in which figure."""

    state: CellState
    estimate: Id | None = None
    said_by: Id | None = None
    """The estimate, fact or position whose source says that studies did not count it."""

    @model_validator(mode="after")
    def _state_fits(self) -> Self:
        if (self.state in ("estimate", "none_seen")) != (self.estimate is not None):
            raise ValueError("a counted harm, and only that, names its estimate")
        if self.state == "not_counted" and self.said_by is None:
            raise ValueError("'not counted in studies' needs a source that says so (said_by)")
        return self


class HarmFigure(CountedHarm):
    """The figure of a harm in one decision, where its group of people has another one."""

    decision: Id


class Harm(CountedHarm):
    """One thing that could go wrong.

    Words: ``treatments.<treatment>.harms.<id>.name|how_long|what_we_do`` (``note`` where needed).
    ``estimate`` carries the figure where ``state`` is ``estimate`` or ``none_seen``; ``figures``
    the other one of a decision. ``only_in``: the decisions this line belongs to; empty: all.
    """

    id: Id
    kind: HarmKind
    figures: tuple[HarmFigure, ...] = ()
    only_in: tuple[Id, ...] = ()
    severity: Severity
    reversible: Literal["yes", "mostly", "no", "unknown"]
    timing: Literal["during", "days", "weeks", "later", "any"] = "any"

    @model_validator(mode="after")
    def _one_for_each_decision(self) -> Self:
        figured, placed = twice(figure.decision for figure in self.figures), twice(self.only_in)
        if figured is not None:
            raise ValueError(f"two figures for the decision '{figured}'")
        if placed is not None:
            raise ValueError(f"only_in names the decision '{placed}' twice")
        return self

    def seen_from(self, decision: str) -> Harm | None:
        """This line as one decision shows it; None where it has no place there."""
        if self.only_in and decision not in self.only_in:
            return None
        own = {figure.decision: figure for figure in self.figures}.get(decision)
        if own is None:
            return self.evolve(figures=(), only_in=())
        return self.evolve(
            state=own.state, estimate=own.estimate, said_by=own.said_by, figures=(), only_in=()
        )


class Treatment(Frozen):
    """One thing that could be done, written once and used by many decisions.

    Words under ``treatments.<id>``: ``name``, ``short`` (one line), ``involves``, ``who``,
    ``asks``, ``lasts``, ``getting_ready``, ``afterwards``, ``expect``, ``physical``,
    ``emotional``, ``social``, ``change_mind``, ``if_not_help``, ``get_help.<sign>``. Under
    ``in.<decision>.`` any of them stands again in the words that this decision needs.
    """

    id: Id
    procedure: bool
    """True: a needle, an operation or an implant (L-40 then asks for the whole list of harms)."""
    nothing_new: bool = False
    """True: column A, going on as now; it asks for nothing, so less must be said about it."""
    harms: tuple[Harm, ...] = ()
    get_help: tuple[Id, ...] = ()
    """Signs to get help fast, as text keys under ``treatments.<id>.get_help``."""
    drawer: tuple[Id, ...] = ()
    """Clinician's drawer notes, text keys under ``treatments.<id>.drawer``."""
    evidence_files: tuple[Id, ...] = ()
    """Topics of ``resources/evidence`` that hold the figures of the harms."""

    @model_validator(mode="after")
    def _harms_unique(self) -> Self:
        ids = [harm.id for harm in self.harms]
        if len(ids) != len(set(ids)):
            raise ValueError("a harm is listed twice")
        return self

    def seen_from(self, decision: str) -> Treatment:
        """The treatment with the harms and figures that hold in one decision."""
        seen = (harm.seen_from(decision) for harm in self.harms)
        return self.evolve(harms=tuple(harm for harm in seen if harm is not None))
