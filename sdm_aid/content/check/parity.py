"""L-21: where a benefit can be drawn as people, a harm can be too."""

from __future__ import annotations

from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding


def check(data: CheckInput) -> Iterator[Finding]:
    """Treatments with a benefit counted in people and no harm counted in people (warn)."""
    drawn = [item for item in data.shown().values() if item.shape == "frequency"]
    for option in data.decision.options:
        own = [item for item in drawn if option.treatment in item.treatments]
        kinds = {item.kind for item in own}
        if "benefit" in kinds and not kinds & {"harm", "burden"}:
            what = f"{option.letter} has a benefit drawn as people and no harm drawn as people"
            remedy = "Add a harm with its figure; where nobody counted, waive this with the reason"
            key = f"options.{option.letter}"
            yield data.decision_finding("L-21", "warn", key, what, remedy)
