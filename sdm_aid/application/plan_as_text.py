"""A sealed plan as plain text, for a record system that holds words alone.

It is made from the file itself: the visit attached at sealing, the moment and the signatures that
the file bears. So the words are those of the pages, also of a plan that was kept for years.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdm_aid.i18n import _

if TYPE_CHECKING:
    from pathlib import Path

    from sdm_aid.application.visit_file import VisitFile
    from sdm_aid.documents.seal.verdict import Verdict
    from sdm_aid.domain.library import DecisionContent


class NoPlanText(Exception):
    """The words cannot be had; the text is a sentence for the screen."""


def plan_as_text(pdf: bytes, content: DecisionContent) -> str:
    """The words of a sealed plan. ``content``: what the visit was held with.

    Raises:
        NoPlanText: nothing stands behind the file's visit, or it was held with other content.
    """
    verdict, file = _sealed_visit(pdf)
    return _text(verdict, file, content)


def kept_plan_as_text(pdf: bytes, resources: Path) -> str:
    """The same of a plan whose visit is not open: the content is that of its visit, as it is here.

    Raises:
        NoPlanText: as above, or the content is not on this computer.
    """
    from sdm_aid.content.load import load_decision
    from sdm_aid.content.problem import ContentError

    verdict, file = _sealed_visit(pdf)
    ref = file.state.content
    try:
        content = load_decision(resources, ref.id, ref.language)
    except ContentError as problem:
        raise _other_content() from problem
    return _text(verdict, file, content)


def _sealed_visit(pdf: bytes) -> tuple[Verdict, VisitFile]:
    from sdm_aid.application.visit_file import UnreadableVisit, from_json
    from sdm_aid.documents.seal.verify import verify

    verdict = verify(pdf, ())
    if verdict.visit is None:
        raise NoPlanText(_("No seal stands behind the words of this file, so none were copied."))
    try:
        return verdict, from_json(verdict.visit)
    except UnreadableVisit as problem:
        raise NoPlanText(str(problem)) from problem


def _other_content() -> NoPlanText:
    return NoPlanText(
        _(
            "This plan was made with other content than this computer holds now, so its words "
            "were not copied. Look at its pages instead."
        )
    )


def _text(verdict: Verdict, file: VisitFile, content: DecisionContent) -> str:
    if file.state.content != content.ref:
        raise _other_content()
    return sealed_text(verdict, file, content)


def sealed_text(verdict: Verdict, file: VisitFile, content: DecisionContent) -> str:
    """The words of a sealed plan, made again from its visit and the signatures on it."""
    from sdm_aid.application.gene_library import library_of
    from sdm_aid.documents.marks import APPROVAL_FIELD
    from sdm_aid.documents.paper import PaperInput
    from sdm_aid.documents.plain_text import plan_text
    from sdm_aid.documents.plan import build_plan

    seal = verdict.signatures[0]
    paper = PaperInput(
        content,
        file.state,
        seal.claimed_at or file.state.started,
        file.program,
        record=file.record,
        genes=library_of(file.state, content.ref.language),
        own_signature=any(one.field == APPROVAL_FIELD for one in verdict.signatures),
        time_stamped=seal.stamp is not None,
    )
    return plan_text(build_plan(paper))
