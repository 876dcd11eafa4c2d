"""The plan form, the goal and the pain number that would be good enough."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.pages.sign.plan_words import PlanWords
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.plain import label
from sdm_aid.ui.widgets.segmented import Segmented
from sdm_aid.wording.you import goal

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.ui.pages.base import Page


class GoalCard(Card):
    """What the patient wants to be able to do, said before and offered here; what is enough."""

    def __init__(self, page: Page) -> None:
        super().__init__("", page)
        self.setObjectName("goal-card")
        self._page = page
        make = partial(PlanWords, page, column=self.column, parent=self)
        self._goal = make("plan_goal", _("The goal: what do you want to be able to do?"))
        question = _("What pain number would be good enough for you?")
        self.column.addSpacing(px(4))
        self.column.addWidget(label(question, "h3", self))
        ends = _("0 is no pain, 10 the worst you can imagine. Press again to take back.")
        self.column.addWidget(label(ends, "caption", self))
        self.target = Segmented(parent=self)
        self.target.setObjectName("plan-target")
        self.target.set_labels(question, _("no pain"), _("the worst you can imagine"))
        self.target.chosen.connect(self._on_target)
        self.column.addWidget(self.target)

    def render_state(self, state: Consultation) -> None:
        """Set the goal and what was said about it."""
        said = state.you.goal_words or ", ".join(goal(name) for name in state.you.goals)
        self._goal.show_words(state.plan.goal, said)
        self.target.set_value(state.plan.target_pain)

    def commit(self) -> None:
        """Hand over words still being typed."""
        self._goal.commit()

    def first_field(self) -> QWidget:
        """The goal."""
        return self._goal.text

    def _on_target(self, score: Any) -> None:
        from sdm_aid.domain.actions import TargetPainSet

        self._page.dispatch(TargetPainSet(score=score))
