"""Fields for a patient's details: name, date of birth, number; each may stay empty."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sdm_aid.application.dates import UnreadableDate, read_birth_date
from sdm_aid.domain.room import Patient
from sdm_aid.i18n import _
from sdm_aid.i18n.formats import date_short
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.theme.sheet import restyle
from sdm_aid.ui.widgets.capped_field import CappedLine
from sdm_aid.ui.widgets.notice import Notice
from sdm_aid.ui.widgets.plain import label
from sdm_aid.ui.widgets.typed_words import kept

LONGEST = 200
WIDEST = 720
"""At 100 % text, in pixels: wider fields are no easier to fill in."""


class DetailsForm(QWidget):
    """``entered``: Enter was pressed in a field; :meth:`read` gives what was typed."""

    entered = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setMaximumWidth(px(WIDEST))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.fields: dict[str, CappedLine] = {}
        captions = {
            "name": _("Name"),
            "born": _("Date of birth"),
            "number": _("Clinic number"),
        }
        for key, caption in captions.items():
            field = CappedLine(self)
            field.setObjectName(f"{name}-{key}")
            field.setMaxLength(LONGEST)
            field.setAccessibleName(caption)
            field.returnPressed.connect(self.entered)
            over = label(caption, "caption", self)
            over.setBuddy(field)
            column.addWidget(over)
            column.addWidget(field)
            self.fields[key] = field
        self.fields["born"].setPlaceholderText(_("day, month, year: 12 3 1956"))
        self.fields["born"].textEdited.connect(self._no_problem)
        self._problem = Notice("", "", "caution", self)
        self._problem.setObjectName(f"{name}-problem")
        column.addWidget(self._problem)

    def show_details(self, details: Patient) -> None:
        """Set the fields."""
        born = date_short(details.born) if details.born else ""
        for key, words in (
            ("name", details.name or ""),
            ("born", born),
            ("number", details.number or ""),
        ):
            self.fields[key].setText(words)
        self._no_problem()

    def read(self, today: date) -> Patient | None:
        """The details as typed; None where the date cannot be read, which is said beside it."""
        try:
            born = read_birth_date(self.fields["born"].text(), today)
        except UnreadableDate as problem:
            self.say(str(problem), "born")
            return None
        self._no_problem()
        name, number = (kept(self.fields[key].text().strip()) for key in ("name", "number"))
        return Patient(name=name, born=born, number=number)

    def say(self, sentence: str, key: str = "") -> None:
        """Say what is wrong, and with which field."""
        self._problem.set_words("", sentence)
        field = self.fields.get(key)
        if field is not None:
            field.setProperty("invalid", True)
            restyle(field)
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget:
        """The first field."""
        return self.fields["name"]

    def _no_problem(self) -> None:
        self._problem.set_words("", "")
        for field in self.fields.values():
            if field.property("invalid"):
                field.setProperty("invalid", False)
                restyle(field)
