"""Step 3: what is going on, what tends to happen with nothing new, the things we could do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.pages.base import Page, VisitContext
from sdm_aid.ui.pages.understand_course import CourseCard
from sdm_aid.ui.pages.understand_option import OptionCard
from sdm_aid.ui.widgets.plain import card, label
from sdm_aid.wording.facts import say
from sdm_aid.wording.steps import step_title

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation

SIDE_BY_SIDE = 44
CARD_WIDTH = 11
"""Least width of an option's card in text heights."""


class UnderstandPage(Page):
    """Two cards that explain and one card for each thing we could do, all of the same size."""

    step = "understand"

    def __init__(self, context: VisitContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._top = QHBoxLayout()
        self._top.setSpacing(14)
        self._top.addWidget(self._going_on(), 5)
        self._course = CourseCard(self)
        self._top.addWidget(self._course, 6)
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self._cards = [OptionCard(self, o.letter) for o in self.content.decision.options]
        self._columns = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._top)
        heading = label(_("The things we could do"), "h2", self, "options-heading")
        column.addWidget(heading)
        column.addLayout(self._grid)
        column.addStretch(1)
        self._lay_out()

    def title(self) -> str:
        """The heading."""
        return step_title("understand")

    def subtitle(self) -> str:
        """The sentence that opens the talk."""
        return _(
            "There is more than one good way forward. Nothing new for now is one of them. "
            "We will work it out together."
        )

    def render_state(self, state: Consultation) -> None:
        """Set every card from the state."""
        reasons = {mark.option: mark.reason for mark in state.not_suitable}
        for made in self._cards:
            made.show_reason(reasons.get(made.letter))

    def leaving(self) -> None:
        """Hand over a reason that is still being typed."""
        for made in self._cards:
            made.commit()

    def reset_view(self) -> None:
        """Close every field that was opened for a reason and left empty."""
        for made in self._cards:
            made.close_field()
        self._course.show_less()

    def first_focus(self) -> QWidget:
        """The first thing we could do."""
        return self._cards[0].first_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards beside each other as far as there is room."""
        super().resizeEvent(event)
        self._lay_out()

    def _going_on(self) -> QFrame:
        frame, column = card("going-on", self)
        column.addWidget(label(_("What is going on"), "h3", frame))
        for key in self.content.text:
            if key.startswith("going_on."):
                column.addWidget(label(say(self.content, key), "body", frame, key))
        column.addStretch(1)
        return frame

    def _lay_out(self) -> None:
        height = self.fontMetrics().height()
        wide = self.width() >= SIDE_BY_SIDE * height
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._top.setDirection(across if wide else down)
        fit = max(1, min(len(self._cards), self.width() // (CARD_WIDTH * height)))
        rows = -(-len(self._cards) // fit)
        columns = -(-len(self._cards) // rows)  # rows as even as can be: no card stands out
        if columns == self._columns:
            return
        self._columns = columns
        for number, made in enumerate(self._cards):
            self._grid.addWidget(made, number // columns, number % columns)
        for number in range(len(self._cards)):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)
            self._grid.setRowStretch(number, 1 if number < rows else 0)
