"""The plan form, words: goal, getting ready, afterwards, when to stop; offers, never fills in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.plain import button, label
from sdm_aid.ui.widgets.segmented import Segmented
from sdm_aid.ui.widgets.text_field import TextField
from sdm_aid.ui.widgets.typed_words import kept
from sdm_aid.wording.facts import say
from sdm_aid.wording.you import goal

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.ui.pages.base import Page


class PlanWords(QWidget):
    """One text of the plan with its heading and, where there is one, an offer to take over."""

    def __init__(self, page: Page, field: str, heading: str, column: Any, parent: QWidget) -> None:
        super().__init__(parent)
        self._page, self._field = page, field
        self._offered = ""
        self.hide()
        over = label(heading, "h3", parent, f"{field}-heading")
        self.text = TextField(_("In your own words"), least_lines=1, most_lines=8, parent=parent)
        self.text.setObjectName(field)
        self.text.setAccessibleName(heading)
        self.text.edited.connect(self._on_edited)
        over.setBuddy(self.text)
        self._quote = label("", "soft", parent, f"{field}-offer")
        self._use: QPushButton = button(_("Use these words"), "quiet", f"{field}-use", parent)
        self._use.clicked.connect(self._on_use)
        for widget in (over, self.text, self._quote):
            column.addWidget(widget)
        column.addWidget(self._use, 0, Qt.AlignmentFlag.AlignLeft)

    def show_words(self, words: str | None, offered: str) -> None:
        """Set the text, and the offer while it is not taken over yet."""
        self.text.set_text(words or "")
        open_offer = bool(offered) and offered not in (words or "")
        self._offered = offered if open_offer else ""
        self._quote.setText(_("“{words}”").format(words=offered) if open_offer else "")
        self._quote.setVisible(open_offer)
        self._use.setVisible(open_offer)
        self._use.setAccessibleDescription(self._offered)

    def commit(self) -> None:
        """Hand over words still being typed."""
        self.text.commit()

    def _on_edited(self, words: str) -> None:
        self._write(kept(words))

    def _on_use(self) -> None:
        self.text.commit()
        before = self.text.text().strip()
        self._write(kept(f"{before}\n{self._offered}" if before else self._offered))

    def _write(self, words: str | None) -> None:
        from sdm_aid.domain.actions import TextWritten

        field: Any = self._field
        self._page.dispatch(TextWritten(field=field, words=words))


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


class AroundCard(Card):
    """Getting ready and afterwards, with the content's words for what was chosen as an offer."""

    def __init__(self, page: Page) -> None:
        super().__init__("", page)
        self.setObjectName("around-card")
        self._page = page
        make = partial(PlanWords, page, column=self.column, parent=self)
        self._ready = make("getting_ready", _("Getting ready"))
        self._after = make("afterwards", _("Afterwards, and what to expect"))

    def render_state(self, state: Consultation) -> None:
        """Set the texts and the offers."""
        plan = state.plan
        self._ready.show_words(plan.getting_ready, self._of_choice(state, "getting_ready"))
        after = " ".join(
            words for key in ("afterwards", "expect") if (words := self._of_choice(state, key))
        )
        self._after.show_words(plan.afterwards, after)

    def commit(self) -> None:
        """Hand over words still being typed."""
        self._ready.commit()
        self._after.commit()

    def _of_choice(self, state: Consultation, key: str) -> str:
        outcome, content = state.outcome, self._page.content
        letters = {option.letter for option in content.decision.options}
        if outcome is None or outcome.option not in letters:
            return ""
        treatment = content.treatment_of(outcome.option)
        return say(content, f"treatments.{treatment.id}.{key}", "")


class StopCard(Card):
    """What would make us stop or change course."""

    def __init__(self, page: Page) -> None:
        super().__init__("", page)
        self.setObjectName("stop-card")
        make = partial(PlanWords, page, column=self.column, parent=self)
        self._stop = make("stop_rule", _("We stop or change course if"))

    def render_state(self, state: Consultation) -> None:
        """Set the words."""
        self._stop.show_words(state.plan.stop_rule, "")

    def commit(self) -> None:
        """Hand over words still being typed."""
        self._stop.commit()
