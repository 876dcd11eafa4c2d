"""Words beside the letters of the things we could do, and what is not right for this person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sdm_aid.documents.blocks import MarkedItem, MarkedList, Paragraph, Run
from sdm_aid.documents.paper import option_name, said
from sdm_aid.domain.library import DecisionContent
from sdm_aid.drawing.letter_disc import letter_disc
from sdm_aid.i18n import _

DISC = 1.05
"""Height of a letter's disc in lines of its text."""
_LETTER = 0.78
"""Size of the letter in its disc, so that it is no smaller than the text beside it."""


def lettered_list(each: Iterable[tuple[str, tuple[Paragraph, ...]]]) -> MarkedList:
    """Words beside their letters; letters of which the same is said stand together."""
    letters: dict[tuple[Paragraph, ...], list[str]] = {}
    for letter, paragraphs in each:
        letters.setdefault(paragraphs, []).append(letter)
    return MarkedList(
        tuple(
            MarkedItem(tuple(letter_disc(letter, share=_LETTER) for letter in own), paragraphs)
            for paragraphs, own in letters.items()
        ),
        DISC,
    )


def first_apart(each: MarkedList) -> tuple[MarkedList, ...]:
    """The first of a list by itself, to stand with its heading, and the rest if there is one."""
    first, rest = each.items[:1], each.items[1:]
    return tuple(replace(each, items=items) for items in (first, rest) if items)


def reason_line(letter: str, content: DecisionContent, reason: str) -> Paragraph:
    """An option that was named and is not right for this person now, with the reason."""
    name = Run(option_name(content, letter), strong=True)
    return Paragraph((name, Run(": " + _("not right for you now, because") + " "), said(reason)))
