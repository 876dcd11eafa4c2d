"""Look again: what was agreed, today's scores and the course, the goal, what happened, what now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.i18n.formats import date_short
from sdm_aid.ui.follow_up.agreed_card import AgreedCard
from sdm_aid.ui.follow_up.answer_card import AnswerCard
from sdm_aid.ui.follow_up.doing_card import DoingCard
from sdm_aid.ui.follow_up.happened_card import HappenedCard
from sdm_aid.ui.follow_up.overall_cards import GoalLookCard, NotesCard, OverallCard
from sdm_aid.ui.follow_up.plot_card import PlotCard
from sdm_aid.ui.follow_up.scales_card import PainTodayCard, PegCard
from sdm_aid.ui.frame.screen import Screen
from sdm_aid.ui.theme.metrics import px

if TYPE_CHECKING:
    from sdm_aid.application.look_again import LookBack
    from sdm_aid.domain.follow_up import FollowUp

SIDE_BY_SIDE = 52
"""From this many text heights on, the course stands beside the scores."""


class FollowUpScreen(Screen):
    """A look again is begun and goes on here; nothing is kept but by who listens.

    ``changed(object)`` carries the look again after each answer, ``finished(object)`` the same with
    ``done``, ``new_version_asked(object)`` as it stands. ``pressed("back")`` leaves.
    """

    changed = Signal(object)
    finished = Signal(object)
    new_version_asked = Signal(object)

    def __init__(self, back: LookBack, parent: QWidget | None = None) -> None:
        day = date_short(back.signed.started.astimezone().date())
        words = _("How it went since {date}. Leave blank what you like.").format(date=day)
        super().__init__("look-again-screen", _("Look again together"), words, parent)
        self._back = back
        self.follow_up: FollowUp = back.begin()
        self.agreed = AgreedCard(back, self.body)
        self.pain = PainTodayCard(self.body)
        self.peg = PegCard(back.content.ref.language, self.body)
        self.plot = PlotCard(self.body)
        self.goal = GoalLookCard(back.signed, self.body)
        self.happened = HappenedCard(back, self.body)
        self.doing = DoingCard(back, self.body)
        self.overall = OverallCard(back.signed, self.body)
        self.notes = NotesCard(self.body)
        self._place()
        for card in self.cards:
            card.answered.connect(self._on_answered)
        self.add_footer_button("back", _("Back"))
        self.add_footer_button("new", _("Make a new plan from here"))
        self.add_footer_button("done", _("Looked at together"), "primary")
        self.pressed.connect(self._on_pressed)
        self._render()

    @property
    def cards(self) -> tuple[AnswerCard, ...]:
        """The cards that ask, in the order of the talk."""
        return (
            self.pain,
            self.peg,
            self.goal,
            self.happened,
            self.doing,
            self.overall,
            self.notes,
        )

    def first_focus(self) -> QWidget:
        """The first scale."""
        return self.pain.scales["now"].findChildren(QPushButton)[0]

    def commit(self) -> None:
        """Hand over what is still being typed."""
        for card in self.cards:
            card.commit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scores and course beside each other, or one below the other where it is narrow."""
        super().resizeEvent(event)
        wide = self.width() >= SIDE_BY_SIDE * self.fontMetrics().height()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._top.setDirection(across if wide else down)

    def _place(self) -> None:
        self._top = QHBoxLayout()
        self._top.setSpacing(px(14))
        for cards in ((self.pain, self.peg), (self.plot, self.goal)):
            side = QVBoxLayout()
            side.setSpacing(px(12))
            for card in cards:
                side.addWidget(card)
            side.addStretch(1)
            self._top.addLayout(side, 1)
        self.column.addWidget(self.agreed)
        self.column.addLayout(self._top)
        for below in (self.happened, self.doing, self.overall, self.notes):
            self.column.addWidget(below)
        self.column.addStretch(1)

    def _on_answered(self, changes: dict[str, Any]) -> None:
        after = self.follow_up.evolve(**changes)
        if after == self.follow_up:
            return
        self.follow_up = after
        self._render()
        self.changed.emit(after)

    def _render(self) -> None:
        for card in self.cards:
            card.render_look(self.follow_up)
        self.plot.show_course(self._back.course_with(self.follow_up))

    def _on_pressed(self, name: str) -> None:
        self.commit()
        if name == "new":
            self.new_version_asked.emit(self.follow_up)
        elif name == "done":
            self._finish()

    def _finish(self) -> None:
        if not self.follow_up.says_something:
            self.notice.say(_("Nothing is written down yet. Answer one question, or go back."))
            return
        self.follow_up = self.follow_up.evolve(done=True)
        self.finished.emit(self.follow_up)
