"""One's own passphrase, and the printed key of the record."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sdm_aid.i18n import _
from sdm_aid.i18n.formats import date_short
from sdm_aid.ui.record.access.parts import put
from sdm_aid.ui.record.access.printing import print_pdf
from sdm_aid.ui.record.access.recovery_step import Printer, RecoveryStep, Sheet
from sdm_aid.ui.record.manage.card import ManageCard, Tools
from sdm_aid.ui.widgets.new_passphrase import NewPassphrase, secret_field
from sdm_aid.ui.widgets.plain import button

if TYPE_CHECKING:
    from sdm_aid.application.record.overview import Overview


class OwnPassphrase(ManageCard):
    """The old one, the new one twice."""

    def __init__(self, tools: Tools, parent: QWidget) -> None:
        super().__init__("own", _("Your passphrase"), tools, parent)
        caption = _("Your passphrase until now")
        self._old = secret_field("own-old", caption, self)
        put(self.column, self, self._old, "own-old", caption)
        self._new = NewPassphrase(tools.jobs, "own", self)
        self._new.submitted.connect(self._on_change)
        self.column.addWidget(self._new)
        self.buttons(("own-change", _("Change my passphrase"), self._on_change))
        self.close_up()

    def show_overview(self, shown: Overview) -> None:
        """Names that would be guessed first."""
        self._new.set_about(shown.clinic, self.tools.desk.user.name)

    def _on_change(self) -> None:
        if not self._old.text():
            self.tell(_("Type your passphrase until now first."), caution=True)
            self._old.setFocus()
        elif self._new.problem:
            self.tell(self._new.problem, caution=True)
            self._new.first_field().setFocus()
        else:
            work = partial(_own_changed, self.tools, self._old.text(), self._new.text())
            self.run(_("Changing your passphrase"), work, self._on_changed)

    def _on_changed(self, _result: object) -> None:
        self._old.clear()
        self._new.clear()
        self.tell(_("Your new passphrase holds from now on."))


class RecoveryCard(ManageCard):
    """Whether the printed key was kept; making a new one."""

    def __init__(self, tools: Tools, parent: QWidget, printer: Printer = print_pdf) -> None:
        super().__init__("recovery", _("The printed key"), tools, parent)
        self._clinic = ""
        self._state = self.words("", "body", "recovery-state")
        (self._renew,) = self.buttons(
            ("recovery-renew", _("Make a new printed key ..."), self._on_renew)
        )
        self._question = self.words(
            _(
                "The sheet you have now opens nothing any more, except backups made until today. "
                "Go on only if you can print or write down the new one."
            )
        )
        self._sure = button(_("Make the new key"), "danger", "recovery-sure", self)
        self._sure.clicked.connect(self._on_sure)
        self.column.addWidget(self._sure, 0, Qt.AlignmentFlag.AlignLeft)
        self.step = RecoveryStep(tools.jobs, self, printer=printer)
        self.step.kept.connect(self._on_kept)
        self.column.addWidget(self.step)
        self.close_up()
        self.step.hide()
        self._ask(False)

    def show_overview(self, shown: Overview) -> None:
        """When the key was last shown to be there."""
        self._clinic = shown.clinic
        if shown.key_kept:
            day = date_short(datetime.fromisoformat(shown.key_kept).astimezone().date())
            words = _("It was printed and kept on {date}.").format(date=day)
        else:
            words = _(
                "Nobody has shown yet that the printed key was kept. Without it and without the "
                "passphrases nobody can ever open the record."
            )
            if self.tools.desk.may_manage:
                words += " " + _("Make a new one now.")
        self._state.setText(words)
        self._renew.setVisible(self.tools.desk.may_manage and not self.step.holds_key)

    def _on_renew(self) -> None:
        self._ask(not self._sure.isVisibleTo(self))

    def _on_sure(self) -> None:
        self._ask(False)
        self.run(_("Making a new key"), partial(_renewed, self.tools), self._on_renewed)

    def _on_renewed(self, key: str) -> None:
        self._renew.hide()
        self.step.show()
        record, now = self.tools.desk.record, self.tools.desk.clock()
        self.step.show_sheet(Sheet(self._clinic, key, now, record.where))

    def _on_kept(self) -> None:
        self.step.hide()
        self.run(_("Writing it down"), partial(_kept, self.tools), self._on_noted)

    def _on_noted(self, _result: object) -> None:
        self.changed.emit()
        self.tell(_("The new key holds. Destroy the old sheet."))

    def _ask(self, asked: bool) -> None:
        self._question.setVisible(asked)
        self._sure.setVisible(asked)


def _own_changed(tools: Tools, old: str, new: str, _progress: object) -> None:
    from sdm_aid.application.record.own_passphrase import change_own

    change_own(tools.desk.record, old, new, tools.cost)


def _renewed(tools: Tools, _progress: object) -> str:
    from sdm_aid.application.record.clinic_settings import note_recovery_new
    from sdm_aid.records import users
    from sdm_aid.records.keys import USUAL_COST

    key = users.renew_recovery_key(tools.desk.record, tools.cost or USUAL_COST)
    note_recovery_new(tools.desk.record)
    return key


def _kept(tools: Tools, _progress: object) -> None:
    from sdm_aid.application.record.clinic_settings import note_recovery_kept

    note_recovery_kept(tools.desk.record, tools.desk.clock())
