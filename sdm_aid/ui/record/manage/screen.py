"""Managing the record: who can open it, its keys and seal, its times, where it is."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.frame.screen import Screen
from sdm_aid.ui.record.access.parts import Busy, Sides
from sdm_aid.ui.record.access.printing import print_pdf
from sdm_aid.ui.record.access.recovery_step import Printer
from sdm_aid.ui.record.access.told import sentence_of
from sdm_aid.ui.record.manage.audit_card import AuditCard
from sdm_aid.ui.record.manage.card import ManageCard, Tools
from sdm_aid.ui.record.manage.machine_cards import CheckCard, DatabaseCard
from sdm_aid.ui.record.manage.own_card import OwnPassphrase, RecoveryCard
from sdm_aid.ui.record.manage.seal_card import SealCard
from sdm_aid.ui.record.manage.time_server_card import TimeServerCard
from sdm_aid.ui.record.manage.times_card import IdleCard, KeepingCard
from sdm_aid.ui.record.manage.users_card import UsersCard
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from sdm_aid.application.ports import Jobs
    from sdm_aid.application.record.desk import Desk
    from sdm_aid.application.record.overview import Overview
    from sdm_aid.records.keys import Cost
    from sdm_aid.ui.appearance import Appearance


class RecordSettings(Screen):
    """``pressed(str)``: ``back``, ``backup``, ``proposed``, ``audit``.

    ``times_changed(ClinicSettings)``: other idle times.

    Args:
        home: the data folder, with the public certificate.
        cost: of new passphrases; None: the usual one.
    """

    times_changed = Signal(object)

    def __init__(
        self,
        desk: Desk,
        appearance: Appearance,
        jobs: Jobs,
        home: Path,
        parent: QWidget | None = None,
        *,
        cost: Cost | None = None,
        printer: Printer = print_pdf,
    ) -> None:
        super().__init__(
            "manage", _("Manage the record"), _("Changes hold at once, for every room."), parent
        )
        self._desk, self._jobs, self._home = desk, jobs, home
        self._why = Notice(parent=self.body)
        self._why.setObjectName("manage-why")
        self._busy = Busy("manage-busy", self.body)
        self._sides = Sides(self.body)
        tools = Tools(desk, jobs, home, cost)
        self.users = UsersCard(tools, self._sides)
        self.own = OwnPassphrase(tools, self._sides)
        self.recovery = RecoveryCard(tools, self._sides, printer)
        self.idle = IdleCard(tools, self._sides)
        self.keeping = KeepingCard(tools, self._sides)
        self.seal = SealCard(tools, self._sides)
        self.time_server = TimeServerCard(tools, self._sides)
        self.database = DatabaseCard(tools, appearance, self._sides)
        self.check = CheckCard(tools, self._sides)
        self.audit = AuditCard(tools, self._sides)
        self._place()
        self.idle.times_changed.connect(self.times_changed)
        self.keeping.backup_asked.connect(partial(self.pressed.emit, "backup"))
        self.audit.asked.connect(partial(self.pressed.emit, "audit"))
        self.keeping.proposed_asked.connect(partial(self.pressed.emit, "proposed"))
        self.pressed.connect(self._commit)
        self._back = self.add_footer_button("back", _("Back"))
        self._sides.hide()
        self.refresh()

    def refresh(self) -> None:
        """Read everything again, off the GUI thread."""
        self._busy.say(_("Reading the record’s settings"))
        work = partial(_read, self._desk, self._home)
        self._jobs.run(work, done=self._show, failed=self._on_failed)

    def first_focus(self) -> QWidget:
        """The way back: nothing here is changed by a stray Enter."""
        return self._back

    def _place(self) -> None:
        for left in (self.users, self.own, self.recovery, self.audit):
            self._sides.left.addWidget(left)
        for right in self._right():
            self._sides.right.addWidget(right)
        for side in (self._sides.left, self._sides.right):
            side.addStretch(1)
        for part in self._cards():
            part.changed.connect(self.refresh)
        self.column.addSpacing(px(8))
        for widget in (self._why, self._busy, self._sides):
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def _right(self) -> tuple[ManageCard, ...]:
        return (
            self.idle,
            self.keeping,
            self.seal,
            self.time_server,
            self.database,
            self.check,
        )

    def _cards(self) -> tuple[ManageCard, ...]:
        return (
            self.users,
            self.own,
            self.recovery,
            *self._right(),
            self.audit,
        )

    def _show(self, shown: Overview) -> None:
        self._busy.say("")
        self.show_clinic(f"{shown.clinic} · {self._desk.user.name}")
        for card in self._cards():
            card.show_overview(shown)
        self._why.set_words("", "" if self._desk.may_manage else _why_not(shown))
        self._sides.show()

    def _on_failed(self, problem: Exception) -> None:
        self._busy.say("")
        sentence = sentence_of(problem)
        self.notice.say(sentence or _("The record’s settings could not be read."))
        if not sentence:
            raise problem

    def _commit(self, _name: str) -> None:
        self.idle.commit()
        self.keeping.commit()


def _why_not(shown: Overview) -> str:
    names = [user.name for user in shown.people if user.role == "administrator"]
    return _(
        "You can look at this, check the record and change your own passphrase and title. "
        "Everything else is for an administrator: {names}."
    ).format(names=", ".join(names))


def _read(desk: Desk, home: Path, _progress: object) -> Overview:
    from sdm_aid.application.record.overview import overview

    return overview(desk, home)
