"""What a cell of the table says in each of its states; never blank (D-11)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from sdm_aid.i18n import N_, _
from sdm_aid.i18n.formats import number
from sdm_aid.wording.costs import cost_lines
from sdm_aid.wording.facts import say
from sdm_aid.wording.figure import FigureWords, describe
from sdm_aid.wording.sentence import paragraph

if TYPE_CHECKING:
    from sdm_aid.domain.decision import Cell, Row
    from sdm_aid.domain.library import DecisionContent
    from sdm_aid.domain.prices import PriceList
    from sdm_aid.domain.risk import Units
    from sdm_aid.domain.treatment import CellState

GLYPHS: Mapping[CellState, str] = MappingProxyType(
    {
        "estimate": "figure",
        "none_seen": "counted-zero",
        "not_counted": "not-counted",
        "no_figure": "looked-none",
        "not_applicable": "does-not-apply",
        "words": "words",
    }
)
"""Key of the sign that stands with a state; every state has its own."""
_LABELS: Mapping[CellState, str] = MappingProxyType(
    {
        "estimate": N_("A finding from studies"),
        "none_seen": N_("Counted, none seen"),
        "not_counted": N_("Not counted in studies"),
        "no_figure": N_("No checked number found"),
        "not_applicable": N_("Does not apply"),
        "words": N_("In words"),
    }
)
_MEANINGS: Mapping[CellState, str] = MappingProxyType(
    {
        "estimate": N_("Somebody studied this, and you can open the source."),
        "none_seen": N_("People looked for it and saw none. It could still happen."),
        "not_counted": N_("The studies say that they did not count this. It may still happen."),
        "no_figure": N_("We looked and hold no number that we could check."),
        "not_applicable": N_("This question does not fit here."),
        "words": N_("This line needs no number."),
    }
)


@dataclass(frozen=True, slots=True)
class CellWords:
    """A cell: its state in words and sign, its first figure, further ones, and its sentence."""

    state: CellState
    glyph: str
    label: str
    meaning: str
    figure: FigureWords | None
    more: tuple[FigureWords, ...]
    text: str
    said_by: str | None
    alt: str
    lines: tuple[str, ...] = ()
    """Its sentence line by line, where a screen sets it so."""


def state_label(state: CellState) -> str:
    """The name of a state, also for the legend."""
    return _(_LABELS[state])


def state_meaning(state: CellState) -> str:
    """What the state means, in one sentence."""
    return _(_MEANINGS[state])


def cell_words(
    content: DecisionContent,
    cell: Cell,
    *,
    denominator: int | None = None,
    prices: PriceList | None = None,
) -> CellWords:
    """The words of one cell; give the row's denominator so that all columns share it (D-02).

    ``prices``: the clinic's own list, for a cell of the cost row.
    """
    figures = [
        describe(content, name, arm=cell.arm if place == 0 else "treated", denominator=denominator)
        for place, name in enumerate(cell.estimates)
    ]
    text = say(content, cell.text) if cell.text else ""
    lines: tuple[str, ...] = (text,) if text else ()
    if prices is not None:
        lines = cost_lines(content, cell, prices)
        text = " ".join(lines)
    parts = [text, *(figure.alt for figure in figures)]
    if cell.state not in ("estimate", "words"):
        parts.insert(0, state_label(cell.state))
    return CellWords(
        state=cell.state,
        glyph=GLYPHS[cell.state],
        label=state_label(cell.state),
        meaning=state_meaning(cell.state),
        figure=figures[0] if figures else None,
        more=tuple(figures[1:]),
        text=text,
        said_by=cell.said_by,
        alt=paragraph(*parts),
        lines=lines,
    )


_OUT_OF: Mapping[Units, str] = MappingProxyType(
    {
        "people": N_("Out of every {d} people"),
        "procedures": N_("Out of every {d} times it is done"),
        "mixed": N_("Out of every {d} people, or times it is done"),
    }
)


def out_of_every(denominator: int, counted: Units = "people") -> str:
    """The large line of a row: "Out of every 100 people"; ``counted``: what its figures count."""
    return _(_OUT_OF[counted]).format(d=number(denominator))


def different_studies(content: DecisionContent, row: Row) -> str:
    """The band across a row whose numbers may not be lined up (D-70).

    Where it stands is for the table to say (``TableRow.different_studies``).
    """
    return paragraph(different_studies_line(), say(content, f"rows.{row.id}.different", ""))


def different_studies_line() -> str:
    """What the band says of every row, without what is special to one."""
    return _(
        "These numbers come from different studies. They can't be lined up against each other."
    )
