"""You page, for the clinician's drawer: what the publications call the scores of this visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sdm_aid.content.measures import offered
from sdm_aid.i18n import _
from sdm_aid.paths import resources_dir
from sdm_aid.ui.decision_cards import breakable
from sdm_aid.ui.widgets.plain import label
from sdm_aid.wording import measures as words

if TYPE_CHECKING:
    from sdm_aid.ui.pages.base import Page


def measures_drawer(page: Page) -> QWidget | None:
    """Thresholds, licence and where they were read, of what was answered; None where nothing."""
    taken = {one.measure.id for one in page.state.assessment.measured}
    if not taken:
        return None
    found = offered(resources_dir(), page.home, "you").measures
    inside = QWidget()
    inside.setObjectName("measures-drawer")
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(label(words.heading(), "strong", inside))
    note = _("As published, for your own reading; the patient’s screen names none of it.")
    column.addWidget(label(note, "caption", inside))
    for measure in found:
        if measure.id not in taken:
            continue
        column.addWidget(label(breakable(measure.name), "strong", inside))
        for rule in measure.score:
            said = words.thresholds(rule, page.content.ref.language)
            column.addWidget(label(breakable(said), "body", inside))
        about = words.licence(measure.licence, measure.checked or "")
        column.addWidget(label(breakable(about), "caption", inside))
    return inside
