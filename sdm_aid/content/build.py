"""TOML tables to domain values; every schema fault becomes a Problem with its place in the file."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from sdm_aid.content.problem import ProblemLog

M = TypeVar("M", bound=BaseModel)


def build(model: type[M], data: Any, file: str, log: ProblemLog, where: str = "") -> M | None:
    """The value that ``data`` describes, or None with its faults in ``log``.

    Goes through JSON: the models are strict, and only their JSON reading takes a list for a tuple
    and a text for a date.
    """
    try:
        return model.model_validate_json(json.dumps(data, default=_to_json))
    except ValidationError as error:
        for detail in _own_faults(error.errors(include_url=False)):
            what, remedy = _words(detail, model)
            place = " ".join(part for part in (where, _place(detail["loc"], data)) if part)
            log.add(file, place, what, remedy)
    return None


def _own_faults(details: list[ErrorDetails]) -> list[ErrorDetails]:
    """Without "too short" of a list that is so only because one of its entries is at fault."""
    places = [detail["loc"] for detail in details]
    return [
        detail
        for detail in details
        if detail["type"] != "too_short"
        or not any(
            len(at) > len(detail["loc"]) and at[: len(detail["loc"])] == detail["loc"]
            for at in places
        )
    ]


def label(record: Any) -> str:
    """How a table in a list is named beside its place: its id or its option letter, quoted."""
    if isinstance(record, dict):
        for key in ("id", "letter", "option"):
            if isinstance(record.get(key), str):
                return f' "{record[key]}"'
    return ""


def _to_json(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def _place(loc: tuple[int | str, ...], data: Any) -> str:
    """``rows[2] "leg-pain" cells[1] "A" state`` from pydantic's location."""
    parts: list[str] = []
    here = data
    for step in loc:
        if isinstance(step, int):
            here = here[step] if isinstance(here, list) and step < len(here) else None
            parts[-1:] = [f"{parts[-1] if parts else ''}[{step + 1}]{label(here)}"]
        else:
            here = here.get(step) if isinstance(here, dict) else None
            joined = bool(parts) and not parts[-1].endswith(('"', "]"))
            parts[len(parts) - joined :] = [f"{parts[-1]}.{step}" if joined else step]
    return " ".join(parts)


def _words(detail: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    kind = detail["type"]
    if kind == "missing":
        return "the field is missing", "Add it"
    if kind == "extra_forbidden":
        known = ", ".join(model.model_fields) if len(detail["loc"]) == 1 else ""
        hint = f" (there are: {known})" if known else ""
        return "there is no such field", f"Remove it or correct its spelling{hint}"
    message = detail["msg"].removeprefix("Value error, ").removeprefix("Input ")
    if kind == "value_error":
        return message, "Correct the entry"
    shown = repr(detail["input"])
    shown = shown if len(shown) <= 60 else shown[:57] + "..."
    return f"{shown} {message}", "Correct the value"
