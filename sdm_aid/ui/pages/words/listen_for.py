"""In your words, the clinician's part: what to listen for, and how SURE is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.plain import label
from sdm_aid.wording.facts import say

if TYPE_CHECKING:
    from sdm_aid.domain.library import DecisionContent
    from sdm_aid.domain.measure import Measure


class ListenFor(QWidget):
    """Stands only in the drawer that the clinician opens; made anew on every entry."""

    def __init__(self, content: DecisionContent, measure: Measure | None) -> None:
        super().__init__()
        self.setObjectName("listen-for")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(label(_("What to listen for"), "strong", self))
        for item in content.decision.teach_back:
            key = f"teach_back.{item.id}"
            column.addWidget(label(say(content, f"{key}.ask"), "caption", self))
            column.addWidget(label(say(content, f"{key}.listen_for"), "body", self, key))
        if measure is not None and measure.conflict_at_or_below is not None:
            column.addWidget(label(measure.name, "strong", self))
            reading = _(
                "Count the answers “yes”. {limit} or fewer is a sign of doubt about the choice; "
                "it is no diagnosis."
            ).format(limit=measure.conflict_at_or_below)
            column.addWidget(label(reading, "body", self, "sure-reading"))
            column.addWidget(label(measure.licence, "caption", self))
