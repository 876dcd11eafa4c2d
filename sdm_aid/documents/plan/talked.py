"""What we talked about and what we did not: the table as shown, questions, own words."""

from __future__ import annotations

from sdm_aid.documents.blocks import Block, Heading, Newspaper, Paragraph, Run, TextRole
from sdm_aid.documents.comparison_blocks import (
    lettered_list,
    number_lists,
    reason_line,
    words_lists,
)
from sdm_aid.documents.harm_blocks import before_harms, harms_brief, harms_shared, shown_harms
from sdm_aid.documents.paper import PaperInput, option_name, quoted, said, section
from sdm_aid.documents.plan.check_first import checked, not_yet
from sdm_aid.documents.provenance import experts
from sdm_aid.domain.comparison import comparison
from sdm_aid.domain.consultation import Consultation
from sdm_aid.domain.readiness import talked_about
from sdm_aid.domain.steps import STEPS
from sdm_aid.i18n import _
from sdm_aid.wording import you as words
from sdm_aid.wording.facts import say
from sdm_aid.wording.steps import step_name


def talked(paper: PaperInput) -> tuple[Block, ...]:
    """Fields 4, 5, 7, 8 and 11."""
    said_words = (*_own_words(paper), *_questions(paper.state))
    inside = (*said_words, *checked(paper), *_not_discussed(paper))
    head, options = Heading(2, _("What we talked about")), _options(paper)
    if paper.state.path == "quick":
        return (head, Newspaper(inside), *options)
    return (head, Newspaper((*inside, *options)))


def as_shown(paper: PaperInput, last: tuple[Block, ...]) -> tuple[Block, ...]:
    """Field 5: what stood on the screen, in two columns; ``last``: what closes the paper."""
    shown = _shown(paper)
    inside = (*shown[1:], *last)
    return (*shown[:1], Newspaper(inside, dense=True)) if inside else ()


def _options(paper: PaperInput) -> tuple[Block, ...]:
    content, state = paper.content, paper.state
    named = []
    for option in content.decision.options:
        short = say(content, f"treatments.{option.treatment}.short")
        name = Run(content.words(f"treatments.{option.treatment}.name") + ": ", strong=True)
        named.append((option.letter, (Paragraph((name, Run(short, soft=True))),)))
    reasons = tuple(reason_line(mark.option, content, mark.reason) for mark in state.not_suitable)
    head = Heading(3, _("All the things we could do"))
    if state.path == "quick":
        names = "; ".join(option_name(content, each.letter) for each in content.decision.options)
        return (head, Paragraph((Run(names + "."),)), *reasons)
    return (head, lettered_list(named), *reasons)


def _shown(paper: PaperInput) -> tuple[Block, ...]:
    content, state = paper.content, paper.state
    if not talked_about(state, "compare"):
        return ()
    table = comparison(content, state)
    letters = [column.letter for column in table.columns]
    shared = harms_shared(content, letters)
    quick = state.path == "quick"
    harms = [
        block
        for letter in letters
        for block in harms_brief(
            content, letter, 4, shared, only=shown_harms(content, state, letters, letter)
        )
    ]
    return (
        Heading(2, _("What we looked at, as shown")),
        *section(_("What studies found"), number_lists(content, table, 4, first_only=quick), 3),
        Heading(3, _("What could go wrong")),
        before_harms(shared),
        *harms,
        *section(_("What each asks of me"), words_lists(content, table, ("ask", "cost"), 4), 3),
        *experts(content, table, 3, why="none" if quick else "disputed"),
    )


def _questions(state: Consultation) -> tuple[Block, ...]:
    rows = []
    for question in state.questions:
        answer = said(question.answer) if question.answer else Run(_("not answered yet"))
        rows.append(Paragraph((Run("“"), said(question.text), Run("” ", strong=True), answer)))
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
    return section(_("In the patient’s own words"), blocks, 3)


def _not_discussed(paper: PaperInput) -> tuple[Block, ...]:
    state, content = paper.state, paper.content
    missed = [step_name(step) for step in STEPS if not talked_about(state, step)]
    if state.path == "quick":
        missed.append(_("the full table (the quick way was taken)"))
    if talked_about(state, "compare"):
        table = comparison(content, state)
        missed += [
            _("{option} beside the others").format(option=option_name(content, column.letter))
            for column in table.standby
        ]
    missed += not_yet(paper)
    line = _("Every step was talked about.") if not missed else "; ".join(missed) + "."
    return (
        Heading(3, _("What we did not talk about")),
        Paragraph((Run(line),), TextRole.BODY),
    )
