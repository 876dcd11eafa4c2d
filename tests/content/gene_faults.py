"""Faults against the gene statements, with the rule that finds each."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from tests.content.builders import Files, Tables

SHIPPED = Path(__file__).parents[2] / "resources"
GENES = "genes/cpic.toml"
WORDS = "text/en/genes.toml"
Plant = Callable[[Files], None]


def gene_files(files: Files) -> None:
    """The shipped tables and words beside the made-up decision, cut free from its treatments."""
    for name in (GENES, WORDS):
        files[name] = tomllib.loads((SHIPPED / name).read_text("utf-8"))
    files[GENES].update(evidence=[], evidence_files=[])
    for medicine in files[GENES]["medicine"]:
        medicine.pop("treatments", None)


def statement(files: Files, name: str) -> Tables:
    """One statement, to be changed."""
    found: Tables = next(s for s in files[GENES]["statement"] if s["id"] == name)
    return found


def _changed(name: str, files: Files, **fields: Any) -> None:
    gene_files(files)
    statement(files, name).update(fields)


def _said(key: str, words: str, files: Files) -> None:
    gene_files(files)
    table, name = key.split(".")
    files[WORDS][table][name] = words


def _gene(name: str, files: Files, **fields: Any) -> None:
    gene_files(files)
    next(gene for gene in files[GENES]["gene"] if gene["id"] == name).update(fields)


def _of_no_treatment(files: Files) -> None:
    gene_files(files)
    files[GENES]["medicine"][0]["treatments"] = ["needl"]


SCORES = [{"gene": "cyp2c9", "results": ["poor"], "scores": {"at_least": "1", "at_most": "2"}}]
GAP = [{"result": "poor", "scores": {"at_most": "0.5"}}, {"result": "normal"}]
TWO_BRACES = "{medicine} and {medicine}"
STRANGER = [{"gene": "cyp2d6", "results": ["slow"]}]

GENE_FAULTS: list[tuple[str, str, str, Plant]] = [
    ("G-01", "says.usual", "error", partial(_said, "says.usual", "Take 5 mg of {medicine}.")),
    ("G-01", "says.usual", "error", partial(_said, "says.usual", "Take half a {medicine}.")),
    ("G-02", "tramadol-cyp2d6-um", "error",
     partial(_changed, "tramadol-cyp2d6-um", quote="Start 25% lower.")),
    ("G-03", "celecoxib-cyp2c9-pm", "error",
     partial(_changed, "celecoxib-cyp2c9-pm", needs=SCORES)),
    ("G-03", "codeine", "error", _of_no_treatment),
    ("G-04", "says.usual", "error", partial(_said, "says.usual", "{medicine} is safe.")),
    ("LOAD", 'statement "codeine-cyp2d6-pm"', "error",
     partial(_changed, "codeine-cyp2d6-pm", needs=STRANGER)),
    ("LOAD", 'statement "codeine-cyp2d6-pm"', "error",
     partial(_changed, "codeine-cyp2d6-pm", medicines=["opium"])),
    ("LOAD", '"codeine-cyp2d6-pm" source', "error",
     partial(_changed, "codeine-cyp2d6-pm", source="nobody")),
    ("LOAD", 'gene[3] "cyp2c9"', "error", partial(_gene, "cyp2c9", rows=GAP)),
    ("LOAD", "says.usual", "error", partial(_said, "says.usual", TWO_BRACES)),
    ("LOAD", "says.unused", "error", partial(_said, "says.unused", "Use {medicine}.")),
]  # fmt: skip
