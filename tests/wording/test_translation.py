"""Nothing that wording says escapes translation, in either reading direction."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from sdm_aid import wording
from sdm_aid.domain.evidence import Estimate, Fact
from sdm_aid.domain.library import DecisionContent
from sdm_aid.domain.steps import STEPS
from sdm_aid.domain.treatment import Harm
from sdm_aid.i18n import use_language
from sdm_aid.i18n.pseudo import OPEN, pseudo
from sdm_aid.wording import body, cells, facts, harms, outcomes, sources, steps
from sdm_aid.wording.figure import describe
from tests.wording.content_builder import content, estimate, level
from tests.wording.strategies import estimates

GETTEXT = {"_", "N_", "NN_", "ngettext", "pgettext", "npgettext"}
FILES = sorted(Path(wording.__path__[0]).glob("*.py"))
_BRACKETED = re.compile(r"⟦[^⟦⟧]*⟧")
_NOT_WORDS = {"estimate", "level", "id", "state", "glyph", "place", "quote", "reference"}
"""Fields that are keys, or the source's own words."""


def in_pseudo(one: DecisionContent) -> DecisionContent:
    """The content with pseudo prose, as another language would have it."""
    return one.with_text({key: pseudo(prose) for key, prose in one.text.items()}, "qps")


def texts(value: Any) -> Iterator[str]:
    """Every text of a result, fields that are no words left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in _NOT_WORDS:
                yield from texts(getattr(value, field.name))


def untranslated(text: str) -> str:
    """What is left of a text when all that came through gettext is taken out, inside first."""
    while _BRACKETED.search(text):
        text = _BRACKETED.sub("", text)
    return re.sub(r"[\d,.:;()\s\u200f]+", "", text)


@pytest.mark.parametrize("language", ["qps", "qpr"])
def test_every_figure_goes_through_translation(language: str) -> None:
    @settings(max_examples=150, deadline=None)
    @given(estimates())
    def every(one: Estimate) -> None:
        words = describe(in_pseudo(content(one)), one.id)
        left = {text: rest for text in texts(words) if (rest := untranslated(text))}
        assert not left
        assert not any("{" in text or "}" in text for text in texts(words))

    use_language(language)
    every()


@pytest.mark.parametrize("language", ["qps", "qpr"])
def test_cells_harms_sources_steps_and_outcomes_do_too(language: str) -> None:
    figure = estimate(treated=level(3.0, 1.0, 6.0, events=3, total=99), control=level(2.0))
    harm = Harm(
        id="h", kind="other", state="estimate", estimate="e1", severity="death", reversible="no"
    )
    one = in_pseudo(content(figure, harms=(harm,)))
    use_language(language)
    said: list[object] = [
        harms.panels(one, "needle"),
        sources.explain(one, "e1"),
        [label for label, _words in sources.explain(one, "e1").lines()],
        sources.drawer(one, "e1"),
        tuple(cells.state_label(state) for state in cells.GLYPHS),
        tuple(cells.state_meaning(state) for state in cells.GLYPHS),
        cells.out_of_every(1000),
        cells.different_studies(one, one.decision.rows[0]),
        tuple(steps.step_name(step) + steps.step_title(step) for step in STEPS),
        tuple(outcomes.outcome_name(k) + outcomes.outcome_explained(k) for k in outcomes.OUTCOMES),
        tuple(outcomes.outcome_recorded(kind) for kind in outcomes.OUTCOMES),
        body.region_name("front-knee-left"),
        harms.panel_heading(None),
    ]
    for value in said:
        for text in texts(tuple(value) if isinstance(value, list) else value):
            assert not untranslated(text), text


def test_facts_keep_their_figures_in_pseudo() -> None:
    time = Fact(
        id="t",
        source="trial",
        place="page 1",
        quote="as found",
        low=15.0,
        high=30.0,
        unit="minutes",
    )
    one = content(facts=(time,), text={"rows.r1.a": "It takes {fact:t}."})
    use_language("qps")
    said = facts.say(in_pseudo(one), "rows.r1.a")
    assert said.startswith(OPEN)
    assert "15" in said
    assert "{" not in said
    assert not untranslated(said)


def _docstrings(tree: ast.AST) -> set[int]:
    """Constants that stand alone as an expression: docstrings of every kind."""
    return {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def _translated(tree: ast.AST) -> set[int]:
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    named = (c for c in calls if isinstance(c.func, ast.Name) and c.func.id in GETTEXT)
    return {id(part) for call in named for arg in call.args for part in ast.walk(arg)}


def _raised(tree: ast.AST) -> set[int]:
    """Messages for developers: what is raised, not shown."""
    raises = (node for node in ast.walk(tree) if isinstance(node, ast.Raise))
    return {id(part) for node in raises for part in ast.walk(node)}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_literal_words_stand_outside_gettext(file: Path) -> None:
    tree = ast.parse(file.read_text("utf-8"))
    skipped = _docstrings(tree) | _translated(tree) | _raised(tree)
    plain = [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in skipped
        and re.search(r"[A-Za-z]{2,} [A-Za-z]", node.value)
    ]
    assert not plain


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_message_is_built_by_an_f_string(file: Path) -> None:
    tree = ast.parse(file.read_text("utf-8"))
    translated = _translated(tree)
    joined = (node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr))
    assert not [node.lineno for node in joined if id(node) in translated]
