"""Each shape of figure in the very words that a patient reads."""

from __future__ import annotations

from typing import Any

import pytest

from sdm_aid.domain.evidence import Comparator, Horizon, Scale
from sdm_aid.wording.figure import NotForPatients, describe
from sdm_aid.wording.horizons import horizon_words
from sdm_aid.wording.sentence import sentence
from tests.wording.content_builder import content, estimate, level, said

SHAM = Comparator(kind="sham_procedure")
NOBODY = Comparator(kind="none")


def test_two_arms_against_a_pretend_treatment() -> None:
    words = said(
        treated=level(95.0),
        control=level(60.0),
        comparator=SHAM,
        text={"compared_with": "a pretend injection"},
    )
    assert words.headline == "about 95 out of 100 people"
    assert words.outcome == "had much less leg pain"
    assert words.complement == "5 did not"
    assert words.other == "about 60 out of 100 people in the other group (a pretend injection)"
    assert words.horizon == "by 1 year"
    assert words.comparator == "compared with a pretend injection"
    assert words.blinding == "Part of the improvement also happened with a pretend treatment."
    assert words.certainty.dots == 3
    assert words.short == "about 95 out of 100"
    assert words.alt == (
        "About 95 out of 100 people had much less leg pain; 5 did not. "
        "About 60 out of 100 people in the other group (a pretend injection). By 1 year. "
        "Compared with a pretend injection. "
        "Part of the improvement also happened with a pretend treatment. "
        "We are fairly sure of this."
    )


def test_the_people_who_went_without() -> None:
    words = said(
        treated=level(95.0),
        control=level(60.0),
        arm="control",
        text={"who_compared": "people who waited", "compared_with": "waiting"},
    )
    assert words.headline == "about 60 out of 100 people"
    assert words.complement == "40 did not"
    assert words.other == "about 95 out of 100 people in the treated group (Needle)"
    assert words.comparator == "the other group of the study: waiting"
    assert words.people == "people who waited"
    assert not words.blinding


def test_one_arm_alone() -> None:
    words = said(treated=level(12.0), comparator=NOBODY)
    assert words.comparator == "no comparison group"
    assert not words.other
    with pytest.raises(ValueError, match="no figure for the control people"):
        said(treated=level(12.0), arm="control")


def test_a_wide_interval_is_said_and_makes_the_number_coarse() -> None:
    words = said(treated=level(58.0, 51.0, 65.0))
    assert words.headline == "about 60 out of 100 people"
    assert words.range == "could be between 51 and 65"


def test_a_range_keeps_both_ends() -> None:
    words = said(treated=level(None, 32.0, 74.0))
    assert words.headline == "between 32 and 74 out of 100 people"
    assert words.complement == "between 26 and 68 did not"
    assert said(treated=level(None, 0.0, 7.0)).headline == "up to 7 out of 100 people"
    assert said(treated=level(None, 0.0, 7.0)).complement == "at least 93 did not"
    assert said(treated=level(None, 7.0, 7.2)).headline == "about 7 out of 100 people"


def test_none_seen_is_not_none_possible() -> None:
    words = said(treated=level(0.0, events=0, total=120), kind="harm", better="lower")
    assert words.headline == "none of 120 people in the studies"
    assert words.range == "it could still happen to up to about 3 out of 100"
    assert words.short == "none of 120 seen"
    assert not words.complement
    uncounted = said(treated=level(0.0), kind="harm")
    assert uncounted.headline == "none of the people in the studies"
    assert uncounted.range == "the source does not say how many people were counted"
    bounded = said(treated=level(0.0, 0.0, 4.0), kind="harm")
    assert bounded.range == "it could still happen to up to about 4 out of 100"


def test_none_in_the_other_group_claims_no_pretend_improvement() -> None:
    words = said(treated=level(20.0), control=level(0.0, total=40), comparator=SHAM)
    assert not words.blinding
    assert words.other == "none of 40 seen in the other group (a pretend procedure)"


def test_no_better_than_pretend_says_so() -> None:
    words = said(treated=level(40.0), control=level(41.0), comparator=SHAM)
    assert words.blinding == "People who had the pretend treatment did as well or better."
    score = said("score_difference", difference=level(0.4), comparator=SHAM)
    assert score.blinding == words.blinding


def test_less_than_one_person_and_almost_everybody() -> None:
    rare = said(treated=level(0.02, 0.0, 6.0), kind="harm", denominator=100)
    assert rare.headline == "fewer than 1 out of 100 people"
    assert rare.complement == "more than 99 did not"
    assert rare.range == "could be up to 6"
    nearly = said(treated=level(99.7), denominator=100)
    assert nearly.headline == "more than 99 out of 100 people"
    assert nearly.complement == "fewer than 1 did not"


def test_the_row_gives_the_denominator() -> None:
    assert said(treated=level(12.0), denominator=1000).headline == "about 120 out of 1,000 people"
    own = said(treated=level(3.0), per=10000, kind="harm")
    assert own.headline == "about 3 out of 10,000 people"
    assert own.complement == "9,997 did not"


def test_scores_are_whole_points_out_of_a_hundred() -> None:
    words = said(
        "score",
        treated=level(2.4, 2.1, 3.0),
        control=level(3.9),
        text={"zero": "no pain", "hundred": "the worst pain"},
    )
    assert words.headline == "on average about 24"
    assert words.short == "about 24 on a scale of 0 to 100"
    assert words.range == "could be between 21 and 30"
    assert words.other == "on average about 39 in the other group (the ordinary care)"
    assert "0 is no pain, 100 is the worst pain" in words.notes
    assert "These are averages. Some people got more, some less, some none." in words.notes


