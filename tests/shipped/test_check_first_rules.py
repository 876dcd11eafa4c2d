"""Every published rule can be reached by answering; with no facts nothing changes."""

from __future__ import annotations

from functools import cache

import pytest

from sdm_aid.domain.checked_first import CheckedFirst, FactAnswer
from sdm_aid.domain.comparison import comparison
from sdm_aid.domain.raised import raised_rules, raised_topics, topics_at
from tests.shipped.check_first import RULES, answering, rule_of, visit, ways, whole
from tests.shipped.decisions import DECISIONS, shipped

AT_NO_COLUMN = {
    "basivertebral-nerve-ablation",
    "botulinum-toxin",
    "cervical-cordotomy",
    "intravenous-immunoglobulin",
    "knee-arthroscopy",
    "medial-branch-block",
    "medial-branch-block.cervical",
    "medial-branch-block.lumbar",
    "muscle-relaxants",
    "peripheral-nerve-stimulation",
    "shoulder-decompression-surgery",
    "shoulder-replacement",
    "trigeminal-ganglion-block",
    "trigger-point-injection",
    "vertebral-augmentation",
}
"""Treatments that rules name and no decision shows; a treatment added later takes its name off."""
EVERYWHERE = (
    "active-infection-injection",
    "immunosuppression",
    "pregnancy-fluoroscopy",
    "allergy-injectate",
)
"""What concerns every needle, implant and operation, though the sources name only some."""


@cache
def reached() -> dict[str, set[str]]:
    """Rule to the treatments at whose columns some single answer raises it, over all decisions."""
    found: dict[str, set[str]] = {}
    for name in DECISIONS:
        content = shipped(name)
        for question in whole().questions:
            for choice in question.choices:
                state = visit(content, answering(question.id, choice.id))
                for one in raised_rules(content, state):
                    letters = (*one.named, *one.wider)
                    treatments = {content.decision.option(each).treatment for each in letters}
                    found.setdefault(one.rule.id, set()).update(treatments)
    return found


def test_all_compiled_rules_are_there_and_one_of_our_own() -> None:
    assert len(RULES) == 87
    assert "nsaid-blood-thinner" in RULES


def test_about_25_questions_not_86_boxes() -> None:
    assert 22 <= len(whole().questions) <= 28


@pytest.mark.parametrize("name", RULES)
def test_some_answer_raises_the_rule_at_every_column_it_names(name: str) -> None:
    rule = rule_of(name)
    assert ways(rule)
    shown = {option.treatment for d in DECISIONS for option in shipped(d).decision.options}
    named = {
        treatment
        for decision in DECISIONS
        for treatment in whole().named(rule, decision)
        if treatment in shown
    }
    assert named <= reached().get(name, set())
    # a rule may name nothing that is shown here; it then has to be listed as such
    assert named or set(rule.touches) <= AT_NO_COLUMN


def test_the_list_of_treatments_that_no_decision_shows_is_current() -> None:
    without = {place.id for place in whole().places if not place.columns}
    assert without == AT_NO_COLUMN


@pytest.mark.parametrize("name", RULES)
def test_every_answer_that_says_the_fact_raises_it(name: str) -> None:
    rule = rule_of(name)
    for decision in DECISIONS:
        content = shipped(decision)
        if not any(one.id == name for one in content.check_first.rules):
            continue
        for question, choice in ways(rule):
            state = visit(content, answering(question, choice.id))
            raised = {one.rule.id for one in raised_rules(content, state)}
            columns = {option.treatment for option in content.decision.options}
            if whole().named(rule, decision) & columns:
                assert name in raised, (decision, question, choice.id)


@pytest.mark.parametrize("decision", DECISIONS)
def test_with_no_facts_nothing_is_raised(decision: str) -> None:
    content = shipped(decision)
    asked = tuple(FactAnswer(question=one.id, none=True) for one in whole().questions)
    for given in (CheckedFirst(), CheckedFirst(answers=asked)):
        assert raised_topics(content, visit(content, given)) == ()


