"""What bodies of experts say, option by option, and where they do not say the same (L-91)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sdm_aid.domain.evidence import Position
    from sdm_aid.domain.library import DecisionContent


def decision_positions(content: DecisionContent) -> tuple[Position, ...]:
    """The positions the decision names, in its order."""
    return tuple(content.positions[name] for name in content.decision.positions)


def positions_on(content: DecisionContent, letter: str) -> tuple[Position, ...]:
    """What bodies of experts say about the treatment in this column, in the content's order."""
    treatment = content.decision.option(letter).treatment
    return tuple(p for p in decision_positions(content) if treatment in p.treatments)


def disagree(positions: Iterable[Position]) -> bool:
    """Whether two of them share a conflict and do not say the same (L-91)."""
    stances: dict[str, set[str]] = {}
    for position in positions:
        if position.conflict is not None:
            stances.setdefault(position.conflict, set()).add(position.stance)
    return any(len(found) > 1 for found in stances.values())
