"""One line of what is typed in from paper, and what its digits can mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sdm_aid.domain.actions import Action
from sdm_aid.domain.consultation import Consultation
from sdm_aid.i18n import _
from sdm_aid.i18n.formats import number
from sdm_aid.wording.pre_visit import Numbered

TAKE_BACK = "-"
"""Typed alone, it takes back what stands in the line."""


class Unreadable(ValueError):
    """What was typed answers nothing; the text is a sentence with the remedy."""


@dataclass(frozen=True, slots=True)
class SheetLine:
    """``said``: what stands in the visit, in words; ``act``: the actions of what was typed.

    ``stays``: another answer may follow in the same line. ``words``: words are typed, no digits.
    """

    id: str
    label: str
    said: Callable[[Consultation], str]
    act: Callable[[Consultation, str], tuple[Action, ...]]
    """Raises :class:`Unreadable`; nothing was changed then."""
    stays: bool = False
    words: bool = False


def listed(answers: Sequence[Numbered]) -> str:
    """Which number means what, in one line."""
    return " · ".join(f"{number(one.number)} {one.words}" for one in answers)


def taken_back(typed: str) -> bool:
    """Whether what stands in the line is to go."""
    return typed.strip() in (TAKE_BACK, "–", "−")


def one_of(answers: Sequence[Numbered], typed: str) -> str:
    """The id of the answer with this number.

    Raises:
        Unreadable: it is no number, or none of these.
    """
    word = typed.strip()
    found = None
    if word.isdecimal() and len(word) < 5:
        found = next((one for one in answers if one.number == int(word)), None)
    if found is None:
        sentence = _("There is no {typed} here. Type a number from {low} to {high}.")
        low, high = number(answers[0].number), number(answers[-1].number)
        raise Unreadable(sentence.format(typed=word[:20], low=low, high=high))
    return found.id
