"""What the cards of a look again share: they show it, and say which of its fields changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.text_field import LineField, TextField

if TYPE_CHECKING:
    from sdm_aid.domain.follow_up import FollowUp


class AnswerCard(Card):
    """``answered(object)`` carries the changed fields of the look again as a dictionary."""

    answered = Signal(object)

    def __init__(self, name: str, heading: str, parent: QWidget) -> None:
        super().__init__(heading, parent)
        self.setObjectName(name)

    def render_look(self, look: FollowUp) -> None:
        """Set every control from the look again."""
        raise NotImplementedError

    def commit(self) -> None:
        """Hand over what is still being typed."""
        for line in self.findChildren(LineField):
            line.commit()
        for text in self.findChildren(TextField):
            text.commit()
