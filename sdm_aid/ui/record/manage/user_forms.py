"""The forms below a user's row: somebody new, another role, a new passphrase, the last question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.record.access.parts import line
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.button import ButtonRole
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.chip import ChipGroup
from sdm_aid.ui.widgets.new_passphrase import NewPassphrase
from sdm_aid.ui.widgets.plain import button, label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sdm_aid.application.ports import Jobs
    from sdm_aid.records.rows import User


class UserForm(Card):
    """``submitted(object)``: what was filled in; ``left``; ``refused(str)``: what is missing."""

    submitted = Signal(object)
    refused = Signal(str)
    left = Signal()

    def __init__(self, name: str, heading: str, parent: QWidget) -> None:
        super().__init__(heading, parent)
        self.setObjectName(f"form-{name}")
        self._name = name

    def first_focus(self) -> QWidget:
        """Where to begin."""
        return self

    def close_up(self, words: str, role: ButtonRole = "primary") -> tuple[QWidget, QWidget]:
        """The two buttons below."""
        row = QHBoxLayout()
        row.setSpacing(px(12))
        go = button(words, role, f"{self._name}-go", self)
        leave = button(_("Leave it"), "secondary", f"{self._name}-leave", self)
        go.clicked.connect(self.submit)
        leave.clicked.connect(self.left)
        row.addWidget(go)
        row.addWidget(leave)
        row.addStretch(1)
        self.column.addLayout(row)
        return go, leave

    def submit(self) -> None:
        """Hand over, or say what is missing."""
        raise NotImplementedError

    def _roles(self, roles: Mapping[str, str], chosen: str) -> ChipGroup:
        items = [(role, _(words)) for role, words in roles.items()]
        group = ChipGroup(items, multiple=False, parent=self)
        group.set_selected((chosen,))
        self.column.addWidget(label(_("Role"), "caption", self))
        self.column.addWidget(group)
        return group


class NewUser(UserForm):
    """Hands over name, title, role and passphrase."""

    def __init__(self, jobs: Jobs, roles: Mapping[str, str], clinic: str, parent: QWidget) -> None:
        super().__init__("new-user", _("Somebody new"), parent)
        self._clinic = clinic
        self._who = line(self.column, self, "new-user-name", _("Name"))
        caption = _("Professional title, as it stands on a plan")
        self._title = line(self.column, self, "new-user-title", caption)
        self._role = self._roles(roles, "clinician")
        self._secret = NewPassphrase(jobs, "new-user", self)
        self._secret.submitted.connect(self.submit)
        self._who.textChanged.connect(self._on_name)
        self.column.addWidget(self._secret)
        self.close_up(_("Add"))

    def first_focus(self) -> QWidget:
        """The name."""
        return self._who

    def submit(self) -> None:
        """Name and passphrase are needed."""
        name = self._who.text().strip()
        if not name:
            self.refused.emit(_("Type the name."))
            self._who.setFocus()
        elif self._secret.problem:
            self.refused.emit(self._secret.problem)
            self._secret.first_field().setFocus()
        else:
            role = self._role.selected()[0]
            told = (name, self._title.text().strip(), role, self._secret.text())
            self.submitted.emit(told)

    def _on_name(self) -> None:
        self._secret.set_about(self._clinic, self._who.text())


class ChangeUser(UserForm):
    """Hands over title and role; without ``roles`` the role stays."""

    def __init__(self, user: User, roles: Mapping[str, str], parent: QWidget) -> None:
        super().__init__("change-user", _("Change {name}").format(name=user.name), parent)
        self._user = user
        caption = _("Professional title, as it stands on a plan")
        self._title = line(self.column, self, "change-user-title", caption)
        self._title.setText(user.title)
        self._title.returnPressed.connect(self.submit)
        self._role = self._roles(roles, user.role) if roles else None
        self.close_up(_("Keep the change"))

    def first_focus(self) -> QWidget:
        """The title."""
        return self._title

    def submit(self) -> None:
        """Nothing can be missing."""
        role = self._role.selected()[0] if self._role is not None else self._user.role
        self.submitted.emit((self._title.text().strip(), role))


class UserSecret(UserForm):
    """Hands over a new passphrase for somebody who forgot theirs."""

    def __init__(self, user: User, jobs: Jobs, clinic: str, parent: QWidget) -> None:
        heading = _("A new passphrase for {name}").format(name=user.name)
        super().__init__("secret", heading, parent)
        self._secret = NewPassphrase(jobs, "secret", self)
        self._secret.set_about(clinic, user.name)
        self._secret.submitted.connect(self.submit)
        self.column.addWidget(self._secret)
        self.close_up(_("Set it"))

    def first_focus(self) -> QWidget:
        """The passphrase."""
        return self._secret.first_field()

    def submit(self) -> None:
        """Long enough and twice the same."""
        if self._secret.problem:
            self.refused.emit(self._secret.problem)
            self._secret.first_field().setFocus()
        else:
            self.submitted.emit(self._secret.text())


class RemoveUser(UserForm):
    """Asks once more."""

    def __init__(self, user: User, parent: QWidget) -> None:
        super().__init__("remove", _("Remove {name}?").format(name=user.name), parent)
        words = _(
            "{name} cannot open the record any more. What {name} wrote stays, with the name."
        ).format(name=user.name)
        self.column.addWidget(label(words, "body", self))
        _go, self._leave = self.close_up(_("Remove"), "danger")

    def first_focus(self) -> QWidget:
        """Leaving it: Enter must not remove anybody."""
        return self._leave

    def submit(self) -> None:
        """It was meant."""
        self.submitted.emit(None)
