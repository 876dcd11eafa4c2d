"""The cover: a calm page over everything, up at once, so that nobody else reads along."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.widgets.push_button import PushButton


class Cover(QWidget):
    """Shows the clinic's name and one button; for a break also kind words."""

    uncovered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cover")
        self.setProperty("role", "canvas")
        self._clinic = self._label("cover-clinic", "h1")
        self._words = self._label("cover-words", "lead")
        self._button = PushButton(self)
        self._button.setObjectName("cover-button")
        self._button.setProperty("role", "primary")
        self._button.clicked.connect(self.uncovered)
        again = QShortcut(QKeySequence("F9"), self)
        again.setAutoRepeat(False)
        again.activated.connect(self.uncovered)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 48, 48, 48)
        column.setSpacing(24)
        column.addStretch(2)
        column.addWidget(self._clinic)
        column.addWidget(self._words)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def raise_for(self, clinic: str, *, rest: bool) -> None:
        """Set the words: ``rest`` for a break, otherwise the plain cover."""
        self._clinic.setText(clinic or _("SDM Aid"))
        self._words.setText(
            _("Take all the time you need. Nothing is lost. We go on when you are ready.")
            if rest
            else ""
        )
        self._words.setVisible(rest)
        self._button.setText(_("Go on when you are ready") if rest else _("Uncover"))

    def take_focus(self) -> None:
        """Enter uncovers."""
        self._button.setFocus()

    def _label(self, name: str, role: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setProperty("role", role)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label
