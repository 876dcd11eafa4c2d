"""What may be drawn of a figure: people, a ruler, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from sdm_aid.domain.risk import Denominator, frequency_of

if TYPE_CHECKING:
    from sdm_aid.domain.evidence import Estimate

PictureKind = Literal[
    "paired_arrays", "single_array", "ruler_arms", "ruler_difference", "ruler_course", "words"
]
MOST_ICONS: Denominator = 1000
"""D-23: rarer than that is a line of the harms panels, never an array."""


def picture_kind(
    estimate: Estimate | None, arm: Literal["treated", "control"], denominator: int | None
) -> PictureKind:
    """What may be drawn of a figure; a missing arm is never completed, a range has no middle."""
    if estimate is None:
        return "words"
    if estimate.shape == "frequency":
        own = frequency_of(estimate, arm)
        if own is None or own.point is None or (denominator or 100) > MOST_ICONS:
            return "words"
        other = frequency_of(estimate, "control")
        return "single_array" if other is None or other.point is None else "paired_arrays"
    if estimate.shape == "score_difference":
        level = estimate.difference
        return "words" if level is None or level.value is None else "ruler_difference"
    if estimate.shape == "score":
        return _ruler(estimate, arm)
    return "words"


def _ruler(estimate: Estimate, arm: Literal["treated", "control"]) -> PictureKind:
    level = estimate.treated if arm == "treated" else estimate.control
    if level is None or level.value is None or estimate.from_start:
        # a change within one group is not a place on the scale
        return "words"
    if estimate.control is not None and estimate.control.value is not None:
        return "ruler_arms"
    return "ruler_course"