def test_a_scale_that_runs_the_other_way_says_so() -> None:
    words = said("score", treated=level(36.0), scale=Scale(low=0.0, high=48.0, worse="lower"))
    assert words.headline == "on average about 75"
    assert "0 is the worst, 100 is the best" in words.notes


def test_a_course_names_start_and_later() -> None:
    course = level(2.4, baseline=5.2)
    timed = said("score", treated=course, kind="natural-course", comparator=NOBODY)
    assert timed.headline == "started at about 52, was about 24 by 1 year"
    untimed = said(
        "score",
        treated=course,
        kind="natural-course",
        comparator=NOBODY,
        horizon=Horizon(relation="not_stated"),
    )
    assert untimed.headline == "started at about 52, was about 24 later"
    assert untimed.horizon == "time not stated"


def test_a_change_from_the_start_is_no_level() -> None:
    words = said("score", from_start=True, treated=level(-2.0, -3.0, -1.0), control=level(-1.0))
    assert words.headline == "went down by about 20 points on average"
    assert words.range == "could be between 10 and 30 points less"
    assert words.other.startswith("went down by about 10 points on average in the other group")
    still = said("score", from_start=True, treated=level(0.01))
    assert still.headline == "stayed about the same on average"
    assert said("score", from_start=True, treated=level(0.1)).headline.startswith(
        "went up by about 1"
    )


def test_very_low_certainty_is_one_sentence_with_the_numbers_behind() -> None:
    words = said(treated=level(58.0, 51.0, 65.0), certainty="very_low")
    assert not words.known
    assert words.headline == (
        "We do not know whether it changes this: leg pain much better. "
        "The studies are too few or too weak."
    )
    assert words.behind.startswith("Numbers from studies: About 60 out of 100 people")
    assert words.short == "we don't really know"
    harm = said(treated=level(58.0), certainty="very_low", kind="harm")
    assert harm.headline.startswith("We do not know how many or how much: leg pain")


def test_a_finding_in_words_and_labels_that_must_not_be_lost() -> None:
    words = said("words", acute=True, population="different", text={"note": "One trial only."})
    assert words.headline == "People slept better."
    assert words.acute
    assert sentence(words.acute) in words.alt
    assert "The people studied differ from the people this page is about." in words.notes
    assert "One trial only." in words.notes


def test_change_without_comparison_is_never_dressed_as_an_effect() -> None:
    words = said(treated=level(60.0), kind="uncontrolled-change", comparator=NOBODY)
    assert "People who had it; there was nobody to compare with." in words.notes


def test_nobody_rated_it_is_not_low() -> None:
    words = said(treated=level(60.0), certainty="not_graded", certainty_by="none")
    assert words.certainty.dots is None
    assert words.certainty.words == "no formal rating found"


def test_prose_without_a_verb_still_makes_a_sentence() -> None:
    one = content(estimate(treated=level(60.0)))
    bare = one.with_text({k: v for k, v in one.text.items() if not k.endswith(".did")}, "en")
    words = describe(bare, "e1")
    assert words.outcome == "leg pain much better"
    assert words.alt.startswith("Leg pain much better: about 60 out of 100 people; 40 did not.")


@pytest.mark.parametrize("display", ["clinician", "never"])
def test_what_is_for_the_drawer_is_refused(display: str) -> None:
    with pytest.raises(NotForPatients):
        said(treated=level(60.0), display=display)


def test_a_mixed_comparison_says_so() -> None:
    mixed = Comparator(kind="no_treatment", mixed=True)
    words = said(treated=level(60.0), control=level(40.0), comparator=mixed)
    assert words.comparator == "compared with no treatment (more than one kind of comparison)"


@pytest.mark.parametrize(
    ("relation", "value", "upper", "unit", "words"),
    [
        ("by", 1.0, None, "years", "by 1 year"),
        ("within", 1.5, None, "months", "within 7 weeks"),
        ("after", 0.5, None, "years", "after 6 months"),
        ("over", 2.0, None, "weeks", "over 2 weeks"),
        ("between", 6.0, 12.0, "weeks", "between 6 and 12 weeks later"),
        ("between", 0.5, 1.0, "years", "between 6 and 12 months later"),
        ("during_procedure", None, None, None, "during the treatment"),
    ],
)
def test_times(relation: Any, value: Any, upper: Any, unit: Any, words: str) -> None:
    horizon = Horizon(relation=relation, value=value, upper=upper, unit=unit)
    assert horizon_words(horizon) == words


def test_both_courses_name_their_start_and_unknown_figures_keep_scales_behind() -> None:
    words = said("score", treated=level(2.8, baseline=7.7), control=level(5.2, baseline=8.0))
    assert words.other == (
        "started at about 80, was about 52 by 1 year in the other group (the ordinary care)"
    )
    unknown = said("score", treated=level(2.8), certainty="very_low")
    assert unknown.notes == ()
    assert "0 is the best" in unknown.behind


def test_a_finding_in_words_gets_no_line_about_improvement() -> None:
    assert said("words", comparator=SHAM).blinding == ""


def test_other_people_are_named_to_screen_readers_too() -> None:
    words = said(treated=level(8.0), population="different")
    assert "The people studied differ from the people this page is about." in words.alt
