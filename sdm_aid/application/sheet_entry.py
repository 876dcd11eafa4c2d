"""Typing in what came back on paper: each line of the sheet turns digits into the visit's actions.

There is no second state: a line reads from the visit and gives the same actions as step You.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sdm_aid.application.measure_entry import measure_hint, measure_lines
from sdm_aid.application.sheet_line import (
    TAKE_BACK,
    SheetLine,
    Unreadable,
    listed,
    one_of,
    taken_back,
)
from sdm_aid.domain import actions as a
from sdm_aid.domain.answers import Tried
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.library import DecisionContent
from sdm_aid.domain.measure import Measure
from sdm_aid.i18n import _
from sdm_aid.i18n.formats import number
from sdm_aid.wording.pre_visit import Numbered, SheetPart, helped, pre_visit_sheet

_BETWEEN = re.compile(r"[\s,;+]+")
Act = Callable[[Consultation, str], tuple[a.Action, ...]]


@dataclass(frozen=True, slots=True)
class SheetSection:
    """A question of the sheet with the lines in which its answers are typed.

    ``hint``: which number means what, where the paper says it over the boxes.
    """

    heading: str
    lines: tuple[SheetLine, ...]
    hint: str = ""


def sheet_sections(
    content: DecisionContent, measures: tuple[Measure, ...] = (), language: str = "en"
) -> tuple[SheetSection, ...]:
    """The whole sheet in the order of the paper, then the questionnaires."""
    found = [
        SheetSection(
            _("{number}. {question}").format(number=part.number, question=part.question),
            tuple(_lines(part)),
            listed(_how()) if part.kind == "tried" else "",
        )
        for part in pre_visit_sheet(content)
    ]
    found += [
        SheetSection(one.name, tuple(measure_lines(one, language)), measure_hint(one, language))
        for one in measures
        if one.speaks(language)
    ]
    return tuple(found)


def _lines(part: SheetPart) -> Iterator[SheetLine]:
    if part.kind == "pain":
        yield from (_score(answer) for answer in part.answers)
    elif part.kind == "tried":
        yield from (_helped(answer) for answer in part.answers)
    elif part.answers:
        yield _picks(part)
    if part.own:
        yield _words(part)


def _picks(part: SheetPart) -> SheetLine:
    """Several numbers; a number typed again is let go."""
    chosen, action = _PICKS[part.kind]

    def act(_state: Consultation, typed: str) -> tuple[a.Action, ...]:
        wanted = [one_of(part.answers, word) for word in _BETWEEN.split(typed) if word]
        return tuple(action(name) for name in dict.fromkeys(wanted))

    def said(state: Consultation) -> str:
        names = {one.id: one for one in part.answers}
        found = (names[name] for name in chosen(state) if name in names)
        return " · ".join(f"{number(one.number)} {one.words}" for one in found)

    return SheetLine(f"{part.kind}-picks", _range(part.answers), said, act, stays=True)


_PICKS: dict[str, tuple[Callable[[Consultation], tuple[str, ...]], Callable[[str], a.Action]]] = {
    "goals": (lambda s: s.you.goals, lambda name: a.GoalToggled(goal=name)),
    "places": (lambda s: s.you.regions, lambda name: a.RegionToggled(region=name)),
    "qualities": (lambda s: s.you.qualities, lambda name: a.QualityToggled(quality=name)),
    "matters": (lambda s: s.matters.top, lambda name: a.TopToggled(row=name)),
}


def _score(answer: Numbered) -> SheetLine:
    """A scale from 0 to 10; the same number again takes it back."""
    which: Any = answer.id
    scale = tuple(Numbered(n, str(n), number(n)) for n in range(11))

    def now(state: Consultation) -> int | None:
        score: int | None = getattr(state.you, f"pain_{which}")
        return score

    def act(state: Consultation, typed: str) -> tuple[a.Action, ...]:
        score = None if taken_back(typed) else int(one_of(scale, typed))
        same = score is not None and score == now(state)
        return (a.PainRated(which=which, score=None if same else score),)

    def said(state: Consultation) -> str:
        score = now(state)
        return "" if score is None else number(score)

    return SheetLine(f"pain-{which}", answer.words, said, act)


def _helped(answer: Numbered) -> SheetLine:
    """1, 2, 3 as on paper, 0: tried, and nothing said about it; the same again takes it back."""
    offered = _how()

    def entry(state: Consultation) -> Tried | None:
        same = (answer.id, answer.words)
        return next((t for t in state.you.tried if t.treatment in same or t.what in same), None)

    def act(state: Consultation, typed: str) -> tuple[a.Action, ...]:
        before = entry(state)
        how: Any = None if taken_back(typed) else one_of(offered, typed)
        if before is not None and (how is None or (before.helped or "") == how):
            return (a.TriedRemoved(id=before.id),)
        if how is None:
            return ()
        new = Tried(id=_free(state), what=answer.words, treatment=answer.id)
        return (a.TriedSet(tried=(before or new).evolve(helped=how or None)),)

    def said(state: Consultation) -> str:
        found = entry(state)
        words = {one.id: one.words for one in offered}
        return "" if found is None else words[found.helped or ""]

    return SheetLine(f"tried-{answer.id}", f"{number(answer.number)}. {answer.words}", said, act)


def _how() -> tuple[Numbered, ...]:
    tried = Numbered(0, "", _("tried"))
    return (tried, *(Numbered(n, name, words) for n, name, words in helped()))


def _words(part: SheetPart) -> SheetLine:
    """Own words: they stand instead of what stood there, or as one more entry."""
    kinds: dict[str, tuple[Act, Callable[[Consultation], str], bool]] = {
        "goals": (_text("goal_words"), lambda s: s.you.goal_words or "", False),
        "qualities": (_text("quality_words"), lambda s: s.you.quality_words or "", False),
        "tried": (_one_more_tried, _other_tried, True),
        "matters": (_one_more_concern, _concerns, True),
        "questions": (_one_more_question, _questions, True),
    }
    act, said, stays = kinds[part.kind]
    return SheetLine(f"{part.kind}-words", part.own, said, act, stays=stays, words=True)


def _text(field: Any) -> Act:
    def act(_state: Consultation, typed: str) -> tuple[a.Action, ...]:
        return (a.TextWritten(field=field, words=None if taken_back(typed) else typed),)

    return act


def _one_more_tried(state: Consultation, typed: str) -> tuple[a.Action, ...]:
    if taken_back(typed):
        others = [t for t in state.you.tried if t.treatment is None]
        return tuple(a.TriedRemoved(id=t.id) for t in others[-1:])
    return (a.TriedSet(tried=Tried(id=_free(state), what=typed)),)


def _one_more_concern(state: Consultation, typed: str) -> tuple[a.Action, ...]:
    own = state.matters.own
    if taken_back(typed):
        return tuple(a.OwnConcernSet(id=one.id, text="") for one in own[-1:])
    return (a.OwnConcernSet(id=_unused("own-", [one.id for one in own]), text=typed),)


def _one_more_question(state: Consultation, typed: str) -> tuple[a.Action, ...]:
    asked = state.questions
    if taken_back(typed):
        mine = [one for one in asked if one.step == "you"]
        return tuple(a.QuestionRemoved(id=one.id) for one in mine[-1:])
    key = _unused("q", [one.id for one in asked])
    return (a.QuestionAsked(id=key, step="you", text=typed),)


def _other_tried(state: Consultation) -> str:
    return " · ".join(t.what for t in state.you.tried if t.treatment is None)


def _concerns(state: Consultation) -> str:
    return " · ".join(one.text for one in state.matters.own)


def _questions(state: Consultation) -> str:
    return " · ".join(one.text for one in state.questions if one.step == "you")


def _free(state: Consultation) -> str:
    return _unused("t", [tried.id for tried in state.you.tried])


def _unused(stem: str, used: list[str]) -> str:
    return next(f"{stem}{n}" for n in range(1, len(used) + 2) if f"{stem}{n}" not in used)


def _range(answers: tuple[Numbered, ...]) -> str:
    return _("Numbers from {low} to {high}").format(
        low=number(answers[0].number), high=number(answers[-1].number)
    )


__all__ = ["TAKE_BACK", "SheetLine", "SheetSection", "Unreadable", "sheet_sections"]
