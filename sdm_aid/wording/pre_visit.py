"""The sheet before a visit: its questions and numbers, on paper and where it is typed in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sdm_aid.drawing.body_regions import REGIONS
from sdm_aid.i18n import _
from sdm_aid.wording.body import region_name
from sdm_aid.wording.facts import say
from sdm_aid.wording.you import GOALS, QUALITIES, goal, quality

if TYPE_CHECKING:
    from sdm_aid.domain.library import DecisionContent

Kind = Literal["goals", "places", "pain", "qualities", "tried", "matters", "questions"]
MOST = 3
"""How many rows may be named as mattering most."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """One answer with the number that stands for it on paper."""

    number: int
    id: str
    words: str


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One question of the sheet. ``own``: what the lines for own words are called; empty: none."""

    kind: Kind
    number: int
    question: str
    hint: str
    answers: tuple[Numbered, ...]
    own: str = ""


def pre_visit_sheet(content: DecisionContent) -> tuple[SheetPart, ...]:
    """The whole sheet for one decision, in the order of the paper."""
    kinds: tuple[Kind, ...] = (
        "goals",
        "places",
        "pain",
        "qualities",
        "tried",
        "matters",
        "questions",
    )
    own = _own()
    return tuple(
        SheetPart(kind, number, *_asked(kind), _answers(kind, content), own.get(kind, ""))
        for number, kind in enumerate(kinds, 1)
    )


def helped() -> tuple[tuple[int, str, str], ...]:
    """The answers to "did it help?": number, id and words."""
    return (
        (1, "yes", _("it helped")),
        (2, "some", _("it helped a little")),
        (3, "no", _("it did not help")),
    )


def _asked(kind: Kind) -> tuple[str, str]:
    """The question and how to answer it on paper."""
    cross = _("Put a cross in the boxes that fit.")
    return {
        "goals": (_("What would you like to be able to do?"), cross),
        "places": (_("Where does it hurt?"), _("Shade the places on the drawing.")),
        "pain": (
            _("How much does it hurt?"),
            _("0 is no pain, 10 the worst you can imagine. Put a cross in one box of each row."),
        ),
        "qualities": (_("What is it like?"), cross),
        "tried": (
            _("What have you tried?"),
            _("Put a cross where it fits. Leave out what you have not tried."),
        ),
        "matters": (
            _("What matters most to you?"),
            _("Put a cross in up to three boxes."),
        ),
        "questions": (_("What would you like to ask us?"), ""),
    }[kind]


def _own() -> dict[str, str]:
    return {
        "goals": _("In your own words"),
        "qualities": _("In your own words"),
        "tried": _("Something else you tried, and what came of it"),
        "matters": _("Something else that matters to you"),
        "questions": _("Your questions"),
    }


def _answers(kind: Kind, content: DecisionContent) -> tuple[Numbered, ...]:
    if kind == "goals":
        return _numbered((name, goal(name)) for name in GOALS)
    if kind == "qualities":
        return _numbered((name, quality(name)) for name in QUALITIES)
    if kind == "places":
        return _numbered((region.id, region_name(region.id)) for region in REGIONS)
    if kind == "pain":
        return _numbered(
            (
                ("now", _("Now")),
                ("average", _("Average, past 7 days")),
                ("worst", _("Worst, past 7 days")),
            )
        )
    if kind == "tried":
        return _numbered(
            (option.treatment, say(content, f"treatments.{option.treatment}.name"))
            for option in content.decision.options
            if not content.treatment_of(option.letter).nothing_new
        )
    if kind == "matters":
        values = content.decision.values
        return _numbered((row.id, say(content, f"values.{row.id}.name")) for row in values)
    return ()


def _numbered(pairs: Iterable[tuple[str, str]]) -> tuple[Numbered, ...]:
    return tuple(Numbered(n, name, words) for n, (name, words) in enumerate(pairs, 1))
