"""N-01: shared files name only decisions that there are."""

from __future__ import annotations

from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding


def check(data: CheckInput) -> Iterator[Finding]:
    """Ids of decisions in treatments, their words and figures that no decision has."""
    for problem in data.reading.unknown:
        yield Finding(problem.file, problem.field, "N-01", "error", problem.what, problem.remedy)