@pytest.mark.parametrize("decision", DECISIONS)
def test_facts_change_no_column_and_no_row(decision: str) -> None:
    content = shipped(decision)
    every = tuple(
        FactAnswer(question=one.id, choices=tuple(choice.id for choice in one.choices))
        for one in whole().questions
    )
    full = visit(content, CheckedFirst(answers=every))
    assert raised_topics(content, full)
    assert comparison(content, full) == comparison(content, visit(content, CheckedFirst()))


@pytest.mark.parametrize("decision", DECISIONS)
@pytest.mark.parametrize("name", EVERYWHERE)
def test_what_concerns_every_needle_is_raised_at_every_needle(name: str, decision: str) -> None:
    content = shipped(decision)
    question, choice = ways(rule_of(name))[0]
    state = visit(content, answering(question, choice.id))
    topics = raised_topics(content, state)
    needles = {
        option.letter
        for option in content.decision.options
        if content.treatments[option.treatment].procedure
    }
    assert needles <= {letter for topic in topics for letter in topic.letters}
    for topic in topics:
        assert set(topic.unnamed) <= set(topic.letters)


def test_apixaban_brings_every_rule_on_blood_thinners() -> None:
    content = shipped("persistent-spinal-pain-after-surgery")
    raised = raised_rules(content, visit(content, answering("blood-thinners", "apixaban")))
    ids = {one.rule.id for one in raised}
    assert {"apixaban", "doac-general", "risk-class-high"} <= ids
    assert not ids & {"warfarin", "clopidogrel", "rivaroxaban"}


def test_the_region_of_a_rule_is_the_decision_it_stands_in() -> None:
    for decision, risk in (("neck-pain", "intermediate"), ("chronic-low-back-pain", "low")):
        content = shipped(decision)
        state = visit(content, answering("blood-thinners", "warfarin"))
        letters = {
            option.letter
            for option in content.decision.options
            if option.treatment in ("facet-joint-injection", "radiofrequency-ablation")
        }
        named = {one.rule.id: set(one.named) for one in raised_rules(content, state)}
        assert letters <= named[f"risk-class-{risk}"]


@pytest.mark.parametrize(
    ("first", "second", "rule"),
    [
        ("pain-medicines.opioid", "mood-medicines.benzodiazepine", "benzo-opioid"),
        ("pain-medicines.tramadol", "mood-medicines.ssri", "serotonergic-tramadol"),
        ("pain-medicines.nsaid", "blood-thinners.apixaban", "nsaid-blood-thinner"),
        ("pain-medicines.nsaid", "other-medicines.diuretic", "triple-whammy"),
        ("mood-medicines.duloxetine", "pain-medicines.nsaid", "duloxetine-bleeding"),
        ("pain-medicines.pregabalin", "pain-medicines.opioid", "respiratory-gabapentinoid"),
        ("pain-medicines.paracetamol", "blood-thinners.warfarin", "warfarin-paracetamol"),
    ],
)
@pytest.mark.parametrize("decision", DECISIONS)
def test_a_conflict_among_medicines_taken_now_is_raised_in_every_decision(
    decision: str, first: str, second: str, rule: str
) -> None:
    content = shipped(decision)
    pairs = [each.split(".") for each in (first, second)]
    chosen: dict[str, tuple[str, ...]] = {}
    for question, choice in pairs:
        chosen[question] = (*chosen.get(question, ()), choice)
    answers = tuple(FactAnswer(question=q, choices=c) for q, c in chosen.items())
    raised = raised_rules(content, visit(content, CheckedFirst(answers=answers)))
    found = {one.rule.id: one.taken for one in raised}
    assert found.get(rule)
    alone = visit(content, answering(*first.split(".")))
    assert all(not one.taken for one in raised_rules(content, alone))


def test_a_mark_counts_the_topics_of_its_column() -> None:
    content = shipped("sciatica")
    state = visit(content, answering("pregnancy", "late"))
    topics = raised_topics(content, state)
    assert [topic.id for topic in topics] == ["pregnancy"]
    assert topics_at(topics, "A") == topics_at(topics, "B") == ()
    assert topics_at(topics, "C") == topics_at(topics, "D") == topics
