"""Who you are and your passphrase."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sdm_aid.application.record.doorplate import Person
from sdm_aid.i18n import _
from sdm_aid.ui.record.access.parts import Sides, put
from sdm_aid.ui.record.access.people_list import PeopleList
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.check_line import CheckLine
from sdm_aid.ui.widgets.new_passphrase import secret_field, show_typed
from sdm_aid.ui.widgets.plain import button, label


class UnlockForm(Card):
    """``submitted(str, str)``: id and passphrase; ``recovery_asked``."""

    submitted = Signal(str, str)
    recovery_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self.setObjectName("unlock-form")
        self._people = PeopleList("unlock-people", self)
        sides = Sides(self)
        self.column.addWidget(sides)
        over = label(_("Who you are"), "caption", self)
        over.setBuddy(self._people)
        sides.left.addWidget(over)
        sides.left.addWidget(self._people)
        sides.left.addStretch(1)
        caption = _("Passphrase")
        self._field = secret_field("unlock-passphrase", caption, self)
        put(sides.right, self, self._field, "unlock-passphrase", caption)
        self._shown = CheckLine(_("Show what I type"), "unlock-show", self)
        self._shown.ticked.connect(self._on_show)
        sides.right.addWidget(self._shown)
        row = QHBoxLayout()
        self._open = button(_("Open the record"), "primary", "unlock-open", self)
        key = button(_("Use the printed recovery key"), "quiet", "unlock-recovery", self)
        row.addWidget(self._open)
        row.addStretch(1)
        row.addWidget(key)
        sides.right.addLayout(row)
        sides.right.addStretch(1)
        self._open.clicked.connect(self._submit)
        self._field.returnPressed.connect(self._submit)
        self._people.itemActivated.connect(self._on_chosen)
        self._people.itemClicked.connect(self._on_chosen)
        key.clicked.connect(self.recovery_asked)

    @property
    def chosen(self) -> str:
        """The id of who is marked."""
        return self._people.chosen

    def show_people(self, people: tuple[Person, ...], chosen: str) -> None:
        """Show the names."""
        self._people.show_people(people, chosen)

    def first_focus(self) -> QWidget:
        """The passphrase."""
        return self._field

    def again(self) -> None:
        """The passphrase was wrong: the next key typed takes its place."""
        self._field.selectAll()

    def clear(self) -> None:
        """Forget the passphrase."""
        self._field.clear()
        self._shown.set_ticked(False)
        self._on_show(False)

    def _submit(self) -> None:
        if self.chosen and self._field.text():
            self.submitted.emit(self.chosen, self._field.text())
        else:
            self._field.setFocus()

    def _on_chosen(self) -> None:
        self._field.setFocus()

    def _on_show(self, shown: bool) -> None:
        show_typed(shown, self._field)
