"""Many decisions: home opens in at most twice the time of ten, opening one takes no longer."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from sdm_aid.content.load import load_decision
from tests.bench.measure import Row, alternating, environment, python, run_ms
from tests.content.builders import SHIPPED, mini_content, write_content

FEW, MANY = 10, 500
TREATMENTS_EACH = 10
ROUNDS = 9
OPENINGS = 25


def content() -> Iterator[Row]:
    """Generated content: 10 decisions with 100 treatments against 500 with 5,000."""
    with tempfile.TemporaryDirectory(prefix="sdm-aid-bench-") as folder:
        few, many = (generate(Path(folder) / str(count), count) for count in (FEW, MANY))
        command = python("-m", "tests.bench.content_run")
        more, less = alternating(
            lambda: run_ms([*command, str(many)], environment()),
            lambda: run_ms([*command, str(few)], environment()),
            ROUNDS,
        )
        yield Row(f"start to home with {MANY} decisions, against {FEW}", more, less, 2.0)
        more, less = alternating(lambda: _open(many), lambda: _open(few), OPENINGS)
        yield Row(f"opening one decision of {MANY}, against one of {FEW}", more, less, 1.2)


def generate(folder: Path, decisions: int) -> Path:
    """A resources folder with that many decisions, each with treatments of its own."""
    files = mini_content()
    decision, text = files.pop("decisions/mini.toml"), files.pop("text/en/decisions/mini.toml")
    needle, words = files["treatments/needle.toml"], files["text/en/treatments/needle.toml"]
    for number in range(decisions):
        name = f"mini-{number}"
        files[f"decisions/{name}.toml"] = {**decision, "id": name}
        title = f"{text['title']} {number}"
        files[f"text/en/decisions/{name}.toml"] = {**text, "title": title}
        for extra in range(TREATMENTS_EACH):
            other = f"needle-{number}-{extra}"
            files[f"treatments/{other}.toml"] = {**needle, "id": other}
            files[f"text/en/treatments/{other}.toml"] = words
    resources = write_content(folder, files)
    (resources / "schema").symlink_to(SHIPPED / "schema")
    return resources


def _open(resources: Path) -> float:
    begun = time.perf_counter()
    load_decision(resources, "mini-7", "en")
    return (time.perf_counter() - begun) * 1000
