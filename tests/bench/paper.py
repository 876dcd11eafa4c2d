"""The plan on paper: tagged against untagged, sealed and checked against bare pyHanko, engines."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator

import pymupdf_fonts

from tests.bench.engines import engines
from tests.bench.measure import ROOT, Row, Told, environment, python

TAGGED, SEALED = 1.8, 1.3


def paper() -> Iterator[Row | Told]:
    """Tagged and archival within 1.8 of untagged; sealed and checked within 1.3 of bare."""
    command = python("-m", "tests.bench.paper_run")
    done = subprocess.run(
        command, env=environment(), cwd=ROOT, check=True, capture_output=True, text=True
    )
    found = json.loads(done.stdout)
    pages, size = found["pages"], found["kb"]
    names = {
        "built": (f"plan tagged and archival ({pages} pages), against untagged", TAGGED),
        "sealed": ("sealed and checked again, against bare pyHanko", SEALED),
        "checked": ("checked again, against bare validation", SEALED),
    }
    for key, (name, limit) in names.items():
        ours, bare = found[key]
        yield Row(name, ours, bare, limit)
    yield Told("the plan as a file", size, "KB")
    yield from engines(found["steps"], pymupdf_fonts.fontbuffers["figo"]())
