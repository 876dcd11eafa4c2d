"""What bodies of experts say, option by option, and where they do not say the same (L-91)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sdm_aid.domain.evidence import Estimate, Position
    from sdm_aid.domain.library import DecisionContent


def decision_positions(content: DecisionContent) -> tuple[Position, ...]:
    """The positions the decision names, in its order."""
    return tuple(content.positions[name] for name in content.decision.positions)


def positions_on(content: DecisionContent, letter: str) -> tuple[Position, ...]:
    """What bodies of experts say about the treatment in this column, in the content's order."""
    treatment = content.decision.option(letter).treatment
    return tuple(p for p in decision_positions(content) if treatment in p.treatments)


def conflicts_of(content: DecisionContent, estimate: Estimate) -> tuple[str, ...]:
    """The conflicts among experts that a figure is part of, in the order of the positions.

    It conflicts with another figure, and a body of experts in the conflict rests on the same source
    as one of the two (or it names the conflict itself).
    """
    if not estimate.conflict:
        return ()
    others = (content.estimates.get(name) for name in estimate.conflict)
    rests_on = {estimate.source, *(other.source for other in others if other is not None)}
    found = [
        position.conflict
        for position in decision_positions(content)
        if position.conflict is not None
        and (position.source in rests_on or position.conflict in estimate.conflict)
    ]
    return tuple(dict.fromkeys(found))


def conflicts_on(content: DecisionContent, letter: str) -> tuple[str, ...]:
    """The conflicts in which one body of experts is against what stands in a column, another not.

    A quarrel about how it is done, or for whom, does not mark every number of the column.
    """
    names = (p.conflict for p in positions_on(content, letter) if p.conflict is not None)
    every = decision_positions(content)
    return tuple(
        name
        for name in dict.fromkeys(names)
        if _for_and_against(position for position in every if position.conflict == name)
    )


def _for_and_against(positions: Iterable[Position]) -> bool:
    stances = {position.stance for position in positions}
    return "against" in stances and bool(stances & {"for", "conditional"})


def disputed(content: DecisionContent, estimate: Estimate) -> bool:
    """Whether bodies of experts that this figure belongs to do not say the same."""
    positions = decision_positions(content)
    return any(
        disagree(position for position in positions if position.conflict == name)
        for name in conflicts_of(content, estimate)
    )


def disagree(positions: Iterable[Position]) -> bool:
    """Whether two of them share a conflict and do not say the same (L-91)."""
    stances: dict[str, set[str]] = {}
    for position in positions:
        if position.conflict is not None:
            stances.setdefault(position.conflict, set()).add(position.stance)
    return any(len(found) > 1 for found in stances.values())
