"""GUI-thread work of changing step and of opening the picture view, against one 60 Hz frame."""

from __future__ import annotations

import json
import statistics
import subprocess
from collections.abc import Iterator

from tests.bench.measure import ROOT, Row, environment, python

FRAME = 1000 / 60
NEVER_OVER = 3.0


def pages() -> Iterator[Row]:
    """Each under one frame once warm (medians), the worst of all never over three."""
    command = python("-m", "tests.bench.pages_run")
    done = subprocess.run(
        command, env=environment(), cwd=ROOT, check=True, capture_output=True, text=True
    )
    found: dict[str, list[float]] = json.loads(done.stdout)
    for what, times in found.items():
        name = "two arrays of 100 people" if what == "picture" else f"step {what}"
        yield Row(f"{name}, median", statistics.median(times), FRAME, 1.0)
    worst = max(found, key=lambda what: max(found[what]))
    yield Row(f"the slowest of all changes ({worst})", max(found[worst]), FRAME, NEVER_OVER)
