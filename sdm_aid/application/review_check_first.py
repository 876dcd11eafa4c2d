"""Things to check first, on the page read before a sign-off: each rule, its words, its source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sdm_aid.application.review_lines import ReviewLine
from sdm_aid.application.review_settings import field_name, setting_words, settings

if TYPE_CHECKING:
    from sdm_aid.domain.base import Frozen
    from sdm_aid.domain.library import DecisionContent

PREFIX = "check_first."
RULE_WORDS = (
    "about",
    "statement",
    "timing.high",
    "timing.intermediate",
    "timing.low",
    "timing.restart",
    "note",
    "check",
)


def check_first_lines(content: DecisionContent) -> Iterator[ReviewLine]:
    """One line for each answer, topic, rule: its words, then its settings."""
    whole = content.check_first
    for question in whole.questions:
        start = f"questions.{question.id}"
        for choice in question.choices:
            name = f"{start}.choices.{choice.id}"
            yield _line(content, name, choice, (name,))
        order = ", ".join(choice.id for choice in question.choices)
        ask = content.words(f"{PREFIX}{start}.ask", "")
        yield ReviewLine(f"{PREFIX}{start}", question.id, f"{ask} [{order}]")
    for contradiction in whole.contradictions:
        name = f"contradictions.{contradiction.id}"
        yield _line(content, name, contradiction, (name,))
    for topic in whole.topics:
        name = f"topics.{topic.id}"
        yield _line(content, name, topic, (f"{name}.name", f"{name}.why"))
    for place in whole.places:
        name = f"places.{place.id}"
        yield _line(content, name, place, (name,))
    for rule in whole.rules:
        name = f"rules.{rule.id}"
        yield _line(content, name, rule, tuple(f"{name}.{end}" for end in RULE_WORDS))
    yield from _orders(content)


def _orders(content: DecisionContent) -> Iterator[ReviewLine]:
    for field in type(content.check_first).model_fields:
        words = setting_words(getattr(content.check_first, field))
        yield ReviewLine(f"{PREFIX}{field}", field_name(field), words)


def _line(content: DecisionContent, name: str, record: Frozen, keys: tuple[str, ...]) -> ReviewLine:
    texts = (content.words(PREFIX + key, "") for key in keys)
    words = " · ".join(words for words in texts if words)
    label = name.partition(".")[2].replace(".choices.", " · ")
    return ReviewLine(PREFIX + name, label, f"{words} [{settings(record, 'id')}]")
