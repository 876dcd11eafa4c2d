"""Name and reason of somebody who uses content past its last day; asked before and in a visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.widgets.finished_field import TypedLine
from sdm_aid.ui.widgets.plain import card, label

if TYPE_CHECKING:
    from sdm_aid.application.start_visit import OpenedVisit


class ExpiredForm(QWidget):
    """``complete(bool)`` with every letter typed: whether name and reason both say something.

    Args:
        prefix: begins the object names of the form and its fields.
        words: what the two are asked for.
    """

    complete = Signal(bool)

    def __init__(self, prefix: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        frame, column = card(f"{prefix}-form", self)
        column.addWidget(label(words, "body", frame))
        self.name = TypedLine(f"{prefix}-name", _("Your name"), frame)
        self.reason = TypedLine(f"{prefix}-reason", _("Why it is used all the same"), frame)
        for field in (self.name, self.reason):
            field.setMaxLength(500)
            over = label(field.accessibleName(), "caption", frame)
            over.setBuddy(field)
            column.addWidget(over)
            column.addWidget(field)
            field.textChanged.connect(self._on_typed)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(frame)

    def first_empty(self) -> QWidget:
        """The field where typing begins."""
        return self.reason if self.name.text().strip() else self.name

    def take_on(self, opened: OpenedVisit) -> None:
        """Write both into the visit."""
        from sdm_aid.application.start_visit import take_on

        take_on(opened, self.name.text(), self.reason.text())

    def _on_typed(self, _words: str) -> None:
        self.complete.emit(bool(self.name.text().strip() and self.reason.text().strip()))
