"""The rest of the assessment, told for a visit's history."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from sdm_aid.i18n import _
from sdm_aid.wording import assessment as words
from sdm_aid.wording import measures
from sdm_aid.wording.history_names import Names, joined, quoted


def _given(name: str, value: str | None) -> str:
    form = _("{what}: taken back") if value is None else _("{what}: {value}")
    return form.format(what=name, value=value)


def _picked(action: Any, names: Names) -> str:
    what, value = words.short(action.question), words.answer(action.question, action.answer)
    if names.state is None:
        form = _("{what}, picked or let go: {value}")
    elif action.answer in names.state.assessment.answer(action.question).picked:
        form = _("{what} let go: {value}")
    else:
        form = _("{what} picked: {value}")
    return form.format(what=what, value=value)


def _written(action: Any, _names: Names) -> str:
    what = _("{question}, in own words").format(question=words.short(action.question))
    return _given(what, quoted(action.words) if action.words else None)


def _line(action: Any, _names: Names) -> str:
    return _given(words.short(action.name), quoted(action.line.words))


def _line_removed(action: Any, names: Names) -> str:
    lines = names.state.assessment.listed(action.name).lines if names.state else ()
    said = next((quoted(line.words) for line in lines if line.id == action.id), action.id)
    what = _("{list}, removed").format(list=words.short(action.name))
    return _given(what, said)


def _nothing(action: Any, _names: Names) -> str:
    what = words.short(action.name)
    return _given(what, words.nothing(action.name) if action.nothing else None)


def _measure(action: Any, _names: Names) -> str:
    taken = action.taken
    if taken.empty:
        return _given(taken.measure.name, None)
    said = measures.result(taken).rstrip(".")
    reading = quoted(taken.reading) if taken.reading else None
    return _given(taken.measure.name, joined(said or None, reading))


TOLD: Mapping[str, Callable[[Any, Names], str]] = MappingProxyType(
    {
        "assessment_picked": _picked,
        "assessment_written": _written,
        "list_line_set": _line,
        "list_line_removed": _line_removed,
        "list_nothing": _nothing,
        "measure_set": _measure,
    }
)
"""By kind of action; joined with the others in ``wording.history``."""
