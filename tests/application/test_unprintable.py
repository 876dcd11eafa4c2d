"""What cannot be printed is told while it can be changed: which words, where, what instead."""

from __future__ import annotations

from sdm_aid.application.unprintable import unprintable_sentence, unprintable_words
from sdm_aid.domain import actions as a
from sdm_aid.domain.answers import PlanStep
from sdm_aid.domain.room import Patient
from tests.full_visit import SIGNED, a_session, the_content


def _told(*more: a.Action) -> str:
    state = a_session(*more, whole=False).state
    return unprintable_sentence(unprintable_words(the_content(), state, SIGNED))


def test_a_visit_in_letters_we_hold_needs_no_sentence() -> None:
    assert _told(a.PatientNamed(patient=Patient(name="प्रिया शर्मा"))) == ""


def test_a_name_in_letters_we_do_not_hold() -> None:
    assert _told(a.PatientNamed(patient=Patient(name="王小明"))) == (
        "Our print has no Chinese characters. “王小明” at the top would be printed as "
        "“[Chinese characters U+738B U+5C0F U+660E]”. Change the words, a name for example to "
        "Latin letters as in the passport, or print it like that; the record keeps what was typed."
    )


def test_words_further_down_are_told_with_their_heading_and_the_others_are_counted() -> None:
    told = _told(
        a.PlanStepSet(step=PlanStep(id="s1", what="smile 🙂", who="김민수")),
        a.TextWritten(field="stop_rule", words="half \ue000 of it"),
    )
    assert told.startswith("Our print has no emoji. “🙂” under “What happens next” would be")
    assert "The same holds in 2 more places." in told


def test_the_name_at_the_top_is_told_before_words_further_down() -> None:
    told = _told(
        a.PatientNamed(patient=Patient(name="王小明")),
        a.TextWritten(field="patient_reason", words="to walk 🙂"),
    )
    assert told.startswith("Our print has no Chinese characters. “王小明” at the top")
    assert "The same holds in 1 more place." in told
