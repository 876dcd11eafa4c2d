"""The list of decisions for the home screen: little is read, pydantic is never imported."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sdm_aid.content.problem import Problem
from sdm_aid.content.toml_file import UnreadableFile, parse_toml, read_text

WHOLE_UP_TO = 16
"""With so few decisions each file is parsed whole; with more, only what stands above the tables."""

_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)
_TITLE = re.compile(r"^\"?title\"?[ \t]*=[ \t]*(?:\"(?!\"\")|'(?!''))[^\n]*$", re.MULTILINE)
"""A title in single quotes or double ones; in triple quotes it may run over several lines."""
_OPTION = re.compile(r"^[ \t]*\[\[[ \t]*\"?options\"?[ \t]*\]\]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class DecisionEntry:
    """One line of the list. With a ``problem`` the other fields may be empty: it cannot be opened.

    ``language``: the language of ``title``, the one asked for wherever the decision is offered in
    it, else the first it is offered in. ``things``: how many things we could do.
    """

    id: str
    title: str
    language: str
    things: int = 0
    compiled: date | None = None
    review_due: date | None = None
    expires: date | None = None
    reviewed: str = "not_reviewed"
    problem: Problem | None = None


def list_decisions(resources: Path, language: str) -> tuple[DecisionEntry, ...]:
    """Every decision there is, by title; a damaged one carries its reason and stands last.

    Raises nothing for bad content: a missing folder is an empty list.
    """
    folder = resources / "decisions"
    try:
        names = sorted(path.stem for path in folder.glob("*.toml"))
    except OSError:
        names = []
    whole = len(names) <= WHOLE_UP_TO
    entries = [_entry(resources, name, language, whole) for name in names]
    return tuple(sorted(entries, key=lambda e: (e.problem is not None, e.title.casefold(), e.id)))


def _entry(resources: Path, name: str, language: str, whole: bool) -> DecisionEntry:
    file = f"decisions/{name}.toml"
    try:
        text = read_text(resources, file)
        table = parse_toml(text if whole else _head(text), file)
        fields = _fields(table, file)
        options = table.get("options")
        things = len(options) if isinstance(options, list) else len(_OPTION.findall(text))
        if things < 2:
            raise UnreadableFile(
                Problem(file, "options", "there are fewer than two options", "Add [[options]]")
            )
        used = language if language in fields.languages else fields.languages[0]
        title = _title(resources, name, used, whole)
    except UnreadableFile as error:
        return DecisionEntry(id=name, title=name, language=language, problem=error.problem)
    return DecisionEntry(
        id=name,
        title=title,
        language=used,
        things=things,
        compiled=fields.compiled,
        review_due=fields.review_due,
        expires=fields.expires,
        reviewed=fields.reviewed,
    )


@dataclass(frozen=True, slots=True)
class _Fields:
    languages: tuple[str, ...]
    compiled: date
    review_due: date
    expires: date
    reviewed: str


def _fields(table: Mapping[str, Any], file: str) -> _Fields:
    languages = table.get("languages")
    if not isinstance(languages, list) or not languages or not all(map(_is_text, languages)):
        raise UnreadableFile(
            Problem(file, "languages", "no language is named", 'Write languages = ["en"]')
        )
    return _Fields(
        languages=tuple(languages),
        compiled=_date(table, "compiled", file),
        review_due=_date(table, "review_due", file),
        expires=_date(table, "expires", file),
        reviewed=str(table.get("reviewed", "not_reviewed")),
    )


def _date(table: Mapping[str, Any], name: str, file: str) -> date:
    value = table.get(name)
    if type(value) is not date:
        raise UnreadableFile(
            Problem(file, name, "there is no date", f"Write {name} = 2026-01-31, without quotes")
        )
    return value


def _title(resources: Path, name: str, language: str, whole: bool) -> str:
    file = f"text/{language}/decisions/{name}.toml"
    text = read_text(resources, file)
    title = parse_toml(text if whole else _title_line(text), file).get("title")
    if not _is_text(title):
        raise UnreadableFile(Problem(file, "title", "the title is missing", "Write it"))
    return str(title)


def _title_line(text: str) -> str:
    """The one line that holds the title, where it stands on one; else all above the first table."""
    head = _head(text)
    found = _TITLE.search(head)
    return found.group(0) if found else head


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _head(text: str) -> str:
    """What stands above the first table; TOML asks plain keys to stand there.

    A list or text over several lines may hold a line that looks like a table: then the cut does not
    parse and the file is reported though it is sound, so such a cut is undone.
    """
    for match in _TABLE.finditer(text):
        head = text[: match.start()]
        if head.count('"""') % 2 == 0 and head.count("'''") % 2 == 0 and _closed(head):
            return head
    return text


def _closed(head: str) -> bool:
    return head.count("[") == head.count("]")
