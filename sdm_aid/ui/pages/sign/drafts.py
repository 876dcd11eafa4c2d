"""The papers before sealing: the plan to look through, the handout also to print already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdm_aid.i18n import _
from sdm_aid.ui.paper.paper import Paper

if TYPE_CHECKING:
    from datetime import datetime

    from sdm_aid.application.ports import Progress
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.domain.journal import Journal
    from sdm_aid.domain.library import DecisionContent


def drafts(
    content: DecisionContent,
    state: Consultation,
    journal: Journal,
    now: datetime,
    _progress: Progress,
) -> tuple[Paper, ...]:
    """A job's work: both papers of the visit as it stands."""
    from sdm_aid.application.export_plan import default_stem, handout_bytes, plan_bytes

    stem = default_stem(now)
    plan = plan_bytes(content, state, journal, now)
    handout = handout_bytes(content, state, now)
    return (
        Paper("plan", _("The plan, not sealed yet"), f"{stem}-plan.pdf", plan, draft=True),
        Paper("handout", _("The handout"), f"{stem}-handout.pdf", handout),
    )
