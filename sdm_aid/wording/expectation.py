"""What the patient hopes for beside what studies saw: the table's own words, never a forecast."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sdm_aid.domain.chosen import chosen_letter
from sdm_aid.domain.comparison import table_row
from sdm_aid.i18n import _, ngettext
from sdm_aid.i18n.formats import number
from sdm_aid.wording.cells import cell_words
from sdm_aid.wording.sentence import paragraph

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.domain.decision import Cell, Row
    from sdm_aid.domain.library import DecisionContent


@dataclass(frozen=True, slots=True)
class StudyLine:
    """One question of the table about what could get better, and its first finding."""

    question: str
    found: str
    scored: bool
    """The finding is a score from 0 to 100."""


def studies_saw(content: DecisionContent, state: Consultation) -> tuple[StudyLine, ...]:
    """What the table says could get better with what was chosen; empty: nothing was chosen."""
    letter = chosen_letter(content, state)
    if letter is None:
        return ()
    return tuple(
        _line(content, row, cell)
        for row in content.decision.rows
        if row.group == "better" and row.kind == "number"
        for cell in row.cells
        if cell.option == letter
    )


def of_groups() -> str:
    """What such figures are, and what they are not."""
    return _(
        "This is what groups of people had in studies. "
        "Nobody can tell how it will be for one person."
    )


def scale_help(lines: tuple[StudyLine, ...]) -> str:
    """How points of the studies compare with the scale from 0 to 10; empty: no score is shown."""
    if not any(line.scored for line in lines):
        return ""
    return _("Ten points from 0 to 100 are as much as one point from 0 to 10.")


def hoped_change(state: Consultation) -> str:
    """From the pain that was said to the pain that would be good enough, by plain subtraction."""
    target = state.plan.target_pain
    for before, form in (
        (state.you.pain_average, _("Pain on average {before}, good enough {target}: {change}.")),
        (state.you.pain_now, _("Pain now {before}, good enough {target}: {change}.")),
    ):
        if target is None or before is None:
            continue
        less = before - target
        change = ngettext("{n} point less", "{n} points less", abs(less))
        if less <= 0:
            change = _("no less than now") if less == 0 else _("more than now")
        return form.format(
            before=number(before), target=number(target), change=change.format(n=number(abs(less)))
        )
    return ""


def _line(content: DecisionContent, row: Row, cell: Cell) -> StudyLine:
    shared = table_row(content, row, [cell.option]).denominator
    words = cell_words(content, cell, denominator=shared)
    question = content.words(f"rows.{row.id}.question")
    if words.figure is None:
        return StudyLine(question, paragraph(words.label, words.text), scored=False)
    return StudyLine(
        question, paragraph(words.text, words.figure.alt), scored=bool(words.figure.scale)
    )
