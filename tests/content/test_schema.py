"""The generated schemas in resources are those of the models."""

from __future__ import annotations

import json
from pathlib import Path

from sdm_aid.content.schema import schemas, write_schemas

FOLDER = Path(__file__).parents[2] / "resources" / "schema"


def test_schemas_in_resources_are_current() -> None:
    written = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.json")}
    assert written == schemas()


def test_schemas_are_json_with_every_field(tmp_path: Path) -> None:
    paths = write_schemas(tmp_path / "schema")
    assert len(paths) == len(schemas())
    decision = json.loads((tmp_path / "schema" / "decision.schema.json").read_text("utf-8"))
    assert {"options", "rows", "evidence_files", "waiver"} <= decision["properties"].keys()
