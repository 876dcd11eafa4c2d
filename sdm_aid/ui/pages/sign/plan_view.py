"""The plan form: what was agreed, in words and steps, before it is read together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.pages.sign.expectation_card import ExpectationCard
from sdm_aid.ui.pages.sign.getting_ready_card import GettingReadyCard, StopCard
from sdm_aid.ui.pages.sign.goal_card import GoalCard
from sdm_aid.ui.pages.sign.help_card import HelpCard
from sdm_aid.ui.pages.sign.look_again import LookAgainCard
from sdm_aid.ui.pages.sign.steps_card import StepsCard
from sdm_aid.ui.pages.sign.team_card import TeamCard
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.ui.pages.base import Page

SIDE_BY_SIDE = 52


class PlanView(QWidget):
    """Nothing is filled in silently: what the visit or the content could say is offered."""

    def __init__(self, page: Page, today: Callable[[], date]) -> None:
        super().__init__(page)
        self.setObjectName("plan-view")
        self.signed = Notice(parent=self)
        self.signed.setObjectName("plan-signed")
        self.goal, self.steps = GoalCard(page), StepsCard(page)
        self.hopes, self.around = ExpectationCard(page), GettingReadyCard(page)
        self.help, self.team = HelpCard(page), TeamCard(page)
        self.look_again, self.stop = LookAgainCard(page, today), StopCard(page)
        left = (self.goal, self.steps, self.look_again, self.around, self.stop)
        right = (self.hopes, self.help, self.team)
        self._cards = (*left, *right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self.signed)
        self._body = QHBoxLayout()
        self._body.setSpacing(px(14))
        for cards in (left, right):
            side = QVBoxLayout()
            side.setSpacing(px(12))
            for card in cards:
                side.addWidget(card)
            side.addStretch(1)
            self._body.addLayout(side, 1)
        column.addLayout(self._body)
        column.addStretch(1)

    def render_state(self, state: Consultation) -> None:
        """Set every card."""
        words = _("This plan is signed. A change here takes the signatures off.")
        self.signed.set_words("", words if state.signatures else "")
        for card in self._cards:
            card.render_state(state)

    def commit(self) -> None:
        """Hand over what is still being typed."""
        for card in self._cards:
            card.commit()

    def reset_view(self) -> None:
        """Empty the line for one more step; show the day as it stands."""
        self.steps.clear_new()
        self.look_again.clear_problem()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other, or one below the other where it is narrow."""
        super().resizeEvent(event)
        wide = self.width() >= SIDE_BY_SIDE * self.fontMetrics().height()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._body.setDirection(across if wide else down)
