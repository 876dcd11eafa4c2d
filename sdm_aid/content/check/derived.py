"""L-52: people worked out from averages are never more certain than "low"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding

_FROM_AVERAGES = re.compile(
    r"normal|threshold|standard deviation|averages?|\bSD\b|Φ", re.IGNORECASE
)


def check(data: CheckInput) -> Iterator[Finding]:
    """Frequencies derived from averages with a certainty above low."""
    for name, estimate in data.shown().items():
        people = estimate.shape.startswith("frequency")
        sure = estimate.certainty in ("high", "moderate")
        if people and sure and _FROM_AVERAGES.search(estimate.derived or ""):
            what = f'worked out from averages, yet the certainty is "{estimate.certainty}"'
            yield data.estimate_finding("L-52", "error", name, what, 'Write certainty = "low"')
