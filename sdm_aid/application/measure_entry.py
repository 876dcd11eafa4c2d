"""Typing in a questionnaire that was filled in on paper: the points as they stand in its boxes."""

from __future__ import annotations

from collections.abc import Iterator

from sdm_aid.application.sheet_line import SheetLine, listed, one_of, taken_back
from sdm_aid.content.measures import digest
from sdm_aid.domain.actions import Action, MeasureSet
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.measure import Item, Measure
from sdm_aid.domain.measure_taken import reference, with_answer
from sdm_aid.i18n.formats import number
from sdm_aid.wording.pre_visit import Numbered


def measure_lines(measure: Measure, language: str) -> Iterator[SheetLine]:
    """A line for each question, in the published words."""
    for item in measure.item:
        yield _line(measure, item, language)


def measure_hint(measure: Measure, language: str) -> str:
    """The published words over the questions, and which number means which answer."""
    shared = [Numbered(c.points, str(c.points), c.text[language]) for c in measure.choice]
    lead = measure.lead.get(language, "")
    return "\n".join(part for part in (lead, listed(shared)) if part)


def _line(measure: Measure, item: Item, language: str) -> SheetLine:
    offered = _offered(measure, item, language)

    def points(state: Consultation) -> int | None:
        taken = state.assessment.taken(measure.id)
        return None if taken is None else taken.points(item.id)

    def act(state: Consultation, typed: str) -> tuple[Action, ...]:
        given = None if taken_back(typed) else int(one_of(offered, typed))
        if given is not None and given == points(state):
            given = None
        before = state.assessment.taken(measure.id)
        ref = reference(measure, digest(measure))
        taken = with_answer(measure, ref, before, (item.id, given), language)
        return (MeasureSet(taken=taken),)

    def said(state: Consultation) -> str:
        given = points(state)
        return next((one.words for one in offered if one.number == given), "")

    return SheetLine(f"{measure.id}-{item.id}", item.text[language], said, act)


def _offered(measure: Measure, item: Item, language: str) -> tuple[Numbered, ...]:
    worded = {choice.points: choice.text[language] for choice in measure.choices(item)}
    return tuple(
        Numbered(points, str(points), " ".join(filter(None, (number(points), worded.get(points)))))
        for points in sorted(measure.points(item))
    )
