"""The sixteen fields of a signed summary: what was said, or that it was not."""

from __future__ import annotations

import pytest

from sdm_aid.documents.plain_text import plan_text
from sdm_aid.documents.plan import build_plan
from sdm_aid.wording.steps import step_name
from tests.documents.paper_text import even, paper_of
from tests.full_visit import a_quick_session, a_session, the_content

SAID = {
    "1 who": ("Maria Rossi · born 4 May 1974 · no. 10482", "Dr A. Okafor, Pain physician",
              "Luca Rossi (family)", "presumed; no concern noted", "10:30 to 10:57"),
    "2 question": ("Leg pain from the back (sciatica): What could we do about the pain",),
    "3 matters": ("walk 20 minutes to work", "(5 stones)", "“My daughter's wedding in May”"),
    "4 options": ("A. Nothing new for now", "B. Physiotherapy and exercise", "E. Medicines"),
    "5 as shown": ("About 95 out of 100", "Out of every 100 people, by 1 year",
                   "What could go wrong?", "What does it ask of me?", "What will it cost me",
                   "compared with a pretend injection", "fairly sure"),
    "6 own situation": ("Ibuprofen (helped a little), trouble: heartburn", "Asked together",
                        "average of the past 7 days: 7 (0 none"),
    "7 questions": ("“Can I drive after the injection?” Not until the day after.",),
    "8 own words": ("“It may help for a few weeks, not for good.” (said in own words)",),
    "9 leaning": ("Leaning before we lined things up: not sure", "Leaning afterwards: C.",
                  "sure of the choice: yes"),
    "10 outcome": ("Go with C. Steroid injection near the nerve.",),
    "11 not discussed": ("What we did not talk about Every step was talked about.",
                         "could go wrong was not opened for: A, B, C (agreed on), D, E."),
    "12 next": ("[ ] Book the injection; Who: Pain clinic; By when: by 28 Nov",
                "Look again together; Who: both; By when: 15 Jan 2027",
                "We stop or change course if: leg pain is not better after 6 weeks"),
    "13 mind and help": ("You may change your mind", "Clinic: 555 0100",
                         "Get help the same day if"),
    "14 signatures": ("Signed on screen 10:57: Maria Rossi, patient",
                      "Signed on screen 10:57: Dr A. Okafor, clinician"),
    "15 content": ("sciatica 2026.11", "not to be used after 20 Nov 2028", "Funding: No money",
                   the_content().ref.digest, "SDM Aid 0.1", "Language: en", "Copies: One"),
    "16 statement": ("This records a conversation. It is not by itself consent to a procedure, "
                     "and it can be changed at any time.",),
}  # fmt: skip
NOT_SAID = {
    "1 who": ("Clinician: not named; also in the room: nobody else named",
              "Not named: patient, clinic"),
    "2 question": SAID["2 question"],
    "3 matters": ("Not asked: goals; what is most important; what is not wanted;",),
    "4 options": ("All the things we could do", "A: Nothing new for now:", "E: Medicines:"),
    "5 as shown": ("The table was not opened: no figure was shown.",),
    "6 own situation": ("Pain and daily life: Not asked.", "Warning signs: Not asked."),
    "7 questions": ("Questions asked: none.",),
    "8 own words": ("In the patient’s own words: not asked.",),
    "9 leaning": ("leaning; how I feel about it (SURE).",),
    "10 outcome": ("Nothing was agreed yet.",),
    "11 not discussed": tuple(step_name(step) for step in
                              ("you", "understand", "compare", "matters", "words", "next")),
    "12 next": ("No steps were written down.",
                "Not set: a day to look again; when we stop or change course."),
    "13 mind and help": ("You may change your mind", "No clinic number was entered."),
    "14 signatures": ("Not signed: Patient, patient", "Not signed: Clinician, clinician"),
    "15 content": SAID["15 content"],
    "16 statement": SAID["16 statement"],
}  # fmt: skip


@pytest.fixture(scope="module")
def full() -> str:
    """The words of a full visit's plan, in reading order."""
    return even(plan_text(build_plan(paper_of(a_session()))))


@pytest.fixture(scope="module")
def empty() -> str:
    """The same for a visit that was begun and nothing said."""
    return even(plan_text(build_plan(paper_of(a_session(whole=False)))))


@pytest.mark.parametrize("field", SAID)
def test_a_full_visit_has_every_field(full: str, field: str) -> None:
    assert [words for words in SAID[field] if words not in full] == []


@pytest.mark.parametrize("field", NOT_SAID)
def test_an_empty_visit_says_that_a_field_is_empty(empty: str, field: str) -> None:
    assert [words for words in NOT_SAID[field] if words not in empty] == []


def test_both_lists_name_sixteen_fields() -> None:
    assert len(SAID) == 16
    assert list(SAID) == list(NOT_SAID)


def test_nothing_is_said_to_be_missing_that_is_there(full: str) -> None:
    for words in ("Not named:", "Not set:", "Questions asked: none", "not signed", "Not asked:"):
        assert (words in full) == (words == "Not asked:")  # what is not wanted was not asked
    assert "Not asked: what is not wanted." in full


def test_the_quick_way_says_what_it_showed_and_what_not() -> None:
    content = the_content()
    text = even(plan_text(build_plan(paper_of(a_quick_session()))))
    for row in content.decision.rows:
        asked = content.words(f"rows.{row.id}.question")
        left_out = text.index("Left out on the quick way:")
        assert (text.find(asked) < left_out) == row.quick, asked
    assert "Not in the table at the end: B, E." in text
    assert "could go wrong was not opened for: A, C (agreed on), D." in text
