"""The way in with the printed key: the key, who you are, a new passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sdm_aid.application.record.doorplate import Person
from sdm_aid.i18n import _
from sdm_aid.ui.record.access.parts import Sides, line
from sdm_aid.ui.record.access.people_list import PeopleList
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.new_passphrase import NewPassphrase
from sdm_aid.ui.widgets.plain import button, label

if TYPE_CHECKING:
    from sdm_aid.application.ports import Jobs


class RecoverForm(Card):
    """``submitted(str, str, str)``: printed key, user's id, new passphrase; ``left``: back;
    ``refused(str)``: a sentence on what is still missing, or nothing."""

    submitted = Signal(str, str, str)
    refused = Signal(str)
    left = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(_("The printed recovery key"), parent)
        self.setObjectName("recover-form")
        sides = Sides(self)
        self.column.addWidget(sides)
        self._key = line(sides.left, self, "recover-key", _("The key, eight groups of four"))
        self._key.setPlaceholderText("XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX")
        self._people = PeopleList("recover-people", self)
        over = label(_("Who gets a new passphrase"), "caption", self)
        over.setBuddy(self._people)
        self._people.setAccessibleName(_("Who gets a new passphrase"))
        sides.left.addWidget(over)
        sides.left.addWidget(self._people)
        sides.left.addStretch(1)
        self._secret = NewPassphrase(jobs, "recover", self)
        sides.right.addWidget(self._secret)
        sides.right.addStretch(1)
        row = QHBoxLayout()
        go = button(_("Set it and open the record"), "primary", "recover-open", self)
        back = button(_("Back to the passphrase"), "quiet", "recover-back", self)
        row.addWidget(go)
        row.addStretch(1)
        row.addWidget(back)
        self.column.addLayout(row)
        go.clicked.connect(self._submit)
        back.clicked.connect(self.left)
        self._key.returnPressed.connect(self._secret.first_field().setFocus)
        self._secret.submitted.connect(self._submit)

    def show_people(self, people: tuple[Person, ...], chosen: str, clinic: str) -> None:
        """Show the names."""
        self._people.show_people(people, chosen)
        self._secret.set_about(clinic, *(person.name for person in people))

    def first_focus(self) -> QWidget:
        """The key."""
        return self._key

    def clear(self) -> None:
        """Forget key and passphrase."""
        self._key.clear()
        self._secret.clear()

    def _submit(self) -> None:
        from sdm_aid.records.keys import RECOVERY_LETTERS, typed_recovery_key

        letters = len(typed_recovery_key(self._key.text()).replace("-", ""))
        if letters != RECOVERY_LETTERS:
            self.refused.emit(
                _(
                    "The key has {whole} letters and digits, and {count} are typed. Compare it "
                    "group by group with your paper."
                ).format(whole=RECOVERY_LETTERS, count=letters)
            )
            self._key.setFocus()
        elif self._secret.problem:
            self.refused.emit(self._secret.problem)
            self._secret.first_field().setFocus()
        else:
            self.refused.emit("")
            self.submitted.emit(self._key.text(), self._people.chosen, self._secret.text())
