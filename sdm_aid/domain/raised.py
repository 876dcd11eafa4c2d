"""Which topics a visit's answers raise, and at which columns: content + state, nothing decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sdm_aid.domain.check_first import NONE, Choice, Rule

if TYPE_CHECKING:
    from datetime import date

    from sdm_aid.domain.checked_first import CheckedFirst, TopicMark
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.domain.library import DecisionContent

ADULT = 18
OLDER = 65
OLDER_ANSWER = ("age-falls", "over-65")
"""The answer that a date of birth can speak against."""


@dataclass(frozen=True, slots=True)
class RaisedRule:
    """A rule that holds: columns its source names, further ones, medicines already taken."""

    rule: Rule
    named: tuple[str, ...]
    wider: tuple[str, ...]
    taken: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RaisedTopic:
    """A topic with its rules in the order of the content; ``letters`` in column order."""

    id: str
    rules: tuple[RaisedRule, ...]
    letters: tuple[str, ...]
    unnamed: tuple[str, ...]
    """Columns that none of its sources names."""
    taken: tuple[str, ...]
    mark: TopicMark | None


def chosen(content: DecisionContent, checked: CheckedFirst) -> tuple[Choice, ...]:
    """The choices that were made, as the content knows them."""
    found = []
    for answer in checked.answers:
        question = content.check_first.question(answer.question)
        if question is not None:
            found += [one for one in question.choices if one.id in answer.choices]
    return tuple(found)


def raised_rules(content: DecisionContent, state: Consultation) -> tuple[RaisedRule, ...]:
    """Every rule that a fact of this person raises somewhere."""
    choices = chosen(content, state.check_first)
    facts = {fact for one in choices for fact in one.facts}
    taken = tuple(dict.fromkeys(name for one in choices for name in one.takes))
    held = (rule for rule in content.check_first.rules if facts.intersection(rule.facts))
    every = (_raised(content, rule, taken) for rule in held)
    return tuple(one for one in every if one.named or one.wider or one.taken)


def raised_topics(content: DecisionContent, state: Consultation) -> tuple[RaisedTopic, ...]:
    """The topics raised, in the content's order; none where no fact was entered."""
    rules = raised_rules(content, state)
    if not rules:
        return ()
    choices = chosen(content, state.check_first)
    facts = {fact for one in choices for fact in one.facts}
    found = []
    for topic in content.check_first.topics:
        held = facts.intersection(topic.facts)
        mine = tuple(one for one in rules if held.intersection(one.rule.facts))
        if mine:
            found.append(_topic(content, topic.id, mine, state.check_first.mark(topic.id)))
    return tuple(found)


def unspoken(content: DecisionContent, state: Consultation) -> tuple[tuple[str, str], ...]:
    """Answers about which nothing is held for the choices of this decision: (question, choice).

    They have to be told apart from answers that were looked up and are of no weight: nothing was
    found to say, which is no reassurance.
    """
    spoken = {fact for one in raised_rules(content, state) for fact in one.rule.facts}
    found = []
    for answer in state.check_first.answers:
        question = content.check_first.question(answer.question)
        for choice in question.choices if question is not None else ():
            if choice.id in answer.choices and not spoken.intersection(choice.facts):
                found.append((answer.question, choice.id))
    return tuple(found)


def topics_at(topics: tuple[RaisedTopic, ...], letter: str) -> tuple[RaisedTopic, ...]:
    """Those of ``topics`` that touch this column."""
    return tuple(topic for topic in topics if letter in topic.letters)


def contradictions(content: DecisionContent, checked: CheckedFirst) -> tuple[str, ...]:
    """Ids of the answers that cannot all be right."""
    said = set()
    for answer in checked.answers:
        said |= {f"{answer.question}.{choice}" for choice in answer.choices}
        if answer.none:
            said.add(f"{answer.question}.{NONE}")
    return tuple(
        one.id
        for one in content.check_first.contradictions
        if all(said.intersection(part) for part in one.alternatives())
    )


def age_contradiction(state: Consultation) -> str | None:
    """``minor``, ``older`` or ``younger`` where the date of birth speaks against the answers."""
    checked = state.check_first
    if state.patient.born is None or not checked.answers:
        return None
    age = _age(state.patient.born, state.started.date())
    if age < ADULT:
        return "minor"
    answer = checked.answer(OLDER_ANSWER[0])
    if answer is None:
        return None
    if OLDER_ANSWER[1] in answer.choices:
        return "younger" if age < OLDER else None
    return "older" if answer.none and age >= OLDER else None


def _age(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _raised(content: DecisionContent, rule: Rule, taken: tuple[str, ...]) -> RaisedRule:
    check, decision = content.check_first, content.decision
    named = check.named(rule, decision.id)
    procedures = [name for name, one in content.treatments.items() if one.procedure]
    wider = check.widened(rule, procedures) - named
    columns = [(option.letter, option.treatment) for option in decision.options]
    return RaisedRule(
        rule=rule,
        named=tuple(letter for letter, treatment in columns if treatment in named),
        wider=tuple(letter for letter, treatment in columns if treatment in wider),
        taken=tuple(name for name in taken if name in rule.touches),
    )


def _topic(
    content: DecisionContent, name: str, rules: tuple[RaisedRule, ...], mark: TopicMark | None
) -> RaisedTopic:
    named = {letter for one in rules for letter in one.named}
    touched = named | {letter for one in rules for letter in one.wider}
    order = [option.letter for option in content.decision.options]
    speaking = tuple(one for one in rules if one.named or one.taken)
    return RaisedTopic(
        id=name,
        # a class that names nothing here says nothing about what is here
        rules=speaking or rules,
        letters=tuple(letter for letter in order if letter in touched),
        unnamed=tuple(letter for letter in order if letter in touched - named),
        taken=tuple(dict.fromkeys(place for one in rules for place in one.taken)),
        mark=mark,
    )


def answered(state: Consultation) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    """Question, choices and "none of these" of every question that was asked."""
    for answer in state.check_first.answers:
        yield answer.question, answer.choices, answer.none
