"""What stands on the handout once and no more, and what may not be left for a line to inherit."""

from __future__ import annotations

from sdm_aid.documents.figure_lines import Shared, figure_runs
from sdm_aid.documents.harm_blocks import before_harms, harms_shared
from sdm_aid.wording.figure import describe
from tests.documents.handout.walking import words
from tests.shipped.once import loaded


def test_no_time_is_said_for_all_harms_since_a_line_without_one_has_none() -> None:
    content = loaded("fibromyalgia")
    letters = [option.letter for option in content.decision.options]
    above = words(before_harms(harms_shared(content, letters)))
    assert "the source states none" in above
    assert "time not stated" not in above


def test_what_follows_inside_a_sentence_begins_small() -> None:
    content = loaded("sciatica")
    acute = next(one for one in content.estimates.values() if one.acute and one.shape != "words")
    line = words(figure_runs(content, describe(content, acute.id), Shared()))
    assert "; about new (short-lived) pain" in line


def test_a_course_says_once_by_when_it_ended() -> None:
    content = loaded("sciatica")
    course = describe(content, "sciatica-natural-legpain-12mo")
    assert words(figure_runs(content, course, Shared())).count("12 months") == 1
