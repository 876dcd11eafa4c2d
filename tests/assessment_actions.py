"""Any action of the rest of the assessment: real questions, lists and questionnaires."""

from __future__ import annotations

from functools import reduce

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from sdm_aid.content.measures import digest, load_measure
from sdm_aid.domain.assessment import LISTS, OFFERED
from sdm_aid.domain.measure import Measure
from sdm_aid.domain.measure_taken import MeasureTaken, reference, with_answer
from sdm_aid.paths import resources_dir

Fields = SearchStrategy[dict[str, object]]
_PICKS = [(question, one) for question, answers in OFFERED.items() for one in answers]


def taken(measure: Measure, *points: int | None, reading: str | None = None) -> MeasureTaken:
    """The instrument with these answers in order, None left out, and the clinician's words."""
    ref = reference(measure, digest(measure))
    given = list(zip((item.id for item in measure.item), points, strict=False))
    start = with_answer(measure, ref, None, (measure.item[0].id, None), "en")
    found = reduce(lambda so_far, one: with_answer(measure, ref, so_far, one, "en"), given, start)
    return found.evolve(reading=reading)


def assessment_actions(words: SearchStrategy[str | None]) -> tuple[Fields, ...]:
    """One strategy for each kind of action."""
    picks = st.sampled_from(_PICKS)
    questions = st.sampled_from(sorted(OFFERED))
    lists = st.sampled_from(LISTS)
    ids = st.sampled_from(["l1", "l2"])
    line = st.fixed_dictionaries({"id": ids, "words": st.sampled_from(["Apixaban", "<b>x</b>"])})
    return (
        picks.map(lambda one: _kind("assessment_picked", question=one[0], answer=one[1])),
        st.builds(_written, questions, words),
        st.builds(lambda name, one: _kind("list_line_set", name=name, line=one), lists, line),
        st.builds(lambda name, one: _kind("list_line_removed", name=name, id=one), lists, ids),
        st.builds(
            lambda name, none: _kind("list_nothing", name=name, nothing=none), lists, st.booleans()
        ),
        _measures(words),
    )


def _kind(kind: str, **fields: object) -> dict[str, object]:
    return {"kind": kind, **fields}


def _written(question: str, words: str | None) -> dict[str, object]:
    return _kind("assessment_written", question=question, words=words)


def _measures(words: SearchStrategy[str | None]) -> Fields:
    peg, phq = (load_measure(resources_dir(), name) for name in ("peg", "phq-4"))
    some = st.none() | st.integers(0, 3)

    def of(measure: Measure) -> SearchStrategy[MeasureTaken]:
        answers = st.tuples(*(some for _item in measure.item))
        return st.builds(lambda a, w: taken(measure, *a, reading=w), answers, words)

    return (of(peg) | of(phq)).map(lambda one: _kind("measure_set", taken=one.model_dump()))
