"""The plan: what we agreed, why, what happens next, and what was and was not talked about."""

from __future__ import annotations

from sdm_aid.documents.blocks import Block, Direction, Document, Newspaper, TextSize
from sdm_aid.documents.paper import PaperInput, identifiers, local, running
from sdm_aid.documents.plan.agreed import agreed, get_help, next_steps
from sdm_aid.documents.plan.assessment import measures
from sdm_aid.documents.plan.closing import about, closing
from sdm_aid.documents.plan.genes import genes
from sdm_aid.documents.plan.matters import matters
from sdm_aid.documents.plan.talked import as_shown, talked
from sdm_aid.documents.plan.who import who
from sdm_aid.i18n import _, direction, formats
from sdm_aid.wording.direction import on_its_own


def build_plan(paper: PaperInput) -> Document:
    """The plan of a visit as neutral blocks; the same input gives the same document.

    Holds the sixteen fields of a signed summary: who, the question, what matters, all options,
    benefits and harms as shown, what was asked, teach-back, leanings and views, the outcome, what
    was not discussed, next steps, the right to change one's mind, signatures, content, statement.
    """
    title = _("What we agreed")
    return Document(
        title=title,
        language=paper.content.ref.language,
        author=paper.state.clinic.name or paper.program,
        subject=paper.content.words("title"),
        header_lines=(" · ".join(identifiers(paper.state)), _held(paper)),
        running=running(paper, _("Plan")),
        blocks=(
            *agreed(paper),
            *next_steps(paper),
            *get_help(paper),
            *matters(paper),
            *who(paper),
            *measures(paper),
            *genes(paper),
            *talked(paper),
            *_end(paper),
        ),
        direction=Direction(direction()),
        text_size=TextSize.COMPACT,
    )


def _end(paper: PaperInput) -> tuple[Block, ...]:
    """Signatures, what was shown, and about the paper, which on the quick way fills page 1."""
    if paper.state.path == "quick":
        return (Newspaper(about(paper), dense=True), *closing(paper), *as_shown(paper, ()))
    return (*closing(paper), *as_shown(paper, about(paper)))


def _held(paper: PaperInput) -> str:
    state = paper.state
    begun, ended = local(state.started), local(paper.now)
    when = _("{date}, {start} to {end}").format(
        date=formats.date_short(begun.date()),
        start=formats.time_short(begun),
        end=formats.time_short(ended),
    )
    names = [on_its_own(name) for name in (state.clinic.name, state.clinician.name) if name]
    return " · ".join([*names, when])
