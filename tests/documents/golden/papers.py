"""The papers of the made-up visit that are kept: what stands in them depends on nothing else."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import replace

from sdm_aid.application.session import Session
from sdm_aid.documents.blocks import Document
from sdm_aid.documents.handout import build_handout
from sdm_aid.documents.paper import PaperInput
from sdm_aid.documents.pdf.render import render
from sdm_aid.documents.plan import build_plan
from sdm_aid.domain.library import DecisionContent
from tests.documents.paper_text import paper_of
from tests.full_visit import SIGNED, a_quick_session, a_session

PAPERS: dict[str, tuple[Callable[[PaperInput], Document], Callable[[], Session]]] = {
    "plan": (build_plan, a_session),
    "quick-plan": (build_plan, a_quick_session),
    "handout": (build_handout, a_session),
}
_DIGEST = "0" * 64


def golden_paper(name: str, content: DecisionContent | None = None) -> bytes:
    """The file; `content`: other content than the shipped one.

    The content's digest is printed as noughts: it changes with every word, also with those that
    are not on paper.
    """
    build, visit = PAPERS[name]
    paper = paper_of(visit())
    fixed = copy.copy(content or paper.content)
    fixed.ref = fixed.ref.evolve(digest=_DIGEST)
    state = paper.state.evolve(content=fixed.ref)
    return render(build(replace(paper, content=fixed, state=state)), SIGNED)
