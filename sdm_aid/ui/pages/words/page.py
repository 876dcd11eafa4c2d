"""Step 6, In your words: how well it was explained, one question at a time, then SURE."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.pages.base import Page, VisitContext
from sdm_aid.ui.pages.words.listen_for import ListenFor
from sdm_aid.ui.pages.words.sure import SureCard
from sdm_aid.ui.pages.words.teach_back import TeachBackCard
from sdm_aid.ui.theme.metrics import px
from sdm_aid.wording.facts import say
from sdm_aid.wording.steps import step_title

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation

SIDE_BY_SIDE = 44
"""From this many text heights on, the two cards stand beside each other."""


class WordsPage(Page):
    """Teach-back on the left, the four SURE questions on the right."""

    step = "words"

    def __init__(self, context: VisitContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.teach_back = TeachBackCard(self)
        self.teach_back.look_again.connect(self._look_again)
        self.sure = SureCard(self)
        self.sure.step_asked.connect(self.go_to_step)
        self._row = QHBoxLayout()
        self._row.setSpacing(px(14))
        for card, share in ((self.teach_back, 5), (self.sure, 4)):
            half = QVBoxLayout()
            half.addWidget(card)
            half.addStretch(1)
            self._row.addLayout(half, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._row)
        column.addStretch(1)

    def title(self) -> str:
        """The heading."""
        return step_title("words")

    def subtitle(self) -> str:
        """Whose work is looked at here: ours."""
        return _("This is not a test of you. It shows us what to explain better.")

    def render_state(self, state: Consultation) -> None:
        """Set every control from the state."""
        self.teach_back.render_state(state)
        self.sure.render_state(state)

    def leaving(self) -> None:
        """Hand over words still being typed."""
        self.teach_back.commit()

    def reset_view(self) -> None:
        """Open the first question."""
        self.teach_back.open_first()

    def drawer(self) -> QWidget | None:
        """What to listen for, for the clinician alone."""
        return ListenFor(self.content, self.sure.measure)

    def first_focus(self) -> QWidget:
        """The first question's first answer."""
        return self.teach_back.first_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards beside each other, or one below the other where it is narrow."""
        super().resizeEvent(event)
        wide = self.width() >= SIDE_BY_SIDE * self.fontMetrics().height()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if wide else down)

    def _look_again(self, row: str) -> None:
        self.go_to_step.emit("compare")
        question = say(self.content, f"rows.{row}.question")
        self.announce.emit(_("Look again at this line: {question}").format(question=question))
