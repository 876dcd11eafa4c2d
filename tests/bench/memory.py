"""Peak memory of a whole visit, children counted, against a bare window with one label."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from tests.bench.measure import Row, environment, peak_mb, python

ROUNDS = 3


def memory() -> Iterator[Row]:
    """Within 2.5 before export, within 4 with it."""
    bare = _peak("tests.bench.bare_window")
    visit = _peak("tests.bench.memory_run")
    yield Row("peak memory, whole visit before export", visit, bare, 2.5, "MB")
    whole = _peak("tests.bench.memory_run", "export")
    yield Row("peak memory, whole visit with export", whole, bare, 4.0, "MB")


def _peak(*words: str) -> float:
    """Median of a few runs; a quick one may end between two looks."""
    command = python("-m", *words)
    return statistics.median(peak_mb(command, environment()) for _round in range(ROUNDS))
