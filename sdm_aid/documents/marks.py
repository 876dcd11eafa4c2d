"""The marks by which a paper is known as ours."""

from __future__ import annotations

TOOL = "SDM Aid"
"""Creator tool in the metadata, followed by the program's version."""

SEAL_FIELD = "clinic-seal"
"""Name of the field that the clinic's certification fills."""

APPROVAL_FIELD = "clinician-approval"
"""Name of the field for the clinician's own certificate, filled after the clinic's seal."""

VISIT_FILE = "visit.json"
"""Name of the attachment that holds the visit."""

VISIT_SCHEMA = "sdm-aid.visit/"
"""How the `schema_id` of an attached visit begins; the format's number follows."""

OPENING = b"SDM Aid paper"
"""Comment in the file's second line, so that even the first half of a cut file is known."""
