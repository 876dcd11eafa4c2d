"""Looking into the objects of a PDF, references followed, and the visit that hangs on one."""

from __future__ import annotations

import json
import re
from typing import Any

from sdm_aid.documents.marks import VISIT_FILE, VISIT_SCHEMA

_FIRST_LINE = re.compile(rb'\{\s*"schema_id":\s*"%s' % re.escape(VISIT_SCHEMA).encode())
_FIRST_WITHIN = 100


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
        if _is_visit(data):
            return data
    return None


def _is_visit(data: bytes) -> bool:
    """Whether JSON names our format; ours does so in its first line, which is enough to look at."""
    if _FIRST_LINE.match(data[:_FIRST_WITHIN]):
        return True
    try:
        schema = json.loads(data)["schema_id"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return False
    return str(schema).startswith(VISIT_SCHEMA)
