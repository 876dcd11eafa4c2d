"""A card to press that is no higher than its words: for lists of questions and of choices."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.card import CardButton


class FlatCard(CardButton):
    """Heading and soft note as :class:`CardButton`, one line high at least."""

    def __init__(self, heading: str, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(heading, note, parent)
        # the height follows from the width alone, not from the hint at some other width
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """Room for the longest word, one line high."""
        return QSize(super().minimumSizeHint().width(), px(48))

    def heightForWidth(self, width: int) -> int:
        """Height of the wrapped words and the margins."""
        heading, note = self._heights(width)
        return max(px(48), heading + note + 2 * self._margin())

    def _margin(self) -> int:
        return px(13)
