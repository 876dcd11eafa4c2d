"""What tends to happen with nothing new, before anything is set beside it (D-80)."""

from __future__ import annotations

from sdm_aid.documents.blocks import Block, BulletList, Heading, Paragraph, Run
from sdm_aid.documents.figure_lines import SourceNumbers, figure_runs, in_common
from sdm_aid.documents.paper import PaperInput
from sdm_aid.i18n import _
from sdm_aid.wording.figure import describe
from sdm_aid.wording.sentence import sentence


def natural_course(paper: PaperInput, numbers: SourceNumbers) -> tuple[Block, ...]:
    """Every figure of the content's natural course and the people studied, once if the same."""
    content = paper.content
    figures = [
        describe(content, name)
        for name in content.decision.natural_course
        if content.estimates[name].display == "patient"
    ]
    if not figures:
        return ()
    shared = in_common(figures)
    people = [sentence(figure.people) for figure in figures]
    same = len(people) > 1 and len(set(people)) == 1
    points = [
        (*figure_runs(content, figure, shared, numbers), *(() if same else (_soft(who),)))
        for figure, who in zip(figures, people, strict=True)
    ]
    words = " ".join(filter(None, (people[0] if same else "", sentence("; ".join(shared.words())))))
    about = [Paragraph((Run(words, soft=True),))] if words else []
    title = Heading(2, _("What tends to happen if we do nothing new?"))
    return (title, *about, BulletList(tuple(points)))


def _soft(words: str) -> Run:
    return Run(f" {words}", soft=True)
