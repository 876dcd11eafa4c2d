"""The rules for patient text (L-01, L-02, L-06, L-07, L-33, L-60) as one check over a sentence."""

from __future__ import annotations

import re
from functools import cache

from sdm_aid.content.lexicon import Lexicon, hits, read_lexicon
from sdm_aid.paths import resources_dir

RULES = {
    "percent": re.compile(r"%|\bper ?cent", re.I),
    "one in N": re.compile(r"\b(1|one) in \d", re.I),
    "decimal": re.compile(r"\d\.\d"),
    "relative": re.compile(
        r"\b(twice|halve[sd]?|doubled?|times (more|less|higher|lower)|relative|odds|hazard|RR|OR)\b"
    ),
    "frequency adjective": re.compile(
        r"\b(common|uncommon|rare|rarely|unlikely|likely|usually|often|sometimes|frequent|"
        r"small risk|low-risk|safe)\b",
        re.I,
    ),
    "hedge stack": re.compile(
        r"\b(might|may|could|perhaps|probably)\b[^.]{0,12}\b(possibly|perhaps|maybe|might)\b", re.I
    ),
    "jargon": re.compile(r"\b(NNT|NNH|SMD|CI|p-value|placebo|sham|significant)\b"),
    "left over": re.compile(r"[{}]|\bNone\b(?! (of|seen))|\bnan\b|  |\.\.|: ;|\( ?\)"),
}


def broken_rules(text: str) -> list[str]:
    """Names of the rules that a patient's text breaks."""
    return [name for name, pattern in RULES.items() if pattern.search(text)]


@cache
def lexicon() -> Lexicon:
    """The English lists that the content check uses for authors' sentences."""
    return read_lexicon(resources_dir(), "en")


def lexicon_hits(text: str) -> list[str]:
    """Words that an author may not write, in a sentence that we made."""
    lists = lexicon()
    patterns = (
        *lists.one_in,
        *lists.relative,
        *lists.frequency,
        *lists.standardised_difference,
        *lists.number_needed,
        *lists.stacked_hedges,
        *(pattern for pattern, _say in (*lists.stigma.pairs, *lists.jargon.pairs)),
    )
    return list(hits(patterns, text))
