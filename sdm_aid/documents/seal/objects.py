"""Looking into the objects of a PDF, references followed, and the visit that hangs on one."""

from __future__ import annotations

import json
from typing import Any

from sdm_aid.documents.marks import VISIT_FILE, VISIT_SCHEMA


def entry(holder: Any, key: str, default: Any) -> Any:
    """A dictionary's value, a reference followed (`get` and iteration do not follow it)."""
    try:
        return holder[key]
    except KeyError:
        return default


def members(holder: Any, key: str) -> list[Any]:
    """Elements of an array, references followed."""
    array = entry(holder, key, ())
    return [array[i] for i in range(len(array))]


def attached(root: Any) -> bytes | None:
    """Bytes of the attached visit in one revision of the file, if there is one of our format."""
    for each in members(root, "/AF"):
        if entry(each, "/UF", "") != VISIT_FILE:
            continue
        data: bytes = each["/EF"]["/F"].data
        try:
            schema = json.loads(data)["schema_id"]
        except (ValueError, KeyError, TypeError, RecursionError):
            continue
        if str(schema).startswith(VISIT_SCHEMA):
            return data
    return None
