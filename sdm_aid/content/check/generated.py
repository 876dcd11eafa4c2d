"""L-01, L-02, L-06, L-07, L-51, L-60 on the sentences that the program makes out of a figure.

An author writes half of such a sentence; only the whole shows what reaches the patient.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sdm_aid.content.check.model import CheckInput, Finding
from sdm_aid.content.lexicon import Patterns, hits
from sdm_aid.wording.figure import describe

_DECIMAL = (re.compile(r"\d[.,·]\d(?!\d\d)"),)


def check(data: CheckInput) -> Iterator[Finding]:
    """Whole sentences that break a rule of patient text."""
    if data.language != "en":  # the sentences are made in the language in use
        return
    rules = _rules(data)
    for name, estimate in data.shown().items():
        if estimate.shape == "relative":
            continue
        figure = describe(data.content, name)
        whole = " ".join((figure.sentence, figure.alt, figure.behind, figure.short))
        for rule, patterns in rules.items():
            for phrase in hits(patterns, whole):
                what = f'the sentence made of it says "{phrase}"'
                remedy = "Change the words of this figure"
                yield data.estimate_finding(rule, "error", name, what, remedy)


def _rules(data: CheckInput) -> dict[str, Patterns]:
    lexicon = data.lexicon
    return {
        "L-01": lexicon.one_in,
        "L-02": lexicon.relative,
        "L-06": _DECIMAL,
        "L-07": lexicon.frequency,
        "L-51": lexicon.standardised_difference,
        "L-60": lexicon.number_needed,
    }
