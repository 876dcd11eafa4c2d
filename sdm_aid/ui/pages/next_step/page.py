"""Step 7, What next: seven equal ways to go on, the patient's reason, the clinician's view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.pages.base import Page, VisitContext
from sdm_aid.ui.pages.next_step.details import DetailsCard
from sdm_aid.ui.pages.next_step.leaning import LeaningLine
from sdm_aid.ui.pages.next_step.outcomes import OutcomeGrid
from sdm_aid.ui.pages.next_step.view import ReasonCard, ViewCard
from sdm_aid.ui.theme.metrics import px
from sdm_aid.wording.steps import step_title

if TYPE_CHECKING:
    from datetime import date

    from sdm_aid.domain.consultation import Consultation

SIDE_BY_SIDE = 44
"""From this many text heights on, reason and view stand beside each other."""


class NextPage(Page):
    """Outcome cards, what belongs to the chosen one, and the words of both."""

    step = "next"

    def __init__(self, context: VisitContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.leaning = LeaningLine(self)
        self.outcomes = OutcomeGrid(self)
        self.details = DetailsCard(self, self._today)
        self.reason = ReasonCard(self)
        self.view = ViewCard(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        for part in (self.leaning, self.outcomes, self.details):
            column.addWidget(part)
        self._pair = QHBoxLayout()
        self._pair.setSpacing(px(14))
        self._pair.addWidget(self.reason, 1)
        self._pair.addWidget(self.view, 1)
        column.addLayout(self._pair)
        column.addStretch(1)

    def title(self) -> str:
        """The heading."""
        return step_title("next")

    def subtitle(self) -> str:
        """Nothing here is final, and none of it is better than another."""
        return _("All of these are good ways to end today. You can change your mind later.")

    def render_state(self, state: Consultation) -> None:
        """Set every control from the state."""
        self.leaning.render_state(state)
        self.outcomes.render_state(state)
        self.details.render_state(state)
        self.reason.render_state(state)
        self.view.render_state(state)

    def leaving(self) -> None:
        """Hand over what is still being typed."""
        self.details.commit()
        self.reason.commit()
        self.view.commit()

    def reset_view(self) -> None:
        """The clinician's view stays closed until asked for; words typed there stay seen."""
        self.view.close_view()
        self.details.clear_problem()

    def first_focus(self) -> QWidget:
        """The first outcome."""
        return self.outcomes.first_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Reason and view beside each other, or one below the other where it is narrow."""
        super().resizeEvent(event)
        wide = self.width() >= SIDE_BY_SIDE * self.fontMetrics().height()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._pair.setDirection(across if wide else down)

    def _today(self) -> date:
        return self._context.bridge.session.now().astimezone().date()
