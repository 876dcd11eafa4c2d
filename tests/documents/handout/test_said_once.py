"""What stands on the handout once and no more, and what may not be left for a line to inherit."""

from __future__ import annotations

from sdm_aid.documents.blocks import MarkedList
from sdm_aid.documents.figure_lines import Shared, figure_runs
from sdm_aid.documents.handout.course import natural_course
from sdm_aid.documents.handout.findings import more_findings
from sdm_aid.documents.handout.harms import what_could_go_wrong
from sdm_aid.documents.handout.sources import Sources
from sdm_aid.documents.harm_blocks import before_harms, harms_shared
from sdm_aid.domain.comparison import comparison
from sdm_aid.wording.figure import describe
from tests.documents.handout.walking import within, words
from tests.documents.layouts import paper_about
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


def test_a_finding_that_two_share_stands_once_under_its_question() -> None:
    content = loaded("sciatica")
    table = comparison(content, paper_about(content).state)
    blocks = more_findings(content, table, Sources(content, table).numbers)
    items = [item for one in within(blocks) if isinstance(one, MarkedList) for item in one.items]
    same = "an injection and an operation did about as well after a year"
    marks = [len(item.marks) for item in items if same in words(item.paragraphs)]
    assert marks == [2]


def test_people_that_all_figures_of_the_course_are_about_are_named_once() -> None:
    paper = paper_about(loaded("fibromyalgia"))
    assert words(natural_course(paper, {})).count("seen by joint doctors in the United States") == 1
    paper = paper_about(loaded("sciatica"))
    assert "picked by lot to wait" in words(natural_course(paper, {}))


def test_death_is_not_said_to_end_in_death() -> None:
    content = loaded("sciatica")
    paper = paper_about(content)
    table = comparison(content, paper.state)
    told = words(what_could_go_wrong(paper, table, {}))
    assert "Death:" in told.replace(" :", ":")
    assert "an overdose, which can end in death:" in told.replace(" :", ":")
    assert "(can end in death)" in told  # a stroke may not
