"""V-07 and V-08: the rows of "What matters to you" are even and count nothing twice."""

from __future__ import annotations

from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding
from sdm_aid.domain.alignment import fit
from sdm_aid.domain.line_up import standing

GAP = 0.15


def check(data: CheckInput) -> Iterator[Finding]:
    """Double concepts, more of one side than of the other, and a tilt at equal weights (warn)."""
    rows = data.decision.values
    sides = [row.side for row in rows]
    if abs(sides.count("benefit") - sides.count("burden")) > 1:
        what = f"{sides.count('benefit')} benefits and {sides.count('burden')} burdens"
        remedy = "Have as many of one as of the other, give or take one"
        yield data.decision_finding("V-08", "error", "values", what, remedy)
    concepts = [row.concept for row in rows]
    for concept in sorted({name for name in concepts if concepts.count(name) > 1}):
        what = f'two rows measure "{concept}": it would count twice'
        yield data.decision_finding("V-08", "error", "values", what, "Keep one of them")
    if rows:
        yield from _tilt(data)


def _tilt(data: CheckInput) -> Iterator[Finding]:
    """A gap between any two columns; what is not known counts as the middle and is named."""
    rows = data.decision.values
    weights = {row.id: 1 / len(rows) for row in rows}
    fits = {
        option.letter: fit(
            weights, {row.id: standing(data.content, row, option.letter) for row in rows}
        )
        for option in data.decision.options
    }
    middles = [found.mid for found in fits.values()]
    if max(middles) - min(middles) > GAP:
        shown = ", ".join(
            f"{letter} {found.mid:.2f}"
            + ("" if found.shown else f" with {found.known_share:.2f} known")
            for letter, found in fits.items()
        )
        what = f"at equal weights the options lie more than {GAP} apart ({shown})"
        remedy = "Look whether a row is missing, or waive this with the reason"
        yield data.decision_finding("V-07", "warn", "values", what, remedy)
