"""What was counted, less than what, and whose change a score's smallest one is."""

from __future__ import annotations

from typing import Any

import pytest

from sdm_aid.domain.evidence import Comparator, Scale
from tests.wording.content_builder import estimate, level, said

SHAM = Comparator(kind="sham_procedure")
NOBODY = Comparator(kind="none")


INJECTIONS = {"counted": "injections", "outcome": "a deep infection"}


def test_what_was_counted_is_named_where_it_was_not_people() -> None:
    words = said(treated=level(1.0), per=10000, counted="procedures", kind="harm", text=INJECTIONS)
    assert words.headline == words.short == "about 1 out of 10,000 injections"
    assert words.complement == "9,999 without it"
    assert words.outcome == "a deep infection"
    assert words.alt.startswith(
        "A deep infection: about 1 out of 10,000 injections; 9,999 without it."
    )
    spread = said(treated=level(None, 2.0, 18.0), counted="procedures", text=INJECTIONS)
    assert spread.headline == "between 2 and 18 out of 100 injections"
    assert "people" not in spread.headline + spread.complement + spread.short
    unnamed = said(treated=level(1.0), counted="procedures")
    assert unnamed.headline == "about 1 out of 100 times it is done"


def test_none_seen_in_so_many_injections() -> None:
    figure = level(0.0, events=0, total=16638)
    words = said(treated=figure, per=10000, counted="procedures", kind="harm", text=INJECTIONS)
    assert words.headline == "none of 16,638 injections in the studies"
    assert words.short == "none of 16,638 injections"
    assert words.range == "it could still happen in up to about 2 out of 10,000 injections"
    unsaid = said(treated=level(0.0), counted="procedures", kind="harm", text=INJECTIONS)
    assert unsaid.headline == "none of the injections in the studies"
    assert unsaid.range == "the source does not say how many were counted"


def test_only_a_frequency_counts_procedures() -> None:
    with pytest.raises(ValueError, match="only a frequency counts procedures"):
        estimate("score", treated=level(2.0), counted="procedures")


@pytest.mark.parametrize("point", [-0.3, 0.2])
def test_an_interval_across_zero_is_about_as_well_with_pretend(point: float) -> None:
    words = said("score_difference", difference=level(point, -1.0, 0.4), comparator=SHAM)
    assert words.blinding == "People who had the pretend treatment did about as well."
    clear = said("score_difference", difference=level(-2.0, -3.0, -1.0), comparator=SHAM)
    assert clear.blinding == "Part of the improvement also happened with a pretend treatment."


@pytest.mark.parametrize(
    ("value", "low", "high", "short"),
    [
        (24.0, 18.0, 30.0, "about 25 more out of 100 people"),
        (-12.0, -20.0, -6.0, "about 10 fewer out of 100 people"),
        (2.0, -4.0, 9.0, "about 2 more out of 100 people"),
        (-18.0, -19.0, 3.0, "about 18 fewer out of 100 people"),
    ],
)
def test_a_wide_interval_makes_a_difference_coarse_too(
    value: float, low: float, high: float, short: str
) -> None:
    """D-09, unless it would leave the interval or turn some people into none."""
    assert said("frequency_difference", difference=level(value, low, high)).short == short


def test_a_pretend_group_without_a_number_is_said_to_have_none() -> None:
    words = said(treated=level(8.0), comparator=SHAM, kind="harm")
    assert words.comparator == "no checked number for a pretend procedure"


