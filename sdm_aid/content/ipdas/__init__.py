"""Self-assessment of a decision against the 44 items of IPDASi v4.0; never a certification.

Joseph-Williams N, Newcombe R, Politi M, et al. Toward minimum standards for certifying patient
decision aids: a modified Delphi consensus process. Med Decis Making 2014;34(6):699-710,
doi:10.1177/0272989X13501721. What each item asks for stands here in our own few words.
"""

from __future__ import annotations

from collections.abc import Sequence

from sdm_aid.content.ipdas.certification import CERTIFICATION
from sdm_aid.content.ipdas.items import ITEMS, Answer, Item, Result
from sdm_aid.content.ipdas.qualifying import QUALIFYING
from sdm_aid.content.ipdas.quality import QUALITY
from sdm_aid.domain.library import DecisionContent

__all__ = ["ITEMS", "Answer", "Item", "Result", "assess", "counts"]

_ASSESS = {**QUALIFYING, **CERTIFICATION, **QUALITY}


def assess(content: DecisionContent) -> tuple[Answer, ...]:
    """One answer for each of the 44 items, in the order of the instrument."""
    return tuple(_answer(item, content) for item in ITEMS)


def counts(answers: Sequence[Answer]) -> tuple[int, int]:
    """How many items are evidenced, of how many that apply."""
    applies = [answer for answer in answers if answer.result != "does_not_apply"]
    return sum(answer.result == "pass" for answer in applies), len(applies)


def _answer(item: Item, content: DecisionContent) -> Answer:
    if item.tests_only:
        return Answer(item, "does_not_apply", "this decision is about treatment, not about a test")
    result, reason = _ASSESS[item.id](content)
    return Answer(item, result, reason)
