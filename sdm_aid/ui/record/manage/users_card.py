"""Who can open the record: their roles and titles; adding, changing, removing, new passphrases."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from sdm_aid.i18n import N_, _
from sdm_aid.i18n.formats import date_short
from sdm_aid.ui.record.manage.card import ManageCard, Tools
from sdm_aid.ui.record.manage.user_forms import (
    ChangeUser,
    NewUser,
    RemoveUser,
    UserForm,
    UserSecret,
)
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.flow_layout import FlowLayout
from sdm_aid.ui.widgets.plain import button, card, empty, label

if TYPE_CHECKING:
    from sdm_aid.application.record.overview import Overview
    from sdm_aid.records.rows import User

ROLES = {
    "clinician": N_("Clinician: leads visits"),
    "reader": N_("Reader: looks, adds nothing"),
    "administrator": N_("Administrator: leads visits and manages the record"),
}
_SHORT = {
    "clinician": N_("Clinician"),
    "reader": N_("Reader"),
    "administrator": N_("Administrator"),
}


class UsersCard(ManageCard):
    """A row for each user; one form at a time, right below the row it belongs to."""

    def __init__(self, tools: Tools, parent: QWidget) -> None:
        super().__init__("users", _("Who can open the record"), tools, parent)
        self._people: tuple[User, ...] = ()
        self._clinic = ""
        self._form: UserForm | None = None
        holder, self._rows = card("users-list", self, "plain")
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(holder)
        self._holder = holder
        self._gone = self.words("", "caption", "users-removed")
        (self._add,) = self.buttons(("users-add", _("Add somebody ..."), self._on_add))
        self.close_up()

    def show_overview(self, shown: Overview) -> None:
        """Set the rows."""
        self._people, self._clinic = shown.people, shown.clinic
        self._drop_form()
        empty(self._rows)
        for user in shown.people:
            self._rows.addWidget(self._row(user))
        removed = [
            _("{name} (until {date})").format(name=user.name, date=_day(user.removed))
            for user in shown.removed
        ]
        self._gone.setText(
            _("Removed: {names}").format(names=", ".join(removed)) if removed else ""
        )
        self._gone.setVisible(bool(removed))
        self._add.setVisible(self.tools.desk.may_manage)

    def _row(self, user: User) -> QFrame:
        frame, column = card(f"user-{user.id}", self._holder, "sunken")
        column.setContentsMargins(px(14), px(10), px(14), px(10))
        column.setSpacing(px(4))
        me = user.id == self.tools.desk.user.id
        name = _("{name} (you)").format(name=user.name) if me else user.name
        column.addWidget(label(name, "strong", frame, "user-name"))
        about = " · ".join(part for part in (_(_SHORT[user.role]), user.title) if part)
        column.addWidget(label(about, "soft", frame, "user-about"))
        actions = self._actions(user, me=me)
        if actions:
            column.addWidget(self._row_buttons(user, actions, frame))
        return frame

    def _actions(self, user: User, *, me: bool) -> list[tuple[str, str]]:
        manages = self.tools.desk.may_manage
        found = [("change", _("Change ..."))] if manages or me else []
        if manages and not me:
            found += [("secret", _("New passphrase ...")), ("remove", _("Remove ..."))]
        return found

    def _row_buttons(self, user: User, actions: list[tuple[str, str]], frame: QFrame) -> QWidget:
        holder = QWidget(frame)
        flow = FlowLayout(holder, px(8))
        for name, words in actions:
            made = button(words, "quiet", f"user-{name}-{user.id}", holder)
            made.setAccessibleName(f"{words} {user.name}")
            made.clicked.connect(partial(self._on_action, name, user))
            flow.addWidget(made)
        return holder

    def _on_add(self) -> None:
        form = NewUser(self.tools.jobs, ROLES, self._clinic, self._holder)
        form.submitted.connect(self._on_new)
        self._put_form(form, len(self._people) - 1)

    def _on_action(self, name: str, user: User) -> None:
        form: UserForm
        if name == "change":
            roles = ROLES if self.tools.desk.may_manage else {}
            form = ChangeUser(user, roles, self._holder)
            form.submitted.connect(partial(self._on_change, user))
        elif name == "secret":
            form = UserSecret(user, self.tools.jobs, self._clinic, self._holder)
            form.submitted.connect(partial(self._on_secret, user))
        else:
            form = RemoveUser(user, self._holder)
            form.submitted.connect(partial(self._on_remove, user))
        self._put_form(form, self._people.index(user))

    def _on_new(self, told: tuple[str, str, str, str]) -> None:
        work = partial(_added, self.tools, told)
        self.run(_("Adding {name}").format(name=told[0]), work, self._on_added)

    def _on_change(self, user: User, told: tuple[str, str]) -> None:
        work = partial(_changed, self.tools, user, told)
        self.run(_("Changing {name}").format(name=user.name), work, self._on_changed)

    def _on_secret(self, user: User, secret: str) -> None:
        work = partial(_secret_set, self.tools, user, secret)
        done = partial(self._on_secret_set, user)
        self.run(_("Setting the new passphrase"), work, done)

    def _on_remove(self, user: User, _nothing: object) -> None:
        work = partial(_removed, self.tools, user)
        self.run(_("Removing {name}").format(name=user.name), work, self._on_changed)

    def _on_added(self, user: Any) -> None:
        self._on_changed(user)
        self.tell(
            _("{name} can open the record now. Tell the passphrase in person.").format(
                name=user.name
            )
        )

    def _on_secret_set(self, user: User, _result: object) -> None:
        self._on_changed(None)
        self.tell(
            _(
                "The new passphrase holds. Tell it to {name} in person, who then changes it under "
                "“Your passphrase”."
            ).format(name=user.name)
        )

    def _on_changed(self, _result: object) -> None:
        self._drop_form()
        self.changed.emit()

    def _put_form(self, form: UserForm, after: int) -> None:
        if self.busy:
            form.deleteLater()
            return
        self._drop_form()
        self.tell("")
        self._form = form
        form.left.connect(self._drop_form)
        form.refused.connect(self._on_refused)
        self._rows.insertWidget(after + 1, form)
        form.show()
        form.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_refused(self, sentence: str) -> None:
        self.tell(sentence, caution=bool(sentence))

    def _drop_form(self) -> None:
        form, self._form = self._form, None
        if form is not None:
            self.tell("")
            form.hide()
            self._rows.removeWidget(form)
            form.deleteLater()
            self._add.setFocus()


def _day(moment: str) -> str:
    from datetime import datetime

    return date_short(datetime.fromisoformat(moment).astimezone().date())


def _added(tools: Tools, told: tuple[str, str, Any, str], _progress: object) -> User:
    from sdm_aid.records import users
    from sdm_aid.records.keys import USUAL_COST

    name, title, role, secret = told
    return users.add(tools.desk.record, name, role, title, secret, tools.cost or USUAL_COST)


def _changed(tools: Tools, user: User, told: tuple[str, Any], _progress: object) -> User:
    from sdm_aid.records import users

    title, role = told
    return users.change(tools.desk.record, user.id, role, title)


def _secret_set(tools: Tools, user: User, secret: str, _progress: object) -> None:
    from sdm_aid.records import users
    from sdm_aid.records.keys import USUAL_COST

    users.set_passphrase(tools.desk.record, user.id, secret, tools.cost or USUAL_COST)


def _removed(tools: Tools, user: User, _progress: object) -> None:
    from sdm_aid.records import users

    users.remove(tools.desk.record, user.id)
