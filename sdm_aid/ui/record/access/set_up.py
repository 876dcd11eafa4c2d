"""Setting up the clinic's record: the clinic, who you are, a passphrase, the printed key."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.frame.screen import Screen
from sdm_aid.ui.record.access.parts import Busy, Sides, line
from sdm_aid.ui.record.access.printing import print_pdf
from sdm_aid.ui.record.access.recovery_step import Printer, RecoveryStep, Sheet
from sdm_aid.ui.record.access.told import sentence_of
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.new_passphrase import NewPassphrase
from sdm_aid.ui.widgets.notice import Notice
from sdm_aid.ui.widgets.plain import label

if TYPE_CHECKING:
    from sdm_aid.application.ports import Jobs, Progress
    from sdm_aid.application.record.desk import Desk
    from sdm_aid.application.session import Clock
    from sdm_aid.application.settings import Settings
    from sdm_aid.records.keys import Cost
    from sdm_aid.records.place import Place


class SetUp(Screen):
    """``done(Desk)`` when the record is there and its key was kept; ``pressed("back")`` before.

    Args:
        home: the data folder, where the public certificate is written.
        cost: of one guess at a passphrase; None: the usual one.
    """

    done = Signal(object)

    def __init__(
        self,
        place: Place,
        home: Path,
        jobs: Jobs,
        clock: Clock,
        settings: Settings,
        parent: QWidget | None = None,
        *,
        cost: Cost | None = None,
        printer: Printer = print_pdf,
    ) -> None:
        super().__init__(
            "set-up",
            _("Set up this clinic"),
            _("Who you are, and a passphrase that only you know."),
            parent,
        )
        self._place, self._home, self._jobs, self._clock = place, home, jobs, clock
        self._cost = cost
        self._desk: Desk | None = None
        self._recovery = RecoveryStep(jobs, self.body, printer=printer)
        self._recovery.kept.connect(self._on_kept)
        self._form = self._made_form(settings)
        self.column.addSpacing(px(8))
        for part in (self._form, self._recovery):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self._recovery.hide()
        self._back = self.add_footer_button("back", _("Back"))
        self._make = self.add_footer_button("make", _("Make the record"), "primary")
        self._make.clicked.connect(self.start)
        self._on_typed()

    @property
    def desk(self) -> Desk | None:
        """The record, once it was made and until ``done``: whoever closes the window closes it."""
        return self._desk

    def first_focus(self) -> QWidget:
        """The first field that is empty."""
        if self._desk is not None:
            return self._recovery.first_focus()
        for field in (self._clinic, self._name, self._title):
            if not field.text().strip():
                return field
        return self._secret.first_field()

    def start(self) -> None:
        """Make the record, off the GUI thread; says what is missing where something is."""
        missing = self._missing()
        if self._busy.words:
            return
        self._tell(missing)
        if missing:
            self.first_focus().setFocus()
            return
        self._set_busy(_("Making the record and its keys"))
        work = partial(
            _made,
            self._place,
            self._home,
            (self._clinic.text().strip(), self._name.text().strip(), self._title.text().strip()),
            self._secret.text(),
            self._clock,
            self._cost,
        )
        self._jobs.run(work, done=self._on_made, failed=self._on_failed, progress=self._busy.say)

    def _made_form(self, settings: Settings) -> QWidget:
        form = QWidget(self.body)
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        sides = Sides(form)
        clinic = Card(_("The clinic"), form)
        self._clinic = line(clinic.column, clinic, "set-up-clinic", _("Name of the clinic"))
        you = Card(_("You"), form)
        self._name = line(you.column, you, "set-up-name", _("Your name"))
        caption = _("Your professional title, as it stands on a plan")
        self._title = line(you.column, you, "set-up-title", caption)
        secret = Card(_("Your passphrase"), form)
        words = _(
            "It encrypts everything. Nobody can look it up or send it to you again, so the next "
            "step gives you a printed key as well."
        )
        secret.column.addWidget(label(words, "body", secret))
        self._secret = NewPassphrase(self._jobs, "set-up", secret)
        secret.column.addWidget(self._secret)
        self._problem = Notice(parent=form)
        self._problem.setObjectName("set-up-problem")
        self._problem.set_kind("caution")
        self._busy = Busy("set-up-busy", form)
        sides.left.addWidget(clinic)
        sides.left.addWidget(you)
        sides.right.addWidget(secret)
        for side in (sides.left, sides.right):
            side.addStretch(1)
        for part in (sides, self._problem, self._busy):
            column.addWidget(part)
        self._clinic.setText(settings.clinic_name)
        self._name.setText(settings.clinician_name)
        self._title.setText(settings.clinician_role)
        for field in (self._clinic, self._name, self._title):
            field.textChanged.connect(self._on_typed)
            field.returnPressed.connect(self.start)
        self._secret.changed.connect(self._on_typed)
        self._secret.submitted.connect(self.start)
        return form

    def _missing(self) -> str:
        if not self._clinic.text().strip():
            return _("Type the name of the clinic.")
        if not self._name.text().strip():
            return _("Type your name.")
        return self._secret.problem

    def _on_typed(self) -> None:
        self._secret.set_about(self._clinic.text(), self._name.text())
        self._tell("")

    def _set_busy(self, words: str) -> None:
        self._busy.say(words)
        for control in (self._make, self._back, *self._form.findChildren(Card)):
            control.setEnabled(not words)

    def _on_made(self, made: tuple[Desk, str]) -> None:
        self._desk, key = made
        self._set_busy("")
        self._secret.clear()
        self._form.hide()
        self._make.hide()
        self._back.hide()
        self.title.setText(_("Keep the printed key"))
        self.subtitle.setText(_("The record is there. One more thing before you begin."))
        self._recovery.show()
        sheet = Sheet(self._clinic.text().strip(), key, self._clock(), self._desk.record.where)
        self._recovery.show_sheet(sheet)

    def _on_failed(self, problem: Exception) -> None:
        self._set_busy("")
        sentence = sentence_of(problem)
        self._tell(sentence or _("The record could not be made. Nothing was changed."))
        self._secret.first_field().setFocus()
        if not sentence:
            raise problem

    def _on_kept(self) -> None:
        if self._desk is None:
            return
        self._jobs.run(
            partial(_note_kept, self._desk), done=self._on_noted, failed=self._on_not_noted
        )

    def _on_noted(self, _result: object) -> None:
        desk, self._desk = self._desk, None
        if desk is not None:
            self.done.emit(desk)

    def _on_not_noted(self, problem: Exception) -> None:
        # the record is open all the same; only the note that the key was kept is missing
        self._on_noted(None)
        if not sentence_of(problem):
            raise problem

    def _tell(self, sentence: str) -> None:
        self._problem.set_words("", sentence)


def _made(
    place: Place,
    home: Path,
    names: tuple[str, str, str],
    passphrase: str,
    clock: Clock,
    cost: Cost | None,
    progress: Progress,
) -> tuple[Desk, str]:
    from contextlib import suppress

    from sdm_aid.application.record.clinic_seal import make_seal, trust_here
    from sdm_aid.application.record.desk import set_up
    from sdm_aid.records.trouble import RecordTrouble

    desk, key = set_up(place, *names, passphrase, clock, cost)
    progress(_("Making the clinic’s seal"))
    # the printed key must be shown in any case; a seal can be made later, the certificate is
    # written each time the record is opened
    with suppress(RecordTrouble, OSError):
        make_seal(desk.record, names[0], clock())
        trust_here(desk.record, home)
    return desk, key


def _note_kept(desk: Desk, _progress: object) -> None:
    from sdm_aid.application.record.clinic_settings import note_recovery_kept

    note_recovery_kept(desk.record, desk.clock())
