"""Every published rule is said with its source: in the clinician's drawer and on the plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache

import pytest

from sdm_aid.documents.blocks import Run
from sdm_aid.documents.paper import PaperInput
from sdm_aid.documents.plan.check_first import checked
from sdm_aid.domain.raised import raised_topics
from sdm_aid.wording.check_first import statement_lines
from tests.full_visit import STARTED
from tests.shipped.check_first import RULES, answering, rule_of, visit
from tests.shipped.decisions import DECISIONS, shipped


@cache
def told() -> dict[str, tuple[str, str]]:
    """Rule to what the clinician's drawer and the plan say, where one answer raises it."""
    found: dict[str, tuple[str, str]] = {}
    for name in DECISIONS:
        content = shipped(name)
        for question in content.check_first.questions:
            for choice in question.choices:
                state = visit(content, answering(question.id, choice.id))
                for topic in raised_topics(content, state):
                    new = [one for one in topic.rules if one.rule.id not in found]
                    if not new:
                        continue
                    paper = PaperInput(content=content, state=state, now=STARTED, program="x")
                    plan = " • ".join(words_of(checked(paper)))
                    for one in new:
                        drawer = " ".join(words for _l, words in statement_lines(content, one))
                        found[one.rule.id] = (drawer, plan)
    return found


def words_of(value: object) -> Iterator[str]:
    """Every run of some blocks; those of one line together, as a web address is a run by itself."""
    if isinstance(value, tuple) and value and all(isinstance(part, Run) for part in value):
        yield "".join(part.text for part in value)
    elif isinstance(value, Run):
        yield value.text
    elif isinstance(value, tuple):
        for part in value:
            yield from words_of(part)
    elif is_dataclass(value):
        for one in fields(value):
            yield from words_of(getattr(value, one.name))


@pytest.mark.parametrize("name", RULES)
def test_every_rule_is_said_with_source_year_quote_and_how_far_it_was_checked(name: str) -> None:
    rule = rule_of(name)
    drawer, plan = told()[name]
    source = rule.source
    assert source.citation.rstrip(".") in drawer
    assert source.citation.rstrip(".") in plan
    assert source.quote in drawer
    assert (source.at in drawer) is (source.printable or source.at.startswith("10."))
    if source.year:
        assert str(source.year) in drawer
        assert str(source.year) in plan
    flagged = "Not yet compared with the original" in drawer
    assert flagged is rule.check_original
    line = next(part for part in plan.split("•") if source.citation.rstrip(".") in part)
    assert "not yet compared with the original" in line or not rule.check_original


@pytest.mark.parametrize("name", ["warfarin", "renal-gabapentin"])
def test_doses_and_times_stand_in_the_drawer_and_not_on_paper(name: str) -> None:
    drawer, plan = told()[name]
    dose = {"warfarin": "5 days and normal INR", "renal-gabapentin": "300 to 900 mg"}[name]
    assert dose in drawer
    assert dose not in plan
