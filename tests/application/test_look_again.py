"""When a look again is due, what is asked, what the next version carries and what it does not."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from sdm_aid.application.look_again import LookBack, due, harms_to_ask, helped, next_version
from sdm_aid.domain.answers import Outcome, Tried, You
from sdm_aid.domain.assessment import LISTS, Assessment, Line, Listed
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.follow_up import Doing, FollowUp, Happened, Peg
from sdm_aid.domain.genes import GeneResult, Genes
from sdm_aid.domain.room import Clinic, Clinician, Patient
from tests.domain.looks import SEAL, a_look, a_sealed_visit, another_visit
from tests.domain.visits import NOON
from tests.full_visit import the_content

ON = date(2027, 1, 15)
LATER = NOON + timedelta(days=80)


def _planned(on: date | None = ON) -> Consultation:
    return a_sealed_visit(look_again=on)


@pytest.mark.parametrize(
    ("today", "days"), [(date(2027, 1, 1), 14), (ON, 0), (date(2027, 2, 1), -17)]
)
def test_due_says_the_day_and_how_far(today: date, days: int) -> None:
    found = due(_planned(), (), (), today)
    assert found is not None
    assert (found.on, found.days, found.overdue) == (ON, days, days < 0)


def test_nothing_is_due_without_a_day_or_a_seal() -> None:
    assert due(_planned(None), (), (), ON) is None
    assert due(_planned().evolve(seal=None), (), (), ON) is None


@pytest.mark.parametrize(
    ("days", "done", "open_still"),
    [(55, True, False), (41, True, False), (40, True, True), (55, False, True), (90, True, False)],
)
def test_a_done_look_near_the_day_or_later_settles_it(
    days: int, done: bool, open_still: bool
) -> None:
    found = due(_planned(), [a_look(days=days, done=done)], (), ON)
    assert (found is not None) is open_still


def test_a_day_soon_after_signing_is_not_settled_by_a_look_the_day_after() -> None:
    soon = _planned(date(2026, 12, 1))
    assert due(soon, [a_look(days=1, done=True)], (), ON) is not None
    assert due(soon, [a_look(days=6, done=True)], (), ON) is None


def test_a_look_at_another_plan_or_an_unsigned_visit_settles_nothing() -> None:
    other = a_look(days=90, done=True).evolve(about="b" * 32)
    assert due(_planned(), [other], [another_visit(70, signed=False)], ON) is not None
    assert due(_planned(), (), [another_visit(-70)], ON) is not None
    assert due(_planned(), (), [another_visit(70)], ON) is None


def _agreed(letter: str | None = "C", kind: Any = "go_with", **changes: Any) -> Consultation:
    signed = a_sealed_visit().evolve(
        outcome=Outcome(kind=kind, option=letter),
        patient=Patient(name="Maria Rossi", born=date(1974, 5, 4), number="10482"),
        clinic=Clinic(name="Riverside"),
        clinician=Clinician(name="Dr A. Okafor"),
        you=You(
            goals=("walking",),
            goal_words="walk to work",
            regions=("back-calf-right",),
            pain_average=7,
            tried=(Tried(id="t1", what="Ibuprofen", helped="some"),),
        ),
        patient_reason="I want to walk",
    )
    return signed.evolve(**changes)


def _next(signed: Consultation, look: FollowUp) -> Consultation:
    return next_version(signed, the_content(), look, SEAL.sha256, lambda: LATER)


def test_the_next_version_names_the_plan_it_follows_and_begins_anew() -> None:
    signed = _agreed()
    made = _next(signed, a_look(pain_now=5, pain_average=4, pain_worst=6))
    assert made.follows is not None
    follows = (made.follows.visit_id, made.follows.sealed_at, made.follows.sha256)
    assert follows == (signed.visit_id, SEAL.at, SEAL.sha256)
    assert made.visit_id != signed.visit_id
    assert (made.patient, made.clinic, made.clinician) == (
        signed.patient, signed.clinic, signed.clinician,
    )  # fmt: skip
    assert (made.you.goals, made.you.goal_words) == (("walking",), "walk to work")
    assert (made.you.pain_now, made.you.pain_average, made.you.pain_worst) == (5, 4, 6)
    assert (made.started, made.content) == (LATER, the_content().ref)
    anew = (made.you.regions, made.outcome, made.patient_reason, made.signatures, made.seal)
    assert anew == ((), None, None, (), None)
    assert made.plan == Consultation(visit_id="d" * 32, content=made.content, started=LATER).plan


def test_gene_results_go_on_into_the_next_version() -> None:
    genes = Genes(results=(GeneResult(gene="cyp2d6", result="poor"),), dated="May 2024")
    assert _next(_agreed(genes=genes), a_look()).genes == genes


def test_allergies_and_illnesses_go_on_into_the_next_version_and_medicines_are_asked_anew() -> None:
    listed = tuple(
        Listed(name=name, lines=(Line(id="l1", words=f"one of {name}"),)) for name in LISTS
    )
    after = _next(_agreed(assessment=Assessment(lists=listed)), a_look())
    assert [one.name for one in after.assessment.lists] == ["allergies", "illnesses"]
    assert after.assessment.listed("allergies").lines[0].words == "one of allergies"


def test_a_pain_not_asked_today_is_not_taken_from_the_old_visit() -> None:
    assert _next(_agreed(), a_look()).you.pain_average is None


def test_what_was_agreed_joins_what_was_tried() -> None:
    look = a_look(
        goal="reached",
        harms=(
            Happened(id="h1", harm="sore-spot", words="a week"),
            Happened(id="h2", words="dizzy"),
        ),
    )
    first, second = _next(_agreed(), look).you.tried
    assert first.what == "Ibuprofen"
    assert (second.id, second.what, second.helped) == (
        "t2", "Steroid injection near the nerve", "yes",
    )  # fmt: skip
    assert second.trouble == "A sore spot where the needle went in; a week; dizzy"


@pytest.mark.parametrize(
    ("signed", "look"),
    [
        (_agreed("A", "nothing_new"), a_look()),
        (_agreed(None, "more_time"), a_look()),
        (_agreed(), a_look(doing=(Doing(id="agreed", state="not_started"),))),
    ],
)
def test_what_was_never_begun_was_not_tried(signed: Consultation, look: FollowUp) -> None:
    assert [one.what for one in _next(signed, look).you.tried] == ["Ibuprofen"]


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({}, None),
        ({"pgic": "much_improved"}, "yes"),
        ({"pgic": "minimally_improved"}, "some"),
        ({"pgic": "no_change"}, "no"),
        ({"pgic": "very_much_worse"}, "no"),
        ({"goal": "reached"}, "yes"),
        ({"goal": "partly"}, "some"),
        ({"goal": "not_yet"}, None),
        ({"goal": "changed"}, None),
        ({"goal": "reached", "pgic": "much_worse"}, None),
        ({"goal": "partly", "pgic": "minimally_improved"}, "some"),
        ({"pain_average": 0, "peg": Peg(pain=0, enjoyment=0, activity=0)}, None),
    ],
)
def test_helped_only_where_the_patient_said_so(answers: dict[str, Any], said: str | None) -> None:
    assert helped(a_look(**answers)) == said


def test_only_a_sealed_plan_and_a_look_at_it_lead_on() -> None:
    with pytest.raises(ValueError, match="sealed"):
        _next(_agreed().evolve(seal=None), a_look())
    with pytest.raises(ValueError, match="another visit"):
        _next(_agreed(), a_look().evolve(about="b" * 32))


def test_the_harms_asked_are_those_of_what_was_agreed_and_nobody_is_asked_whether_they_died() -> (
    None
):
    content = the_content()
    for option in content.decision.options:
        asked = dict(harms_to_ask(_agreed(option.letter), content))
        known = {harm.id: harm for harm in content.treatment_of(option.letter).harms}
        assert asked
        assert set(asked) <= set(known)
        assert not any(known[name].severity == "death" for name in asked)
    assert harms_to_ask(_agreed(None, "more_time"), content) == ()
    assert harms_to_ask(_agreed("J"), content) == ()


def test_a_look_that_was_begun_goes_on_and_a_new_one_is_about_this_visit() -> None:
    signed, begun = _agreed(), a_look(pain_now=3)
    back = LookBack(signed, the_content(), lambda: LATER, "Dr A. Okafor")
    new = back.begin()
    assert (new.about, new.at, new.who, new.says_something) == (
        signed.visit_id, LATER, "Dr A. Okafor", False,
    )  # fmt: skip
    again = LookBack(signed, the_content(), lambda: LATER, "x", (begun,), (), begun)
    assert again.begin() is begun
    assert len(again.course_with(begun.evolve(pain_now=2)).points) == 2
