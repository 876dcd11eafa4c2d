"""Things to check first, told as lines of a visit's history."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from sdm_aid.i18n import _
from sdm_aid.wording.history_names import Names, joined, quoted


def _fact(action: Any, names: Names) -> str:
    asked = names.text(f"check_first.questions.{action.question}.ask", action.question)
    key = f"check_first.questions.{action.question}.choices.{action.choice}"
    said = names.text(key, action.choice)
    there = None
    if names.state is not None:
        answer = names.state.check_first.answer(action.question)
        there = answer is not None and action.choice in answer.choices
    if there is None:
        form = _("{question} Picked or let go: {answer}")
    else:
        form = _("{question} Let go: {answer}") if there else _("{question} Picked: {answer}")
    return form.format(question=asked, answer=said)


def _none(action: Any, names: Names) -> str:
    asked = names.text(f"check_first.questions.{action.question}.ask", action.question)
    form = _("{question} None of these") if action.none else _("{question} Taken back")
    return form.format(question=asked)


def _topic(action: Any, names: Names) -> str:
    name = quoted(names.text(f"check_first.topics.{action.topic}.name", action.topic))
    how = {
        None: _("taken back"),
        "talked": _("talked about"),
        "plan": _("a plan was made"),
        "not_apply": _("does not apply"),
    }[action.how]
    said = quoted(action.words) if action.words else None
    return _("Check first, {topic}: {how}").format(topic=name, how=joined(how, said))


TOLD: Mapping[str, Callable[[Any, Names], str]] = MappingProxyType(
    {"fact_toggled": _fact, "none_of_these_facts": _none, "topic_marked": _topic}
)
