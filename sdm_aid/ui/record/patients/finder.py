"""Finding one patient among all: a search field and the lines found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.i18n.formats import number
from sdm_aid.ui.record.patients.hit_list import HitList
from sdm_aid.ui.record.patients.lines import line_of
from sdm_aid.ui.widgets.capped_field import CappedLine
from sdm_aid.ui.widgets.plain import label

if TYPE_CHECKING:
    from sdm_aid.records.search import Index

SHOWN = 8
"""Lines under the field; who looks for more types more."""


class PatientFinder(QWidget):
    """``found(str)``: the patient whose line was pressed.

    Args:
        without: a patient that is not offered, as one is no double of oneself.
    """

    found = Signal(str)

    def __init__(
        self, index: Index, name: str, *, without: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._index, self._without = index, without
        words = _("Search name, number or date of birth")
        self.search = CappedLine(self)
        self.search.setObjectName(f"{name}-search")
        self.search.setMaxLength(200)
        self.search.setPlaceholderText(words)
        self.search.setAccessibleName(words)
        self.search.textChanged.connect(self._on_typed)
        self.list = HitList(self, action=_("Choose"))
        self.list.patient_chosen.connect(self.found)
        self.note = label("", "caption", self, f"{name}-note")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.search, self.list, self.note):
            column.addWidget(part)
        self._on_typed("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the field into the list."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus() and self.list.lines:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _on_typed(self, typed: str) -> None:
        hits = self._index.search(typed, SHOWN + 1)
        offered = [hit for hit in hits if hit.patient.id != self._without][:SHOWN]
        self.list.show_lines(
            [line_of(hit.patient, len(hit.visits)) for hit in offered], hidden=False
        )
        total = self._index.found - any(hit.patient.id == self._without for hit in hits)
        self.note.setText(self._note(typed.strip(), len(offered), total))
        self.note.setVisible(bool(self.note.text()))

    @staticmethod
    def _note(typed: str, shown: int, total: int) -> str:
        if not typed:
            return ""
        if not shown:
            return _("Nobody was found for “{typed}”. Type it otherwise.").format(typed=typed)
        if total > shown:
            return _("{shown} of {total} shown: type more").format(
                shown=number(shown), total=number(total)
            )
        return ""
