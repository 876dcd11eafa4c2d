"""Reading a questionnaire from its data file, with licence and published wording."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import ValidationError

from sdm_aid.content.problem import ContentError, Problem
from sdm_aid.content.toml_file import UnreadableFile, parse_toml, read_text
from sdm_aid.domain.measure import Measure


def load_measure(resources: Path, measure_id: str) -> Measure:
    """The instrument of this id.

    Raises:
        ContentError: the file is missing, damaged or incomplete; every fault is named.
    """
    relative = f"measures/{measure_id}.toml"
    try:
        table = parse_toml(read_text(resources, relative), relative)
    except UnreadableFile as error:
        raise ContentError((error.problem,)) from error
    try:
        return Measure.model_validate_json(json.dumps(table))
    except ValidationError as error:
        raise ContentError(
            tuple(
                Problem(
                    file=relative,
                    field=".".join(str(part) for part in fault["loc"]),
                    what=fault["msg"],
                    remedy="Correct this entry",
                )
                for fault in error.errors()
            )
        ) from error
