"""Reading one TOML file so that every way it can be damaged becomes a Problem; no pydantic here."""

from __future__ import annotations

import math
import pickle
import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from sdm_aid.content.problem import Problem

_NAME = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")


def is_name(name: str) -> bool:
    """Fit to be a content file's name: no path, not longer than file systems allow."""
    return len(name) <= 120 and _NAME.fullmatch(name) is not None


class UnreadableFile(Exception):
    """A content file that cannot be read; ``problem`` says why and what to do."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


def read_text(resources: Path, relative: str) -> str:
    """The characters of ``resources/relative``.

    Raises:
        UnreadableFile: missing, not a file, not readable, or not UTF-8.
    """
    try:
        data = (resources / relative).read_bytes()
    except FileNotFoundError as error:
        raise _unreadable(
            relative, "the file is missing", "Put the file back or correct its name"
        ) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise _unreadable(
            relative, f"the file cannot be read ({reason})", "Check the file and its permissions"
        ) from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise _unreadable(
            relative, f"line {line} holds bytes that are not UTF-8", "Save the file as UTF-8"
        ) from error


def parse_toml(text: str, relative: str) -> dict[str, Any]:
    """The tables of a TOML text.

    Raises:
        UnreadableFile: not TOML (names the line), nested too deep, or a number is not finite.
    """
    try:
        table, endless = _parsed(text)
    except tomllib.TOMLDecodeError as error:
        reason = str(error)
        raise _unreadable(
            relative, f"not valid TOML: {reason[:1].lower()}{reason[1:]}", "Correct that line"
        ) from error
    except RecursionError as error:
        raise _unreadable(relative, "nested too deep", "Write the file without such nesting") from (
            error
        )
    if endless is not None:
        raise UnreadableFile(
            Problem(relative, endless, "the number is not finite", "Write an ordinary number")
        )
    tables: dict[str, Any] = pickle.loads(table)
    return tables


@lru_cache(maxsize=512)
def _parsed(text: str) -> tuple[bytes, str | None]:
    """The tables, packed so that each caller has its own, and where a number is not finite.

    Remembered by the text: decisions share files, each is read for its content and for its check,
    and tomllib takes ten times as long as unpacking.
    """
    table = tomllib.loads(text)
    return pickle.dumps(table), _not_finite(table)


def read_toml(resources: Path, relative: str) -> dict[str, Any]:
    """The tables of ``resources/relative``.

    Raises:
        UnreadableFile: see ``read_text`` and ``parse_toml``.
    """
    return parse_toml(read_text(resources, relative), relative)


def _unreadable(relative: str, what: str, remedy: str) -> UnreadableFile:
    return UnreadableFile(Problem(relative, "", what, remedy))


def _not_finite(value: Any, path: str = "") -> str | None:
    """Where ``nan`` or ``inf`` stands; TOML allows them, no figure may be one."""
    if isinstance(value, float) and not math.isfinite(value):
        return path
    children: list[tuple[str, Any]] = []
    if isinstance(value, dict):
        children = [(f"{path}.{key}" if path else str(key), item) for key, item in value.items()]
    elif isinstance(value, list):
        children = [(f"{path}[{n}]", item) for n, item in enumerate(value, start=1)]
    found = (_not_finite(item, place) for place, item in children)
    return next((place for place in found if place is not None), None)
