"""The marks by which a paper is known as ours."""

from __future__ import annotations

TOOL = "SDM Aid"
"""Creator tool in the metadata, followed by the program's version."""

SEAL_FIELD = "clinic-seal"
"""Name of the one signature field of a plan."""

VISIT_FILE = "visit.json"
"""Name of the attachment that holds the visit."""

VISIT_SCHEMA = "sdm-aid.visit/"
"""How the `schema_id` of an attached visit begins; the format's number follows."""

OPENING = b"SDM Aid paper"
"""Comment in the file's second line, so that even the first half of a cut file is known."""
