"""What we talked about and what we did not: the table as shown, questions, own words."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sdm_aid.documents.blocks import (
    Block,
    Heading,
    KeepTogether,
    Newspaper,
    Paragraph,
    Run,
    TextRole,
)
from sdm_aid.documents.comparison_blocks import lettered_list, reason_line
from sdm_aid.documents.paper import PaperInput, absent, labelled, option_name, quoted, said, section
from sdm_aid.documents.plan.as_shown import shown_table
from sdm_aid.documents.plan.check_first import checked, not_yet
from sdm_aid.documents.plan.experts import experts_shown
from sdm_aid.documents.plan.opened import harms_not_opened, opened_blocks, opened_cells
from sdm_aid.domain.comparison import comparison
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.readiness import talked_about
from sdm_aid.domain.steps import STEPS
from sdm_aid.i18n import _
from sdm_aid.wording import you as words
from sdm_aid.wording.facts import say
from sdm_aid.wording.steps import step_name


def talked(paper: PaperInput, *, close: bool = False) -> tuple[Block, ...]:
    """Fields 4 and 5: the table and what was opened; ``close``: set so that it takes less room."""
    return (
        Heading(2, _("What we talked about")),
        *_table(paper, close=close),
        *_options(paper),
        *dense(checked(paper)),
    )


def said_at_last(paper: PaperInput) -> tuple[Block, ...]:
    """Fields 7, 8 and 11: own words, questions, and what was not talked about."""
    inside = (*_own_words(paper), *_questions(paper.state), *_not_discussed(paper))
    return (Newspaper(inside),)


def dense(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Blocks in two columns of the smallest size; nothing where there are none."""
    return (Newspaper(blocks, dense=True),) if blocks else ()


def _table(paper: PaperInput, *, close: bool) -> tuple[Block, ...]:
    """Field 5, as it stood on the screen, and what was opened from it."""
    content, state = paper.content, paper.state
    if not talked_about(state, "compare"):
        return absent(_("The table was not opened:"), (_("no figure was shown"),))
    table, opened = comparison(content, state), opened_cells(state)
    closer, quick = opened_blocks(content, state, opened), state.path == "quick"
    return (
        *shown_table(content, table, opened, quick=quick, close=close),
        *experts_shown(content, table, opened, quick=quick),
        *section(_("What we opened and looked at closely"), dense(closer), 3),
    )


def _options(paper: PaperInput) -> tuple[Block, ...]:
    """Field 4: what stands on no column of the table above, and what is not right and why."""
    content, state = paper.content, paper.state
    decision = content.decision
    letters = [option.letter for option in decision.options]
    title = _("All the things we could do")
    if talked_about(state, "compare"):
        letters = [column.letter for column in comparison(content, state).standby]
        title = _("The other things we could do")
    reasons = tuple(reason_line(mark.option, content, mark.reason) for mark in state.not_suitable)
    if state.path == "quick" and letters:
        names = "; ".join(option_name(content, letter) for letter in letters) + "."
        named_only = (Run(f"{title}: ", strong=True), Run(names))
        return (Paragraph(named_only, TextRole.DETAIL), *reasons)
    named = []
    for letter in letters:
        treatment = decision.option(letter).treatment
        name = Run(content.words(f"treatments.{treatment}.name") + ": ", strong=True)
        short = Run(say(content, f"treatments.{treatment}.short"), soft=True)
        named.append((letter, (Paragraph((name, short)),)))
    listed = (lettered_list(named),) if named else ()
    return (*section(title, dense(listed), 3), *reasons)


def _questions(state: Consultation) -> tuple[Block, ...]:
    rows = []
    for question in state.questions:
        answer = said(question.answer) if question.answer else Run(_("not answered yet"))
        rows.append(Paragraph((*quoted(question.text), Run(" "), answer)))
    if not rows:
        return absent(_("Questions asked:"), (_("none"),))
    return section(_("Questions asked"), rows, 3)


def _own_words(paper: PaperInput) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for note in paper.state.teach_back:
        ask = say(paper.content, f"teach_back.{note.item}.ask", note.item)
        how = words.teach_back(note.result)
        answer: tuple[Run, ...] = (Run(how),)
        if note.words:
            answer = (*quoted(note.words), Run(f" ({how})"))
        blocks.append(Paragraph((Run(ask + " ", soft=True), *answer)))
    if not blocks:
        return absent(_("In the patient’s own words:"), (_("not asked"),))
    return section(_("In the patient’s own words"), blocks, 3)


def _not_discussed(paper: PaperInput) -> tuple[Block, ...]:
    """Field 11: steps, questions, columns and lists that nobody looked at, and topics left open."""
    state = paper.state
    missed = [step_name(step) for step in STEPS if not talked_about(state, step)]
    line = _("Every step was talked about.") if not missed else "; ".join(missed) + "."
    blocks: list[Block] = [Heading(3, _("What we did not talk about")), Paragraph((Run(line),))]
    if talked_about(state, "compare"):
        blocks += _not_opened(paper)
    if topics := not_yet(paper):
        blocks.append(labelled(_("To check first:"), Run("; ".join(topics) + ".")))
    return (KeepTogether(tuple(blocks)),)


def _not_opened(paper: PaperInput) -> Iterator[Block]:
    """What of the table was not on the screen, and which lists of harms were not opened."""
    content, state = paper.content, paper.state
    table, opened = comparison(content, state), opened_cells(state)
    whole = comparison(content, state.evolve(path="full", columns=()))
    asked = {row.id for row in table.rows} | {row for row, _letter, _view in opened}
    left = [say(content, f"rows.{row.id}.question") for row in whole.rows if row.id not in asked]
    if left:
        yield _detail(_("Left out on the quick way:"), " ".join(left))
    agreed_on = state.outcome.option if state.outcome is not None else None
    if table.standby:
        seen = {letter for _row, letter, _view in opened}
        letters = [_standing_by(each.letter, agreed_on, seen) for each in table.standby]
        yield _detail(_("Not in the table at the end:"), f"{', '.join(letters)}.")
    if closed := harms_not_opened(table, opened, agreed_on):
        label = _("The whole list of what could go wrong was not opened for:")
        named = ", ".join(_standing_by(letter, agreed_on) for letter in closed)
        yield _detail(label, f"{named}.")


def _standing_by(letter: str, agreed_on: str | None, seen: Collection[str] = ()) -> str:
    """A letter, and whether it is what was agreed on, or was in the table earlier."""
    notes = [_("agreed on")] if letter == agreed_on else []
    notes += [_("opened earlier")] if letter in seen else []
    named = _("{letter} ({notes})").format(letter=letter, notes=", ".join(notes))
    return named if notes else letter


def _detail(label: str, words: str) -> Paragraph:
    return Paragraph((Run(f"{label} ", strong=True), Run(words)), TextRole.DETAIL)
