"""Plan built and sealed against bare libraries, and how long an export holds the GUI thread up."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator

from tests.bench.measure import ROOT, Row, environment, python

LONGEST_BLOCK = 50.0
"""ms; a person begins to notice at about 100."""


def export() -> Iterator[Row]:
    """Within 1.5 of the bare libraries; nothing over 50 ms on the GUI thread."""
    time = _measured("time")
    yield Row(
        "plan built and sealed, against reportlab and pyHanko", time["ours"], time["bare"], 1.5
    )
    names = {
        "load": "GUI thread held up while the engines are loaded",
        "first": "GUI thread held up by the first export",
        "warm": "GUI thread held up by later exports",
    }
    for name, longest in _measured("block").items():
        yield Row(names[name], longest, LONGEST_BLOCK, 1.0)


def _measured(what: str) -> dict[str, float]:
    """Measured in a process of its own, so that nothing else is loaded."""
    command = python("-m", "tests.bench.export_run", what)
    done = subprocess.run(
        command, env=environment(), cwd=ROOT, check=True, capture_output=True, text=True
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found
