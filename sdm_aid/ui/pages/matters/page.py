"""Step 5: leaning, stones, deal-breakers, then how the choices line up, then leaning again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.pages.base import Footer, FooterButton, Page, VisitContext
from sdm_aid.ui.pages.matters.breakers import BreakersCard
from sdm_aid.ui.pages.matters.leaning import LeaningBefore
from sdm_aid.ui.pages.matters.line_up_card import LineUpCard
from sdm_aid.ui.pages.matters.own_marks import OwnMarks
from sdm_aid.ui.pages.matters.stones_card import StonesCard
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.notice import Notice
from sdm_aid.wording.steps import step_title

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation

SIDE_BY_SIDE = 52
"""From this many text heights on, stones and line-up stand beside each other."""


class MattersPage(Page):
    """What matters to the patient. Nothing is computed, filled in or sorted before they speak."""

    step = "matters"

    def __init__(self, context: VisitContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._leaning = LeaningBefore(self)
        self._advice = Notice(parent=self)
        self._advice.setObjectName("advice-wanted")
        self._stones = StonesCard(self)
        self._own = OwnMarks(self)
        self._breakers = BreakersCard(self)
        self._line_up = LineUpCard(self)
        self._body = QHBoxLayout()
        self._body.setSpacing(px(14))
        self._left = self._side(self._stones, self._own)
        self._right = self._side(self._breakers, self._line_up)
        self._body.addLayout(self._left, 11)
        self._body.addLayout(self._right, 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self._advice)
        column.addWidget(self._leaning)
        column.addLayout(self._body)
        column.addStretch(1)

    def title(self) -> str:
        """The heading."""
        return step_title("matters")

    def render_state(self, state: Consultation) -> None:
        """Set every card from the state."""
        wanted = state.matters.rather_be_advised
        words = _("You would rather have our advice. We wrote that down; it is a full answer.")
        self._advice.set_words("", words if wanted else "")
        self._leaning.render_state(state)
        self._stones.render_state(state)
        self._own.render_state(state)
        self._breakers.render_state(state)
        self._line_up.render_state(state)
        # once it is open, the line-up stands right beside the stones that it follows
        if state.matters.lined_up:
            self._left.insertWidget(2, self._breakers)
        else:
            self._right.insertWidget(0, self._breakers)

    def footer(self) -> Footer:
        """Being advised is an answer too; it can be taken back."""
        words = _("I’d rather you advise me")
        if self.state.matters.rather_be_advised:
            words = _("Not advice after all")
        return Footer(extra=(FooterButton("advise", words, "quiet"),))

    def footer_action(self, button_id: str) -> None:
        """ "I would rather you advise me", or that taken back."""
        if button_id == "advise":
            from sdm_aid.domain.actions import AdviceWanted

            self.dispatch(AdviceWanted(wanted=not self.state.matters.rather_be_advised))

    def leaving(self) -> None:
        """Hand over what is still being typed."""
        self._stones.commit()
        self._breakers.commit()
        self._line_up.commit()

    def reset_view(self) -> None:
        """Empty the lines for own words."""
        self._stones.clear_new()
        self._breakers.clear_new()

    def first_focus(self) -> QWidget:
        """The first answer to the first question, or the first row once that is answered."""
        row = self._stones.first_button()
        if row is None or self.state.matters.leaning_before is None:
            return self._leaning.choices.button("A")
        return row.pick if row.more.isHidden() else row.more

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other, or one below the other where it is narrow."""
        super().resizeEvent(event)
        wide = self.width() >= SIDE_BY_SIDE * self.fontMetrics().height()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._body.setDirection(across if wide else down)

    def _side(self, *cards: QWidget) -> QVBoxLayout:
        side = QVBoxLayout()
        side.setSpacing(px(12))
        for made in cards:
            side.addWidget(made)
        side.addStretch(1)
        return side
