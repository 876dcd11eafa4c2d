"""What is the patient's own: words said, questions asked, and room for more."""

from __future__ import annotations

from sdm_aid.documents.blocks import Block, KeepTogether, Paragraph, Run, WritingLines
from sdm_aid.documents.paper import PaperInput, quoted, said, section
from sdm_aid.i18n import _

LINES = 4
"""Lines to write on under the questions."""


def own_words(paper: PaperInput) -> tuple[Block, ...]:
    """What the patient wants to be able to do and what matters, as it was said."""
    state = paper.state
    blocks: list[Block] = []
    if state.you.goal_words:
        line = (Run(_("I would like to be able to:") + " "), *quoted(state.you.goal_words))
        blocks.append(Paragraph(line))
    for concern in state.matters.own:
        blocks.append(Paragraph((Run(_("It matters to me:") + " "), *quoted(concern.text))))
    return (KeepTogether(section(_("In my own words"), blocks)),) if blocks else ()


def questions(paper: PaperInput) -> tuple[Block, ...]:
    """What was asked with its answer, and lines for what comes to mind at home."""
    asked: list[Block] = []
    for question in paper.state.questions:
        answer = said(question.answer) if question.answer else Run(_("not answered yet"))
        asked.append(Paragraph((Run("“"), said(question.text), Run("” "), answer)))
    title, *rest = section(_("My questions, now and for next time"), (*asked, WritingLines(LINES)))
    return (KeepTogether((title, *rest)),) if len(asked) < LINES else (title, *rest)
