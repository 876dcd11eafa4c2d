"""What we talked about and what we did not: the table as shown, questions, own words."""

from __future__ import annotations

from sdm_aid.documents.blocks import Block, BulletList, Heading, KeyValues, Paragraph, Run, TextRole
from sdm_aid.documents.comparison_blocks import experts, number_lines, reason_line, words_lines
from sdm_aid.documents.harm_blocks import harms_line
from sdm_aid.documents.paper import PaperInput, option_name, said, section
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
    return (
        Heading(2, _("What we talked about")),
        *_own_words(paper),
        *_questions(paper.state),
        *_not_discussed(paper),
        *_options(paper),
    )


def as_shown(paper: PaperInput) -> tuple[Block, ...]:
    """Field 5: what stood on the screen, in short lines; the handout has it at length."""
    return section(_("What we looked at, as shown"), _table(paper))


def _options(paper: PaperInput) -> tuple[Block, ...]:
    content, state = paper.content, paper.state
    named = []
    for option in content.decision.options:
        short = say(content, f"treatments.{option.treatment}.short")
        name = Run(option_name(content, option.letter), strong=True)
        named.append((name, Run(": " + short, soft=True)))
    reasons = tuple(reason_line(mark.option, content, mark.reason) for mark in state.not_suitable)
    return (Heading(3, _("All the things we could do")), BulletList(tuple(named)), *reasons)


def _table(paper: PaperInput) -> tuple[Block, ...]:
    content, state = paper.content, paper.state
    if not talked_about(state, "compare"):
        return ()
    table = comparison(content, state)
    source_note = _(
        "Where each number comes from stands in the handout and in the attached visit file."
    )
    return (
        Heading(3, _("What studies found, as shown")),
        *number_lines(content, table),
        Heading(3, _("What could go wrong, as shown")),
        *(harms_line(content, column.letter) for column in table.columns),
        Heading(3, _("What each asks of me, as shown")),
        *words_lines(content, table, ("ask", "cost")),
        *experts(content),
        Paragraph((Run(source_note),), TextRole.SMALL),
    )


def _questions(state: Consultation) -> tuple[Block, ...]:
    rows = []
    for question in state.questions:
        answer = said(question.answer) if question.answer else Run(_("not answered yet"))
        rows.append(Paragraph((Run("“"), said(question.text), Run("” ", strong=True), answer)))
    return section(_("Questions asked"), rows, 3)


def _own_words(paper: PaperInput) -> tuple[Block, ...]:
    rows: list[tuple[str, tuple[Run, ...]]] = []
    for note in paper.state.teach_back:
        ask = say(paper.content, f"teach_back.{note.item}.ask", note.item)
        how: tuple[Run, ...] = (Run(words.teach_back(note.result)),)
        if note.words:
            how = (Run("“"), said(note.words), Run("” "), Run(f"({how[0].text})"))
        rows.append((ask, how))
    blocks = (KeyValues(tuple(rows), share=0.5),) if rows else ()
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
    line = _("Every step was talked about.") if not missed else "; ".join(missed) + "."
    return (
        Heading(3, _("What we did not talk about")),
        Paragraph((Run(line),), TextRole.BODY),
    )
