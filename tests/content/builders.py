"""A made-up content set, small and complete, that tests of every room can write and load.

``mini_content()`` gives the files as plain tables (change what you need), ``write_content`` writes
them. The decision ``mini`` has all four kinds of picture: paired people (row ``relief``, A and C
within one study), one group of people (``walking``), a ruler (``score``, A and B), words
(``sleep``, C). Nothing in it is true.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from sdm_aid.content.load import load_decision
from sdm_aid.domain.library import DecisionContent
from tests.content.mini_decision import Files, Tables, decision, treatments
from tests.content.mini_evidence import needle_evidence, stretch_evidence
from tests.content.mini_text import decision_text, evidence_texts, treatment_texts

__all__ = ["Files", "Tables", "mini_content", "mini_decision", "to_toml", "write_content"]
SHIPPED = Path(__file__).parents[2] / "resources"


def mini_content() -> Files:
    """The whole set: path under resources to its tables, to be changed freely."""
    files: Files = {
        "decisions/mini.toml": decision(),
        "evidence/mini-needle.toml": needle_evidence(),
        "evidence/mini-stretch.toml": stretch_evidence(),
        "text/en/decisions/mini.toml": decision_text(),
        **treatments(),
    }
    for name, table in treatment_texts().items():
        files[f"text/en/treatments/{name}.toml"] = table
    for name, table in evidence_texts().items():
        files[f"text/en/evidence/{name}.toml"] = table
    return files


def write_content(folder: Path, files: Mapping[str, Tables] | None = None) -> Path:
    """Write the files (the mini set where None) under ``folder``; returns the resources folder."""
    resources = folder / "resources"
    for relative, table in (mini_content() if files is None else files).items():
        path = resources / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(to_toml(table), encoding="utf-8")
    shutil.copytree(SHIPPED / "measures", resources / "measures", dirs_exist_ok=True)
    for lexicon in (SHIPPED / "text").glob("*/lexicon.toml"):
        target = resources / "text" / lexicon.parent.name
        if target.is_dir():
            shutil.copy(lexicon, target / lexicon.name)
    return resources


def mini_decision(folder: Path, files: Mapping[str, Tables] | None = None) -> DecisionContent:
    """The made-up decision ``mini``, written and loaded."""
    return load_decision(write_content(folder, files), "mini", "en")


def to_toml(table: Mapping[str, Any]) -> str:
    """Plain tables as TOML: lists of tables as ``[[name]]``, deeper ones inline, no None."""
    plain: list[str] = []
    blocks: list[str] = []
    for key, value in table.items():
        if isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
            for item in value:
                lines = [f"{_key(k)} = {_value_of(v)}" for k, v in item.items() if v is not None]
                blocks.append("\n".join([f"[[{_key(key)}]]", *lines]))
        elif value is not None:
            plain.append(f"{_key(key)} = {_value_of(value)}")
    return "\n".join(plain) + "\n\n" + "\n\n".join(blocks) + "\n"


def _key(name: str) -> str:
    return json.dumps(name)


def _value_of(value: Any) -> str:
    if isinstance(value, dict):
        inner = (f"{_key(k)} = {_value_of(v)}" for k, v in value.items() if v is not None)
        return "{" + ", ".join(inner) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_value_of(item) for item in value) + "]"
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False).replace("NaN", "nan")
