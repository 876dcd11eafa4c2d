"""Syllables, sentences and grades of English."""

from __future__ import annotations

import pytest

from sdm_aid.content.readability import grade, longest_sentence, sentences, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("nerve", 1),
        ("table", 2),
        ("wanted", 2),
        ("helped", 1),
        ("makes", 1),
        ("nurses", 2),
        ("operation", 4),
        ("people's", 2),
        ("epidural", 4),
        ("radiofrequency", 5),
        ("the", 1),
        ("be", 1),
    ],
)
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_sentences_end_at_stops_and_lines_not_inside_numbers() -> None:
    assert len(sentences("Go home. Rest: eat 2.5 meals!\nSleep")) == 4
    assert longest_sentence("Go home. You may rest now.") == (4, "You may rest now")
    assert longest_sentence("...") == (0, "")


def test_short_text_has_no_grade() -> None:
    assert grade("You can wait. " * 10) is None


def test_plain_text_is_easy_and_hard_text_is_not() -> None:
    plain = grade("You can wait and see us again soon. " * 20)
    hard = grade("Heterogeneous zygapophyseal arthropathy demonstrates variability. " * 20)
    assert plain is not None
    assert plain.worst < 6
    assert hard is not None
    assert hard.worst > 8


def test_formulas_by_hand() -> None:
    # 20 sentences of 5 words and 5 syllables each: FK = 0.39*5 + 11.8*1 - 15.59, SMOG = 3.1291.
    found = grade("We can all go home. " * 20)
    assert found is not None
    assert found.flesch_kincaid == pytest.approx(-1.84)
    assert found.smog == pytest.approx(3.1291)


def test_exempt_words_count_one_syllable() -> None:
    text = "We do the operation today. " * 20
    free, counted = grade(text, {"operation"}), grade(text)
    assert free is not None
    assert counted is not None
    assert free.smog < counted.smog
