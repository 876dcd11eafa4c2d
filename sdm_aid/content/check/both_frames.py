"""L-04: whoever says what people did says what the others did not: the program counts both."""

from __future__ import annotations

from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding


def check(data: CheckInput) -> Iterator[Finding]:
    """Shares of people with words for one side only."""
    text = data.content.text
    for name, estimate in data.shown().items():
        if estimate.shape != "frequency":
            continue
        did, did_not = f"evidence.{name}.did" in text, f"evidence.{name}.did_not" in text
        if did != did_not:
            what = f"there are words for {'did' if did else 'did_not'} and none for the others"
            remedy = "Write both did and did_not"
            yield data.estimate_finding("L-04", "error", name, what, remedy)