def test_a_difference_of_people_is_no_arm() -> None:
    words = said("frequency_difference", difference=level(24.0, 20.0, 29.0))
    assert words.headline == "about 24 more out of 100 people than with the ordinary care"
    assert words.short == "about 24 more out of 100 people"
    assert words.range == "could be between 20 and 29 more"
    assert "How many there were without it was not found." in words.notes
    assert not words.complement
    crossing = said("frequency_difference", difference=level(-2.0, -8.0, 3.0))
    assert crossing.headline == "about 2 fewer out of 100 people than with the ordinary care"
    assert crossing.range == "could be anything from 8 fewer to 3 more"
    less = said("frequency_difference", difference=level(None, -8.0, -3.0))
    assert less.headline == "between 3 and 8 fewer out of 100 people than with the ordinary care"
    same = said("frequency_difference", difference=level(0.0))
    assert same.headline == "about the same number out of 100 people as with the ordinary care"
    alone = said("frequency_difference", difference=level(24.0), comparator=NOBODY)
    assert alone.headline == "about 24 more out of 100 people"


def test_a_difference_of_scores_with_what_people_notice() -> None:
    scale = Scale(low=0.0, high=10.0, smallest_change=1.0, smallest_change_source="trial")
    words = said("score_difference", difference=level(-1.5, -1.8, -1.2), scale=scale)
    assert words.headline == "on average 15 points less than with the ordinary care"
    assert words.short == words.headline
    assert words.comparator == "compared with the ordinary care"
    assert words.range == "could be between 12 and 18 points less"
    noticed = "Most people notice a change of about 10 points or more in their own score."
    assert noticed in words.notes
    assert "on a scale of 0 to 100" in words.alt
    crossing = said("score_difference", difference=level(0.1, -0.2, 0.4))
    assert crossing.headline == "on average 1 point more than with the ordinary care"
    assert crossing.range == "could be anything from 2 less to 4 more, in points"


def test_a_difference_says_less_than_what_in_one_short_sentence() -> None:
    advice = {"compared_with": "advice to stay active"}
    words = said("score_difference", difference=level(-1.1), text=advice)
    assert words.headline == "on average 11 points less than with advice to stay active"
    same = said("score_difference", difference=level(0.01), text=advice)
    assert same.headline == "on average about the same as with advice to stay active"
    either = said("score_difference", difference=level(None, -0.3, 0.4), text=advice)
    assert either.headline == (
        "from 3 less to 4 more, in points, compared with advice to stay active"
    )
    long = {"compared_with": " ".join(["advice"] * 25)}
    kept = said("score_difference", difference=level(-1.1), text=long)
    assert kept.headline == "on average 11 points less"
    assert kept.comparator.startswith("compared with advice advice")


@pytest.mark.parametrize(
    ("kind", "start"),
    [
        ("line", "On a score marked on a line, most people"),
        ("number", "On a score said as a number, most people"),
        ("questions", "On a score made up from questions, most people"),
    ],
)
def test_what_people_notice_names_its_kind_of_score(kind: Any, start: str) -> None:
    scale = Scale(
        low=0.0,
        high=100.0,
        smallest_change=15.0,
        smallest_change_source="trial",
        smallest_change_on=kind,
    )
    words = said("score", treated=level(24.0), scale=scale)
    assert f"{start} notice a change of about 15 points or more in their own score." in words.notes
    with pytest.raises(ValueError, match="no smallest change"):
        Scale(low=0.0, high=100.0, smallest_change_on=kind)


def test_every_shape_has_a_sentence_that_stands_alone() -> None:
    assert said(treated=level(55.0)).sentence == (
        "About 55 out of 100 people had much less leg pain."
    )
    injections = said(treated=level(1.0), counted="procedures", text=INJECTIONS)
    assert injections.sentence == "A deep infection: about 1 out of 100 injections."
    course = said("score", treated=level(2.4, baseline=5.2), comparator=NOBODY)
    assert course.sentence == ("Leg pain much better: started at about 52, was about 24 by 1 year.")
    gap = said("score_difference", difference=level(-1.5))
    assert gap.sentence == (
        "Leg pain much better: on average 15 points less than with the ordinary care."
    )
    assert said("words").sentence == "People slept better."
    weak = said(treated=level(58.0), certainty="very_low")
    assert weak.sentence == weak.headline
