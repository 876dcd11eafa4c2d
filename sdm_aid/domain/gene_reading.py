"""Reading a gene result by the published table, and finding the statements that are about it.

Pure look-up: no person's risk is worked out, nothing is ranked, left out or advised.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from sdm_aid.domain.gene_library import Gene, GeneLibrary, Need, Statement
from sdm_aid.domain.genes import GeneResult, Genes

INDETERMINATE = "indeterminate"
Problem = Literal[
    "unknown_gene", "unknown_result", "no_scores", "not_a_number", "negative", "too_high",
    "not_a_score", "at_least_unclear", "contradiction",
]  # fmt: skip
_NUMBER = re.compile(r"(≥|>=)?\s*([-−+])?\s*(\d{1,3}(?:[.,]\d{1,4})?)", re.ASCII)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Reading:
    """What one entry means by the table; with a problem it means nothing yet.

    ``by_score``: the table's result for the score; it is ``result`` too where none was chosen.
    """

    given: GeneResult
    gene: Gene | None
    result: str | None = None
    score: Decimal | None = None
    by_score: str | None = None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A statement about the results entered; ``by_score``: which of several the score decides."""

    statement: Statement
    by_score: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """A medicine whose statement needs the result of further genes."""

    medicine: str
    genes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A medicine with statements on this gene, but none for this result."""

    medicine: str
    gene: str
    result: str


@dataclass(frozen=True, slots=True)
class Found:
    """All that the library says, and does not say, about what was entered."""

    readings: tuple[Reading, ...]
    matches: tuple[Match, ...]
    waiting: tuple[Waiting, ...]
    unsaid: tuple[Unsaid, ...]


def read(library: GeneLibrary, given: GeneResult) -> Reading:
    """One entry by the table of its gene; decimal arithmetic, so that every end is exact."""
    gene = library.gene(given.gene)
    if gene is None:
        return Reading(given, None, problem="unknown_gene")
    if given.result is not None and given.result not in {row.result for row in gene.rows}:
        return Reading(given, gene, problem="unknown_result")
    if not given.score:
        return Reading(given, gene, given.result)
    score, problem = _score(gene, given.score)
    if problem is not None:
        return Reading(given, gene, problem=problem)
    assert score is not None
    meant = gene.result_of(score)
    if given.result is not None and given.result != meant:
        return Reading(given, gene, score=score, by_score=meant, problem="contradiction")
    return Reading(given, gene, meant, score, meant)


def _score(gene: Gene, typed: str) -> tuple[Decimal | None, Problem | None]:
    """The score in what was typed; a comma may stand for the point, "≥ 3" for many copies."""
    match = _NUMBER.fullmatch(typed.strip())
    if not gene.possible:
        return None, "no_scores"
    if match is None:
        return None, "not_a_number"
    at_least, sign, digits = match.groups()
    if sign in ("-", "−"):
        return None, "negative"
    score = Decimal(digits.replace(",", "."))
    if score > gene.possible[-1]:
        return None, "too_high"
    if score not in gene.possible:
        return None, "not_a_score"
    if at_least and gene.result_of(score) != gene.result_of(gene.possible[-1]):
        return None, "at_least_unclear"
    return score, None


def find(library: GeneLibrary, genes: Genes) -> Found:
    """Every statement about the results entered, in the order of the library."""
    readings = tuple(read(library, given) for given in genes.results)
    known = {reading.given.gene: reading for reading in readings if reading.problem is None}
    matches: list[Match] = []
    waiting: dict[tuple[str, tuple[str, ...]], Waiting] = {}
    for statement in library.file.statement:
        fits = [_fit(need, known) for need in statement.needs]
        if "no" in fits or any(_is_known(known.get(gene)) for gene in statement.unknown):
            continue
        if "missing" not in fits:
            matches.append(Match(statement, by_score="score" in fits))
        elif "yes" in fits or "score" in fits:
            missing = tuple(
                need.gene
                for need, fit in zip(statement.needs, fits, strict=True)
                if fit == "missing"
            )
            for medicine in statement.medicines:
                waiting[medicine, missing] = Waiting(medicine, missing)
    unsaid = tuple(_unsaid(library, known, matches, waiting))
    return Found(readings, tuple(matches), tuple(waiting.values()), unsaid)


def _is_known(reading: Reading | None) -> bool:
    return reading is not None and reading.result not in (None, INDETERMINATE)


def _fit(need: Need, known: dict[str, Reading]) -> Literal["yes", "no", "missing", "score"]:
    reading = known.get(need.gene)
    if reading is None or reading.result is None:
        return "missing"
    if need.results and reading.result not in need.results:
        return "no"
    if need.scores is None:
        return "yes"
    if reading.score is None:
        return "score"
    return "yes" if need.scores.holds(reading.score) else "no"


def _unsaid(
    library: GeneLibrary,
    known: dict[str, Reading],
    matches: list[Match],
    waiting: dict[tuple[str, tuple[str, ...]], Waiting],
) -> Iterator[Unsaid]:
    """Medicines that have a statement on an entered gene, but none for its result."""
    said = {name for match in matches for name in match.statement.medicines}
    said |= {one.medicine for one in waiting.values()}
    for gene, reading in known.items():
        if reading.result is None:
            continue
        about = [
            s
            for s in library.file.statement  # one for want of another gene is not missed
            if not s.unknown and gene in {need.gene for need in s.needs}
        ]
        for name in dict.fromkeys(name for s in about for name in s.medicines):
            if name not in said:
                yield Unsaid(name, gene, reading.result)


def year_in(words: str | None) -> int | None:
    """The year named in a date that was written in words; the last where there are several."""
    years = _YEAR.findall(words or "")
    return int(years[-1]) if years else None
