"""What is said of a course: both directions in one form, no decimals, the patient's own mark."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdm_aid.domain.course import Course, course
from sdm_aid.domain.follow_up import Peg
from sdm_aid.wording.course import band_line, change_line, lines_under, plot_alt, target_line
from sdm_aid.wording.course_scene import course_scene
from sdm_aid.wording.follow_up import good_enough
from tests.domain.looks import a_look, a_sealed_visit
from tests.wording.patient_rules import broken_rules, lexicon_hits

SCORES = st.none() | st.integers(0, 10)


def _course(start: int | None, end: int | None, target: int | None = None) -> Course:
    return course(a_sealed_visit(start, target=target), [a_look(pain_average=end)])


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (7, 4, "Pain on average went down by 3 points since 21 Nov 2026, from 7 to 4."),
        (4, 7, "Pain on average went up by 3 points since 21 Nov 2026, from 4 to 7."),
        (5, 4, "Pain on average went down by 1 point since 21 Nov 2026, from 5 to 4."),
        (0, 2, "Pain on average went up by 2 points since 21 Nov 2026, from 0 to 2."),
        (6, 6, "Pain on average is the same as on 21 Nov 2026: 6."),
        (6, None, "No pain number has been written down since 21 Nov 2026."),
        (None, 6, "No pain number was written down on 21 Nov 2026, so there is none to compare"),
    ],
)
def test_the_change_in_points(start: int | None, end: int | None, said: str) -> None:
    assert change_line(_course(start, end)).startswith(said)


def test_unlike_numbers_are_said_to_be_so() -> None:
    found = course(a_sealed_visit(8), [a_look(pain_now=2)])
    assert "do not compare" in change_line(found)


@pytest.mark.parametrize(
    ("end", "said"),
    [
        (5, "The last number is 5, 2 points above that."),
        (4, "The last number is 4, 1 point above that."),
        (3, "The last number is 3, so that is reached."),
        (0, "The last number is 0, so that is reached."),
        (None, "You said that 3 or less would be good enough."),
    ],
)
def test_the_patients_own_mark(end: int | None, said: str) -> None:
    assert target_line(_course(7, end, target=3)).endswith(said)
    assert target_line(_course(7, end)) == ""


def test_a_word_for_size_comes_with_its_warning_and_never_for_a_rise() -> None:
    assert "moderate" in band_line(_course(7, 4))
    assert "provisional" in band_line(_course(7, 4))
    assert "a fall only" in band_line(_course(4, 7))
    assert band_line(_course(6, 6)) == ""
    assert band_line(_course(0, 4)) == ""


@settings(max_examples=80)
@given(SCORES, SCORES, SCORES, SCORES)
def test_whatever_was_answered_keeps_the_rules_for_patients(
    start: int | None, end: int | None, target: int | None, item: int | None
) -> None:
    look = a_look(pain_average=end, peg=Peg(pain=item, enjoyment=5, activity=5))
    found = course(a_sealed_visit(start, target=target), [look])
    for line in (*lines_under(found), band_line(found), plot_alt(found)):
        assert not broken_rules(line)
        assert not lexicon_hits(line)
    assert course_scene(found).alt == plot_alt(found)


def test_forty_points_are_told_by_their_ends_and_extremes() -> None:
    looks = [a_look(n, 30 * n, pain_average=9 if n == 7 else 5) for n in range(1, 40)]
    told = plot_alt(course(a_sealed_visit(7), looks))
    assert "40 times in all." in told
    assert "Highest. 19 Jun 2027, looked again: pain on average 9." in told
    assert len(told) < 600


def test_no_pain_at_all_can_be_good_enough() -> None:
    assert "no pain at all" in good_enough(0)
    assert "3 or less" in good_enough(3)
