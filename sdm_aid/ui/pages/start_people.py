"""Start page, other people in the room: name and role, an interpreter among them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.widgets.finished_field import TypedLine
from sdm_aid.ui.widgets.plain import button, empty, label
from sdm_aid.wording.direction import on_its_own
from sdm_aid.wording.you import ROLES, role

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.domain.room import Present
    from sdm_aid.ui.pages.base import Page


class PeopleCard(QFrame):
    """Those who are here besides patient and clinician, and a line to add one more."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.setObjectName("people")
        self.setProperty("role", "card")
        self._page = page
        self._shown: tuple[Present, ...] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(8)
        column.addWidget(label(_("Who else is here?"), "h3", self, "people-heading"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        column.addLayout(self._rows)
        self.new_name = TypedLine("person-name", _("Name of somebody else who is here"), self)
        self.new_name.setPlaceholderText(_("Name"))
        self.new_name.returnPressed.connect(self._add)
        self._role = QComboBox(self)
        self._role.setObjectName("person-role")
        self._role.setAccessibleName(_("Role"))
        for name in ROLES:
            self._role.addItem(role(name), name)
        add = button(_("Add"), "secondary", "person-add", self)
        add.setAccessibleName(_("Add this person"))
        add.clicked.connect(self._add)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.new_name, 3)
        line.addWidget(self._role, 2)
        line.addWidget(add)
        column.addLayout(line)

    def render_state(self, state: Consultation) -> None:
        """List everybody who was named."""
        if state.present == self._shown:
            return
        self._shown = state.present
        empty(self._rows)
        for person in state.present:
            self._rows.addWidget(self._row(person))

    def clear_new(self) -> None:
        """Empty the line for one more person."""
        self.new_name.clear()
        self._role.setCurrentIndex(0)

    def add_typed(self) -> None:
        """Add the person whose name stands in the line, if any."""
        if self.new_name.text().strip():
            self._add()

    def _row(self, person: Present) -> QWidget:
        row = QWidget(self)
        row.setObjectName(f"person-{person.id}")
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        words = _("{name}, {role}").format(name=on_its_own(person.name), role=role(person.role))
        line.addWidget(label(words, "body", row, "person-words"), 1)
        remove = button(_("Remove"), "quiet", f"person-remove-{person.id}", row)
        remove.setAccessibleName(_("Remove {name}").format(name=person.name))
        remove.clicked.connect(partial(self._remove, person.id))
        line.addWidget(remove)
        return row

    def _add(self) -> None:
        from sdm_aid.domain.actions import PresentAdded
        from sdm_aid.domain.room import Present

        name = self.new_name.text().strip()
        if not name:
            self.new_name.setFocus()
            return
        used = {person.id for person in self._page.state.present}
        number = next(n for n in range(1, len(used) + 2) if f"p{n}" not in used)
        kind: Any = self._role.currentData()
        self.clear_new()
        self._page.dispatch(PresentAdded(present=Present(id=f"p{number}", name=name, role=kind)))

    def _remove(self, person: str) -> None:
        from sdm_aid.domain.actions import PresentRemoved

        self._page.dispatch(PresentRemoved(id=person))
