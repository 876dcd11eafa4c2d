"""The goal in the patient's words, how it is overall, and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from sdm_aid.i18n import _
from sdm_aid.i18n.formats import date_short
from sdm_aid.ui.decision_cards import breakable
from sdm_aid.ui.follow_up.answer_card import AnswerCard
from sdm_aid.ui.widgets.chip import ChipGroup
from sdm_aid.ui.widgets.plain import label
from sdm_aid.ui.widgets.text_field import TextField
from sdm_aid.ui.widgets.typed_words import kept
from sdm_aid.wording.follow_up import GOAL, PGIC, PGIC_SOURCE, goal_reached, pgic
from sdm_aid.wording.you import goal

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.domain.follow_up import FollowUp


def goal_said(signed: Consultation) -> str:
    """The goal as the plan has it, or as it was said in the visit; empty where none was."""
    you = signed.you
    return signed.plan.goal or you.goal_words or ", ".join(goal(name) for name in you.goals)


class GoalLookCard(AnswerCard):
    """Reached or not; without a goal there is only the line for what matters now."""

    def __init__(self, signed: Consultation, parent: QWidget) -> None:
        super().__init__("look-goal", _("What you wanted to be able to do"), parent)
        said = goal_said(signed)
        quote = _("“{words}”").format(words=said) if said else _("No goal was written down.")
        self.column.addWidget(label(breakable(quote), "lead", self, "look-goal-said"))
        self.answers = ChipGroup(
            [(answer, goal_reached(answer)) for answer in GOAL], multiple=False, parent=self
        )
        self.answers.setObjectName("look-goal-answers")
        for answer in GOAL:
            name = f"{said}: {goal_reached(answer)}"
            self.answers.chip(answer).setAccessibleName(name)
        self.answers.setVisible(bool(said))
        self.answers.changed.connect(self._on_answer)
        self.column.addWidget(self.answers)
        self.words = TextField(_("In your own words"), least_lines=1, most_lines=6, parent=self)
        self.words.setObjectName("look-goal-words")
        self.words.setAccessibleName(_("What you can do now, in your own words"))
        self.words.edited.connect(self._on_words)
        self.column.addWidget(self.words)

    def render_look(self, look: FollowUp) -> None:
        """Show what was answered."""
        self.answers.set_selected((look.goal,) if look.goal else ())
        self.words.set_text(look.goal_words or "")

    def _on_answer(self, chosen: tuple[str, ...]) -> None:
        self.answered.emit({"goal": chosen[0] if chosen else None})

    def _on_words(self, words: str) -> None:
        self.answered.emit({"goal_words": kept(words)})


class OverallCard(AnswerCard):
    """The seven published grades, without one in the middle chosen."""

    def __init__(self, signed: Consultation, parent: QWidget) -> None:
        day = date_short(signed.started.astimezone().date())
        question = _("Since {date}, my overall status is:").format(date=day)
        super().__init__("look-pgic", question, parent)
        self.grades = ChipGroup(
            [(grade, pgic(grade)) for grade in PGIC], multiple=False, parent=self
        )
        self.grades.setObjectName("look-pgic-grades")
        for grade in PGIC:
            self.grades.chip(grade).setAccessibleName(f"{question} {pgic(grade)}")
        self.grades.changed.connect(self._on_grade)
        self.column.addWidget(self.grades)
        self.column.addWidget(label(PGIC_SOURCE, "caption", self, "look-pgic-source"))

    def render_look(self, look: FollowUp) -> None:
        """Show what was answered."""
        self.grades.set_selected((look.pgic,) if look.pgic else ())

    def _on_grade(self, chosen: tuple[str, ...]) -> None:
        self.answered.emit({"pgic": chosen[0] if chosen else None})


class NotesCard(AnswerCard):
    """Whatever else was said."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("look-notes", _("Anything else?"), parent)
        self.words = TextField(_("In your own words"), least_lines=1, most_lines=10, parent=self)
        self.words.setObjectName("look-notes-words")
        self.words.setAccessibleName(_("Anything else?"))
        self.words.edited.connect(self._on_words)
        self.column.addWidget(self.words)

    def render_look(self, look: FollowUp) -> None:
        """Show what was written."""
        self.words.set_text(look.notes or "")

    def _on_words(self, words: str) -> None:
        self.answered.emit({"notes": kept(words)})
