"""Prose files: nested tables flattened to dotted keys, and the placeholders in a sentence."""

from __future__ import annotations

import re
from typing import Any

from sdm_aid.content.problem import ProblemLog

PLACEHOLDER = re.compile(r"\{fact:([a-z0-9._-]+)\}")
_BRACES = re.compile(r"\{[^{}]*\}|[{}]")


def flatten(table: dict[str, Any], file: str, log: ProblemLog, prefix: str = "") -> dict[str, str]:
    """``{"rows": {"pain": {"question": "..."}}}`` as ``{"rows.pain.question": "..."}``.

    Anything but a text that says something goes into ``log``, as does a key given twice by being
    written once dotted in quotes and once nested.
    """
    flat: dict[str, str] = {}
    for key, value in table.items():
        name = f"{prefix}{key}"
        found = flatten(value, file, log, f"{name}.") if isinstance(value, dict) else {}
        if isinstance(value, str):
            if value.strip():
                found = {name: value}
            else:
                log.add(file, name, "the text is empty", "Write the text or remove the key")
        elif not isinstance(value, dict):
            log.add(file, name, "only text may stand here", "Put the value in quotes")
        for full, words in found.items():
            if full in flat:
                log.add(file, full, "the key stands twice", "Keep one of them")
            flat[full] = words
    return flat


def facts_in(words: str) -> tuple[str, ...]:
    """The ids of the facts that a sentence names."""
    return tuple(PLACEHOLDER.findall(words))


def bad_placeholders(words: str) -> tuple[str, ...]:
    """Braces that are not ``{fact:<id>}``."""
    return tuple(part for part in _BRACES.findall(words) if not PLACEHOLDER.fullmatch(part))
