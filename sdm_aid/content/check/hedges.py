"""L-31 and D-33: words of doubt match the stored certainty, one word and not a stack."""

from __future__ import annotations

from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding
from sdm_aid.content.check.phrases import find_phrases
from sdm_aid.content.lexicon import Lexicon, hits


def check(data: CheckInput) -> Iterator[Finding]:
    """Findings whose "probably" or "may" is not that of their grade; stacks of hedges."""
    for name, estimate in data.shown().items():
        key = f"evidence.{name}.finding"
        words = data.content.text.get(key)
        if words is None or estimate.certainty == "not_graded":
            continue
        used = _used(data.lexicon, words)
        needed = set() if estimate.certainty == "high" else {estimate.certainty}
        # "We do not know whether it may ..." is one very-low sentence, whatever verb follows.
        if used != needed and not ("very_low" in used and estimate.certainty == "very_low"):
            what = f'the words are those of "{", ".join(sorted(used)) or "high"}" certainty'
            what += f', the stored certainty is "{estimate.certainty}"'
            file = data.reading.words.origin[key][0]
            remedy = "Use: probably (moderate), may (low), we do not know (very low), none (high)"
            yield Finding(file, key, "L-31", "error", what, remedy)
    what, remedy = '"{phrase}" is two hedges in one', "Use the one word of the grade"
    stacked = data.lexicon.stacked_hedges
    yield from find_phrases(data.patient_prose(), stacked, "L-31", what, remedy)


def _used(lexicon: Lexicon, words: str) -> set[str]:
    return {grade for grade, patterns in lexicon.hedges.items() if any(hits(patterns, words))}
