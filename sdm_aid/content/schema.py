"""JSON schemas of the content files, generated from the domain models."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import BaseModel

from sdm_aid.domain.check_first import CheckFirst
from sdm_aid.domain.costs import CostFile
from sdm_aid.domain.decision import Decision
from sdm_aid.domain.evidence import EvidenceFile
from sdm_aid.domain.gene_library import GeneFile
from sdm_aid.domain.measure import Measure
from sdm_aid.domain.treatment import Treatment

MODELS: dict[str, type[BaseModel]] = {
    "check_first": CheckFirst,
    "costs": CostFile,
    "decision": Decision,
    "evidence": EvidenceFile,
    "measure": Measure,
    "genes": GeneFile,
    "treatment": Treatment,
}
_PROSE = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Prose",
    "description": "Nested tables of text; {fact:<id>} is the only placeholder, no digits.",
    "type": "object",
    "additionalProperties": {"anyOf": [{"type": "string", "minLength": 1}, {"$ref": "#"}]},
}


def schemas() -> dict[str, str]:
    """File name to schema text, as they stand in ``resources/schema``."""
    found = {}
    for name, model in MODELS.items():
        schema = model.model_json_schema()
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
        found[f"{name}.schema.json"] = _text(schema)
    found["text.schema.json"] = _text(_PROSE)
    return found


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Write every schema into ``folder``; the paths written.

    Raises:
        OSError: the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in schemas().items():
        path = folder / name
        path.write_text(text, encoding="utf-8")
        written.append(path)
    return tuple(written)


def _text(schema: object) -> str:
    return json.dumps(schema, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
