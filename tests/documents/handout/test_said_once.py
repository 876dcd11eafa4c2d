"""What stands on the handout once and no more, and what may not be left for a line to inherit."""

from __future__ import annotations

from sdm_aid.documents.harm_blocks import before_harms, harms_shared
from tests.documents.handout.walking import words
from tests.shipped.once import loaded


def test_no_time_is_said_for_all_harms_since_a_line_without_one_has_none() -> None:
    content = loaded("fibromyalgia")
    letters = [option.letter for option in content.decision.options]
    above = words(before_harms(harms_shared(content, letters)))
    assert "the source states none" in above
    assert "time not stated" not in above
