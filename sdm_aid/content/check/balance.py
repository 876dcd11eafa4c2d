"""L-90: no option gets more words than the others, in any row of the table (warn)."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from sdm_aid.content.check.model import CheckInput, Finding
from sdm_aid.content.readability import count_words

TOLERANCE = 0.25
FREE_WORDS = 3
"""A difference of so few words is none, however short the row."""


def check(data: CheckInput) -> Iterator[Finding]:
    """Cells of words that are far longer or shorter than the middle one of their row."""
    for row in data.decision.rows:
        if row.kind != "words":
            continue
        texts = [(cell.option, data.content.text.get(cell.text or "", "")) for cell in row.cells]
        counts = {letter: count_words(words) for letter, words in texts if words}
        if len(counts) < 2:
            continue
        middle = median(counts.values())
        for letter, count in counts.items():
            if abs(count - middle) > max(TOLERANCE * middle, FREE_WORDS):
                what = f"{count} words, where the middle of the row is {middle:g}"
                remedy = "Even the cells out, or waive this with the reason"
                key = f"rows.{row.id}.{letter}"
                yield data.decision_finding("L-90", "warn", key, what, remedy)
