"""The content check: every rule over one decision, or over all, in every language offered."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from sdm_aid.content.check import (
    abbreviations,
    balance,
    before_after,
    both_frames,
    cell_length,
    certainty,
    costs,
    decimals,
    decision_names,
    derived,
    digits,
    experts,
    frequency_words,
    generated,
    grave_harms,
    harms,
    hedges,
    horizons,
    increment,
    ipdas_items,
    jargon,
    mixed_control,
    natural_course,
    nothing_new,
    number_needed,
    one_in,
    own_change,
    pain_alone,
    parity,
    pictures,
    quotes,
    reading_grade,
    relative,
    sentence_length,
    sources,
    standardised,
    stigma,
    value_units,
    values,
    very_weak,
    waivers,
)
from sdm_aid.content.check.genes import check_genes
from sdm_aid.content.check.model import CheckInput, Finding
from sdm_aid.content.lexicon import read_lexicon
from sdm_aid.content.load import read_decision, unknown_decision
from sdm_aid.content.measures import load_measure
from sdm_aid.content.problem import ContentError, Problem
from sdm_aid.content.toml_file import UnreadableFile, read_toml

UNREADABLE = "LOAD"
"""The rule id of findings that kept a decision from being read at all."""

ASKED = ("nrs", "peg", "pgic", "phq-4", "sure")
"""The questionnaires of the visit's own steps."""

Rule = Callable[[CheckInput], Iterable[Finding]]
RULES: tuple[Rule, ...] = tuple(
    module.check
    for module in (
        one_in,
        relative,
        increment,
        both_frames,
        horizons,
        decimals,
        frequency_words,
        pictures,
        parity,
        certainty,
        hedges,
        very_weak,
        harms,
        grave_harms,
        own_change,
        standardised,
        derived,
        number_needed,
        before_after,
        mixed_control,
        nothing_new,
        natural_course,
        balance,
        experts,
        pain_alone,
        values,
        value_units,
        reading_grade,
        sentence_length,
        jargon,
        stigma,
        digits,
        abbreviations,
        cell_length,
        sources,
        quotes,
        decision_names,
        costs,
        generated,
        ipdas_items,
    )
)


def check(resources: Path, decision_id: str | None = None) -> tuple[Finding, ...]:
    """Everything the rules find in one decision, or in all of them (None), sorted by file.

    Content that cannot be read gives findings of the rule ``LOAD``; nothing is raised.
    """
    if decision_id is not None:
        return _sorted(_check_decision(resources, decision_id))
    try:
        names = sorted(path.stem for path in (resources / "decisions").glob("*.toml"))
    except OSError:
        names = []
    if not names:
        remedy = "Name the folder that holds decisions, evidence, treatments and text"
        problem = Problem("decisions", "", "there is no decision here", remedy)
        return (_unreadable(problem),)
    found = [finding for name in names for finding in _check_decision(resources, name)]
    shared = [*_check_measures(resources), *_check_genes(resources)]
    return _sorted([*found, *shared, *costs.check_files(resources)])


def _check_genes(resources: Path) -> list[Finding]:
    """The gene statements, which hold for every decision."""
    try:
        return list(check_genes(resources))
    except ContentError as error:
        return [_unreadable(problem) for problem in error.problems]
    except UnreadableFile as error:
        return [_unreadable(error.problem)]


def _check_measures(resources: Path) -> list[Finding]:
    """The questionnaires that every visit asks, whatever it is about."""
    found: list[Finding] = []
    for name in ASKED:
        try:
            load_measure(resources, name)
        except ContentError as error:
            found += [_unreadable(problem) for problem in error.problems]
    return found


def _check_decision(resources: Path, name: str) -> list[Finding]:
    found: list[Finding] = []
    languages = _languages(resources, name)
    if not languages:
        try:
            read_decision(resources, name, "en")
        except ContentError as error:
            return [_unreadable(problem) for problem in error.problems]
        return [_unreadable(unknown_decision(resources, name))]
    for language in languages:
        try:
            reading = read_decision(resources, name, language)
            data = CheckInput(reading, read_lexicon(resources, language), language)
        except ContentError as error:
            found += [_unreadable(problem) for problem in error.problems]
            continue
        except UnreadableFile as error:
            found.append(_unreadable(error.problem))
            continue
        found += _apply(data)
    return found


def _apply(data: CheckInput) -> list[Finding]:
    raw = [finding for rule in RULES for finding in rule(data)]
    kept = [finding for finding in raw if not waivers.waived(data, finding)]
    return kept + list(waivers.stale(data, raw))


def _languages(resources: Path, name: str) -> list[str]:
    """The languages the decision says it is offered in; all are checked, so that none has gaps."""
    try:
        languages = read_toml(resources, f"decisions/{name}.toml").get("languages")
    except UnreadableFile:
        return []
    if not isinstance(languages, list):
        return []
    return [language for language in languages if isinstance(language, str)]


def _unreadable(problem: Problem) -> Finding:
    place = problem.field or "(whole file)"
    return Finding(problem.file, place, UNREADABLE, "error", problem.what, problem.remedy)


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(set(findings)))
