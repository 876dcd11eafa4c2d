"""The lists of words the content check looks for, one file a language, as compiled patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sdm_aid.content.problem import Problem
from sdm_aid.content.toml_file import UnreadableFile, read_toml

Patterns = tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class Replacements:
    """Patterns with what to say instead; ``any`` finds whether a text holds one at all."""

    pairs: tuple[tuple[re.Pattern[str], str], ...]
    any: re.Pattern[str]

    def found_in(self, words: str) -> Iterator[tuple[str, str]]:
        """Every match of every pattern, with what to say instead."""
        if self.any.search(words):  # most texts hold none of a hundred
            for pattern, better in self.pairs:
                yield from ((match.group(0), better) for match in pattern.finditer(words))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Patterns of one language."""

    file: str
    one_in: Patterns
    fractions: Patterns
    relative: Patterns
    frequency: Patterns
    standardised_difference: Patterns
    number_needed: Patterns
    hedges: Mapping[str, Patterns]
    stacked_hedges: Patterns
    pain: Patterns
    stigma: Replacements
    jargon: Replacements
    abbreviations: frozenset[str]
    formula: str
    """Reading grade formula: ``english`` or empty (a language without one gets no grade)."""
    exempt: frozenset[str]


def read_lexicon(resources: Path, language: str) -> Lexicon:
    """The lexicon of a language.

    Raises:
        UnreadableFile: missing, damaged, a list missing, or a pattern that is not one.
    """
    file = f"text/{language}/lexicon.toml"
    table = read_toml(resources, file)
    hedges = _table(table, "hedges", file)
    reading = _table(table, "readability", file)
    return Lexicon(
        file=file,
        one_in=_patterns(table, "one_in", file, whole=False),
        fractions=_patterns(table, "fractions", file),
        relative=_patterns(table, "relative", file),
        frequency=_patterns(table, "frequency", file),
        standardised_difference=_patterns(table, "standardised_difference", file),
        number_needed=_patterns(table, "number_needed", file),
        hedges={n: _patterns(hedges, n, file) for n in ("moderate", "low", "very_low")},
        stacked_hedges=_patterns(hedges, "stacked", file),
        pain=_patterns(_table(table, "topics", file), "pain", file),
        stigma=_replacements(table, "stigma", file),
        jargon=_replacements(table, "jargon", file),
        abbreviations=frozenset(_list(_table(table, "abbreviations", file), "allowed", file)),
        formula=str(reading.get("formula", "")),
        exempt=frozenset(word.lower() for word in _list(reading, "exempt", file)),
    )


def hits(patterns: Patterns, words: str) -> Iterator[str]:
    """The parts of ``words`` that match, each once."""
    found = (match.group(0) for pattern in patterns for match in pattern.finditer(words))
    yield from dict.fromkeys(found)


def _fault(file: str, field: str, what: str) -> UnreadableFile:
    return UnreadableFile(Problem(file, field, what, "Correct the lexicon"))


def _table(table: Mapping[str, Any], name: str, file: str) -> Mapping[str, Any]:
    value = table.get(name)
    if not isinstance(value, dict):
        raise _fault(file, name, "the table is missing")
    return value


def _list(table: Mapping[str, Any], name: str, file: str) -> list[str]:
    value = table.get(name)
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise _fault(file, name, "a list of texts is missing")
    return value


def _patterns(table: Mapping[str, Any], name: str, file: str, whole: bool = True) -> Patterns:
    return tuple(_compile(item, name, file, whole) for item in _list(table, name, file))


def _replacements(table: Mapping[str, Any], name: str, file: str) -> Replacements:
    terms = _table(table, name, file)
    pairs = tuple((_compile(term, term, file, True), str(say)) for term, say in terms.items())
    every = "|".join(f"(?:{term})" for term in terms)
    return Replacements(pairs, _compile(every, name, file, True))


def _compile(pattern: str, name: str, file: str, whole: bool) -> re.Pattern[str]:
    try:
        return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)" if whole else pattern, re.IGNORECASE)
    except re.error as error:
        raise _fault(file, name, f'"{pattern}" is not a pattern ({error})') from error
