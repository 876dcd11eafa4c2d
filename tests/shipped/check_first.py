"""The rules of things to check first as they are shipped, and visits with one answer."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sdm_aid.content.check_first import read_check_first
from sdm_aid.content.problem import ProblemLog
from sdm_aid.domain.check_first import CheckFirst, Choice, Rule
from sdm_aid.domain.checked_first import CheckedFirst, FactAnswer
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.library import DecisionContent
from tests.full_visit import STARTED

RESOURCES = Path(__file__).parents[2] / "resources"


@cache
def whole() -> CheckFirst:
    """All of it, before a decision narrows it."""
    log = ProblemLog()
    found = read_check_first(RESOURCES, log)
    assert not log.found
    return found


def answering(question: str, choice: str) -> CheckedFirst:
    """One answer given."""
    return CheckedFirst(answers=(FactAnswer(question=question, choices=(choice,)),))


def visit(content: DecisionContent, checked: CheckedFirst) -> Consultation:
    """A visit in which only this was answered."""
    return Consultation(
        visit_id="c" * 32, content=content.ref, started=STARTED, check_first=checked
    )


def ways(rule: Rule) -> list[tuple[str, Choice]]:
    """The single answers that say one of the rule's facts."""
    return [
        (question.id, choice)
        for question in whole().questions
        for choice in question.choices
        if set(choice.facts) & set(rule.facts)
    ]


RULES = [rule.id for rule in whole().rules]


def rule_of(name: str) -> Rule:
    """The rule of this id."""
    return next(rule for rule in whole().rules if rule.id == name)
