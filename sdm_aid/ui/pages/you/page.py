"""Step 2, You: goals first, then where it hurts, how much, what it is like, what was tried."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.pages.base import Page, VisitContext
from sdm_aid.ui.pages.you.check_first import CheckFirstCard
from sdm_aid.ui.pages.you.chips_card import ChipsCard
from sdm_aid.ui.pages.you.further import FurtherCard
from sdm_aid.ui.pages.you.genes import GenesCard
from sdm_aid.ui.pages.you.pain import PainCard
from sdm_aid.ui.pages.you.place import PlaceCard
from sdm_aid.ui.pages.you.tried import TriedCard
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.typed_words import kept
from sdm_aid.wording.assessment import about_parts, health_parts
from sdm_aid.wording.steps import step_title
from sdm_aid.wording.you import GOALS, QUALITIES, goal, quality

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation

SIDE_BY_SIDE = 44
"""From this many text heights on, the drawing stands beside the questions."""


class YouPage(Page):
    """The body chart at the reading side, the questions beside it, what was tried below."""

    step = "you"

    def __init__(self, context: VisitContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.goals = ChipsCard(
            "goals", _("What would you like to be able to do?"), GOALS, goal, self
        )
        self.place = PlaceCard(self)
        self.pain = PainCard(self)
        self.likeness = ChipsCard("qualities", _("What is it like?"), QUALITIES, quality, self)
        self.about = FurtherCard("about", _("More to tell?"), about_parts(), self)
        self.tried = TriedCard(self)
        self.health = FurtherCard("health", _("And your health?"), health_parts(), self)
        self.check_first = CheckFirstCard(self)
        self.genes = GenesCard(self)
        self._top = QHBoxLayout()
        self._top.setSpacing(px(14))
        right = QVBoxLayout()
        right.setSpacing(px(12))
        for card in (self.goals, self.pain, self.likeness):
            right.addWidget(card)
        right.addStretch(1)
        self._top.addWidget(self.place, 7)
        self._top.addLayout(right, 17)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addLayout(self._top)
        column.addWidget(self.about)
        column.addWidget(self.tried)
        column.addWidget(self.health)
        column.addWidget(self.check_first)
        column.addWidget(self.genes)
        column.addStretch(1)
        self.goals.toggled.connect(self._on_goal)
        self.goals.worded.connect(self._on_goal_words)
        self.likeness.toggled.connect(self._on_quality)
        self.likeness.worded.connect(self._on_quality_words)
        self._order_tabs()

    def title(self) -> str:
        """The heading."""
        return step_title("you")

    def subtitle(self) -> str:
        """How to use the page."""
        return _("Fill this in together. Leave blank what you like.")

    def render_state(self, state: Consultation) -> None:
        """Set every control from the state."""
        you = state.you
        self.goals.render_words(you.goals, you.goal_words)
        self.likeness.render_words(you.qualities, you.quality_words)
        self.place.render_state(state)
        self.pain.render_state(state)
        self.about.render_state(state)
        self.tried.render_state(state)
        self.health.render_state(state)
        self.check_first.render_state(state)
        self.genes.render_state(state)

    def leaving(self) -> None:
        """Hand over what is still being typed."""
        self.goals.commit()
        self.likeness.commit()
        self.about.commit()
        self.tried.commit()
        self.health.commit()
        self.check_first.commit()
        self.genes.commit()

    def reset_view(self) -> None:
        """Show the drawing; empty the line for one more thing tried."""
        self.place.show_drawing()
        self.about.reset_view()
        self.tried.clear_new()
        self.health.reset_view()
        self.check_first.reset_view()
        self.genes.reset_view()

    def drawer(self) -> QWidget | None:
        """What the publications call the scores of this visit."""
        from sdm_aid.ui.pages.you.measures_drawer import measures_drawer

        return measures_drawer(self)

    def first_focus(self) -> QWidget:
        """Goals come first."""
        return self.goals.first_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The drawing beside the questions, or between goals and pain where it is narrow."""
        super().resizeEvent(event)
        wide = self.width() >= SIDE_BY_SIDE * self.fontMetrics().height()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.BottomToTop
        self._top.setDirection(across if wide else down)

    def _order_tabs(self) -> None:
        """Goals, then the place, then the pain: the order of the talk."""
        stops = [*self.goals.stops(), *self.place.stops(), *self.pain.stops()]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _on_goal(self, name: str) -> None:
        from sdm_aid.domain.actions import GoalToggled

        self.dispatch(GoalToggled(goal=name))

    def _on_quality(self, name: str) -> None:
        from sdm_aid.domain.actions import QualityToggled

        self.dispatch(QualityToggled(quality=name))

    def _on_goal_words(self, words: str) -> None:
        from sdm_aid.domain.actions import TextWritten

        self.dispatch(TextWritten(field="goal_words", words=kept(words)))

    def _on_quality_words(self, words: str) -> None:
        from sdm_aid.domain.actions import TextWritten

        self.dispatch(TextWritten(field="quality_words", words=kept(words)))
