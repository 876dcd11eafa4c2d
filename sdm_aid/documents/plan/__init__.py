"""The plan: what we agreed, why, what happens next, and what was and was not talked about."""

from __future__ import annotations

from sdm_aid.documents.blocks import Block, Direction, Document, TextSize
from sdm_aid.documents.paper import PaperInput, identifiers, local, running
from sdm_aid.documents.plan.agreed import agreed, get_help, next_steps
from sdm_aid.documents.plan.assessment import measures
from sdm_aid.documents.plan.closing import closing
from sdm_aid.documents.plan.genes import genes
from sdm_aid.documents.plan.matters import matters
from sdm_aid.documents.plan.talked import said_at_last, talked
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
        blocks=_blocks(paper),
        close=_blocks(paper, close=True),
        direction=Direction(direction()),
        text_size=TextSize.COMPACT,
        most_pages=2 if paper.state.path == "quick" else 4,
    )


def _blocks(paper: PaperInput, *, close: bool = False) -> tuple[Block, ...]:
    """All that the plan says; ``close``: in forms that take less room."""
    return (
        *agreed(paper),
        *next_steps(paper),
        *get_help(paper),
        *matters(paper),
        *who(paper, close=close or paper.state.path == "quick"),
        *measures(paper),
        *genes(paper),
        *talked(paper, close=close),
        *closing(paper, said_at_last(paper)),
    )


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
