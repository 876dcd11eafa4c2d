"""Whatever the evidence holds, what is said about it keeps the rules for patient text."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file
from hypothesis import given, settings

from sdm_aid import wording
from sdm_aid.domain.evidence import Estimate
from sdm_aid.wording.certainty import CertaintyWords
from sdm_aid.wording.figure import FigureWords, describe
from tests.wording.content_builder import content
from tests.wording.patient_rules import RULES, broken_rules, lexicon_hits
from tests.wording.strategies import estimates

KEYWORDS = {"_": None, "N_": None, "NN_": (1, 2), "ngettext": (1, 2)}
_PAIR = re.compile(r"^(?:about )?([\d,]+) out of ([\d,]+)")
_COMPLEMENT = re.compile(r"^([\d,]+) did not$")


def every_text(words: FigureWords) -> list[str]:
    """All that a figure says to a patient."""
    texts: list[str] = [*words.notes]
    for field in fields(words):
        value = getattr(words, field.name)
        if isinstance(value, CertaintyWords):
            texts += [value.words, value.sentence]
        elif isinstance(value, str) and field.name != "estimate":
            texts.append(value)
    return texts


@settings(max_examples=600, deadline=None)
@given(estimates())
def test_every_generated_sentence_keeps_the_rules(one: Estimate) -> None:
    words = describe(content(one), one.id)
    broken = {text: found for text in every_text(words) if (found := broken_rules(text))}
    assert not broken


@settings(max_examples=150, deadline=None)
@given(estimates())
def test_generated_sentences_pass_the_lists_for_authors(one: Estimate) -> None:
    words = describe(content(one), one.id)
    hit = {text: found for text in every_text(words) if (found := lexicon_hits(text))}
    assert not hit


_FOR_CLINICIANS = {"sources", "comparators", "certainty", "said", "refusals"}
"""Drawer and record; what patients read of comparators and certainty is generated above."""


def test_every_message_of_wording_passes_them_too() -> None:
    found: dict[str, list[str]] = {}
    for file in sorted(Path(wording.__path__[0]).glob("*.py")):
        if file.stem in _FOR_CLINICIANS:
            continue
        for _line, _function, message, _comments in extract_from_file("python", file, KEYWORDS):
            for text in [message] if isinstance(message, str) else message:
                faults = lexicon_hits(text)
                faults += [name for name in broken_rules(text) if name != "left over"]
                if faults:
                    found[text] = faults
    assert not found


@settings(max_examples=300, deadline=None)
@given(estimates())
def test_a_figure_always_says_something_and_says_it_aloud(one: Estimate) -> None:
    words = describe(content(one), one.id)
    assert words.headline
    assert words.short
    assert words.horizon
    assert words.comparator
    assert words.certainty.words
    assert words.alt.endswith(".")
    assert words.known == (one.certainty != "very_low")
    assert bool(words.behind) != words.known
    if words.known:
        assert words.headline.lower() in words.alt.lower()
        assert words.certainty.sentence in words.alt
    else:
        assert not any((words.complement, words.range, words.other))
        assert not re.search(r"\d", words.headline + words.alt)


@settings(max_examples=300, deadline=None)
@given(estimates())
def test_both_frames_sum_to_everybody(one: Estimate) -> None:
    words = describe(content(one), one.id)
    count, others = _PAIR.match(words.headline), _COMPLEMENT.match(words.complement)
    if count and others and one.shape == "frequency":
        parts = [int(text.replace(",", "")) for text in (*count.groups(), *others.groups())]
        assert parts[0] + parts[2] == parts[1]


@settings(max_examples=200, deadline=None)
@given(estimates())
def test_a_pretend_treatment_is_never_hidden_nor_invented(one: Estimate) -> None:
    words = describe(content(one), one.id)
    pretend = one.comparator.kind in ("placebo_pill", "sham_procedure")
    assert ("pretend" in words.comparator) == pretend
    if words.blinding:
        assert pretend
        assert one.kind == "benefit"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("about 5% of people", "percent"),
        ("1 in 20 people", "one in N"),
        ("about 5.5 out of 100", "decimal"),
        ("it halves the pain", "relative"),
        ("a rare problem", "frequency adjective"),
        ("it might possibly help", "hedge stack"),
        ("the NNT is 4", "jargon"),
        ("about {n} people", "left over"),
    ],
)
def test_the_check_itself_sees_each_fault(text: str, rule: str) -> None:
    assert broken_rules(text) == [rule]


def test_every_rule_has_its_fault() -> None:
    assert len(RULES) == 8
