"""The course: like with like, both directions alike, thresholds to the hair, gaps stay gaps."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdm_aid.content.measures import load_measure
from sdm_aid.domain.assessment import Assessment
from sdm_aid.domain.course import Change, course
from sdm_aid.domain.follow_up import Peg
from sdm_aid.paths import resources_dir
from tests.assessment_actions import taken
from tests.domain.looks import a_look, a_sealed_visit, another_visit


def test_points_stand_in_order_of_time_whatever_their_kind() -> None:
    looks = [a_look(2, 90, pain_average=5), a_look(1, 20, pain_average=6), a_look(3, -30)]
    found = course(a_sealed_visit(), looks, [another_visit(50, average=4)])
    assert [point.kind for point in found.points] == [
        "look_again", "visit", "look_again", "visit", "look_again",
    ]  # fmt: skip
    assert [point.pain for point in found.points] == [None, 7, 6, 4, 5]
    assert found.baseline.pain == 7
    assert found.latest is not None
    assert found.latest.pain == 5


def test_the_same_look_counts_once_and_the_later_given_wins() -> None:
    found = course(a_sealed_visit(), [a_look(pain_average=6), a_look(pain_average=2)])
    assert [point.pain for point in found.points] == [7, 2]


def test_a_look_before_the_signed_visit_is_no_outcome_of_it() -> None:
    found = course(a_sealed_visit(), [a_look(1, -10, pain_average=1)])
    assert found.latest is None
    assert found.change is None


@given(st.integers(0, 10), st.integers(0, 10))
def test_down_and_up_are_mirror_images(start: int, end: int) -> None:
    found = course(a_sealed_visit(start), [a_look(pain_average=end)]).change
    assert found is not None
    assert found.points == end - start
    assert found.share == (None if start == 0 else Fraction(start - end, start))
    if end >= start:
        assert found.band is None


@pytest.mark.parametrize(
    ("start", "end", "band"),
    [
        (10, 10, None),
        (10, 9, "minimal"),
        (10, 8, "minimal"),
        (10, 7, "moderate"),
        (10, 6, "moderate"),
        (10, 5, "substantial"),
        (10, 0, "substantial"),
        (7, 5, "minimal"),
        (7, 4, "moderate"),
        (3, 2, "moderate"),
        (2, 1, "substantial"),
        (5, 8, None),
        (0, 0, None),
        (0, 5, None),
    ],
)
def test_immpacts_words_begin_at_their_thresholds(start: int, end: int, band: str | None) -> None:
    assert Change("average", start, end).band == band


def test_an_average_is_never_compared_with_the_moment() -> None:
    found = course(a_sealed_visit(average=8, now=None), [a_look(pain_now=2)])
    assert found.change is None
    assert found.unlike
    assert found.points[-1].measured == "now"
    both = course(a_sealed_visit(average=8, now=6), [a_look(pain_now=2)])
    assert both.change == Change("now", 6, 2)
    assert not both.unlike


def test_a_missing_number_is_none_and_never_zero() -> None:
    found = course(a_sealed_visit(None), [a_look(pain_worst=9)])
    assert [(point.pain, point.measured) for point in found.points] == [(None, None)] * 2
    assert (found.change, found.unlike, found.over_target) == (None, False, None)


def test_the_last_number_counts_not_the_last_look() -> None:
    found = course(a_sealed_visit(7), [a_look(1, 30, pain_average=3), a_look(2, 60)])
    assert found.change == Change("average", 7, 3)


def test_the_mark_is_the_one_set_last() -> None:
    looks = [a_look(pain_average=4)]
    assert course(a_sealed_visit(target=3), looks).over_target == 1
    newer = [another_visit(30, average=5, target=4)]
    found = course(a_sealed_visit(target=3), looks, newer)
    assert (found.target, found.over_target) == (4, 0)
    assert course(a_sealed_visit(target=3), looks, [another_visit(30)]).target == 3
    assert course(a_sealed_visit(target=None), looks).over_target is None


def test_a_peg_without_all_three_is_no_point_of_its_line() -> None:
    looks = [a_look(1, 10, peg=Peg(pain=4, enjoyment=5)), a_look(2, 20, peg=_peg(6))]
    assert [point.peg for point in course(a_sealed_visit(), looks).pegs] == [6]


def _peg(score: int) -> Peg:
    return Peg(pain=score, enjoyment=score, activity=score)


def test_the_first_visit_gives_the_peg_its_baseline() -> None:
    measure = load_measure(resources_dir(), "peg")
    asked = a_sealed_visit().evolve(assessment=Assessment(measured=(taken(measure, 6, 6, 5),)))
    found = course(asked, [a_look(1, 10, peg=_peg(4))])
    assert [point.peg for point in found.pegs] == [Fraction(17, 3), 4]
    assert found.baseline.peg == Fraction(17, 3)
    partly = a_sealed_visit().evolve(assessment=Assessment(measured=(taken(measure, 6, 6),)))
    assert course(partly).pegs == ()
