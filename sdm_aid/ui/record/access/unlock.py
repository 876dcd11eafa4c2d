"""Opening the clinic's record: who you are and your passphrase. The first screen of a start."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sdm_aid.application.record.doorplate import Doorplate, doorplate_here, doorplate_of
from sdm_aid.i18n import _
from sdm_aid.records.trouble import RecordTrouble
from sdm_aid.ui.first_paint import FirstPaint
from sdm_aid.ui.frame.screen import Screen
from sdm_aid.ui.record.access.parts import Busy
from sdm_aid.ui.record.access.unlock_form import UnlockForm
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.notice import Notice
from sdm_aid.ui.widgets.plain import button
from sdm_aid.wording.record import trouble_sentence

if TYPE_CHECKING:
    from sdm_aid.application.ports import Jobs, Progress
    from sdm_aid.application.record.desk import Unlocked
    from sdm_aid.application.session import Clock
    from sdm_aid.records.keys import Cost
    from sdm_aid.records.place import Place
    from sdm_aid.ui.record.access.recover import RecoverForm

Wish = tuple[str, str, str]
"""User's id, passphrase or printed key, and with the latter who gets a new passphrase."""


class Unlock(Screen):
    """``unlocked(Unlocked)``; ``pressed``: ``made-up``, ``look-around``, ``restore``, ``server``.

    Args:
        home: the data folder, where the public certificate of the seal is written.
        last_user: the id of who opened the record last on this computer.
        cost: of a passphrase set after a recovery; None: the usual one.
    """

    unlocked = Signal(object)

    def __init__(
        self,
        place: Place,
        home: Path,
        jobs: Jobs,
        clock: Clock,
        last_user: str = "",
        parent: QWidget | None = None,
        *,
        cost: Cost | None = None,
    ) -> None:
        super().__init__("unlock", _("The clinic’s record"), "", parent)
        self._place, self._home, self._jobs, self._clock = place, home, jobs, clock
        self._last_user, self._cost = last_user, cost
        self._plate: Doorplate | None = None
        self._recover: RecoverForm | None = None
        self._form = UnlockForm(self.body)
        self._form.submitted.connect(self._on_submitted)
        self._form.recovery_asked.connect(self._on_recovery_asked)
        self._problem = Notice(parent=self.body)
        self._problem.setObjectName("unlock-problem")
        self._problem.set_kind("caution")
        self._busy = Busy("unlock-busy", self.body)
        self._ways = self._ways_out()
        self.column.addSpacing(px(8))
        for part in (self._form, self._problem, self._busy, self._ways):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.status.setText(_("The record is encrypted. Nothing of it is shown before it is open."))
        self.add_footer_button("look-around", _("Look around without a record"), "quiet")
        self.add_footer_button("made-up", _("Try with a made-up patient"))
        self.read_header()

    @property
    def busy(self) -> bool:
        """Whether the record is being opened or asked for."""
        return bool(self._busy.words)

    def first_focus(self) -> QWidget:
        """Where to type; what to press where there is nothing to type."""
        if self._plate is None:
            return self._again if self._ways.isVisibleTo(self) else super().first_focus()
        if self._recover is not None and self._recover.isVisibleTo(self):
            return self._recover.first_focus()
        return self._form.first_focus()

    def read_header(self) -> None:
        """Find out who can open the record; from a server in a job, after the first paint."""
        self._tell("")
        if self._place.on_server:
            self._set_busy(_("Asking the clinic’s database server"))
            if self.isVisible():
                self._ask_server()
            else:
                FirstPaint(self, self).painted.connect(self._ask_server)
            return
        try:
            self._on_plate(doorplate_here(self._place))
        except RecordTrouble as problem:
            self._on_no_plate(problem)

    def _ask_server(self) -> None:
        work = partial(_plate_of, self._place)
        self._jobs.run(work, done=self._on_plate, failed=self._on_no_plate)

    def _on_plate(self, plate: Doorplate) -> None:
        self._set_busy("")
        self._plate = plate
        self.title.setText(plate.clinic)
        self.subtitle.setText(_("Choose your name and type your passphrase."))
        self._form.show_people(plate.people, self._last_user)
        self._form.show()
        self._ways.hide()
        self.first_focus().setFocus()

    def _on_no_plate(self, problem: Exception) -> None:
        self._set_busy("")
        self._plate = None
        self._form.hide()
        self._ways.show()
        self._tell_of(problem)
        self.first_focus().setFocus()

    def _on_submitted(self, user: str, passphrase: str) -> None:
        self._open((user, passphrase, ""), "")

    def _on_recovered(self, key: str, user: str, passphrase: str) -> None:
        self._open((user, key, user), passphrase)

    def _open(self, wish: Wish, new_passphrase: str) -> None:
        if self.busy:
            return
        self._tell("")
        self._set_busy(_("Opening the record"))
        work = partial(
            _opened, self._place, self._home, wish, new_passphrase, self._clock, self._cost
        )
        self._jobs.run(
            work, done=self._on_opened, failed=self._on_not_opened, progress=self._busy.say
        )

    def _on_opened(self, unlocked: Unlocked) -> None:
        self._set_busy("")
        self._form.clear()
        if self._recover is not None:
            self._recover.clear()
        self.unlocked.emit(unlocked)

    def _on_not_opened(self, problem: Exception) -> None:
        self._set_busy("")
        wrong = type(problem).__name__ == "WrongPassphrase"
        recovering = self._recover is not None and self._recover.isVisibleTo(self)
        if wrong and recovering:
            self._tell(
                _(
                    "This is not the printed key of this record. Compare it group by group with "
                    "your paper: the newest sheet counts."
                )
            )
        else:
            self._tell_of(problem)
        self._ways.setVisible(not wrong)
        if wrong and not recovering:
            self._form.again()
        self.first_focus().setFocus()

    def _on_recovery_asked(self) -> None:
        from sdm_aid.ui.record.access.recover import RecoverForm

        if self._recover is None:
            self._recover = RecoverForm(self._jobs, self.body)
            self._recover.submitted.connect(self._on_recovered)
            self._recover.left.connect(self._on_recovery_left)
            self._recover.refused.connect(self._tell)
            self.column.insertWidget(self.column.indexOf(self._form), self._recover)
        if self._plate is not None:
            self._recover.show_people(self._plate.people, self._form.chosen, self._plate.clinic)
        self._show_recovery(True)

    def _on_recovery_left(self) -> None:
        self._show_recovery(False)

    def _show_recovery(self, shown: bool) -> None:
        if self._recover is not None:
            self._recover.clear()
            self._recover.setVisible(shown)
        self._form.clear()
        self._form.setVisible(not shown)
        self._tell("")
        self._ways.hide()
        words = _("Choose your name and type your passphrase.")
        if shown:
            words = _("Type the printed key, and set a new passphrase for yourself.")
        self.subtitle.setText(words)
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _ways_out(self) -> QWidget:
        holder = QWidget(self.body)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        self._again = button(_("Try again"), "secondary", "unlock-again", holder)
        self._again.clicked.connect(self.read_header)
        restore = button(
            _("Bring the record back from a backup ..."), "quiet", "unlock-restore", holder
        )
        restore.clicked.connect(partial(self.pressed.emit, "restore"))
        row.addWidget(self._again)
        row.addWidget(restore)
        if self._place.on_server:
            other = button(_("Another database address ..."), "quiet", "unlock-server", holder)
            other.clicked.connect(partial(self.pressed.emit, "server"))
            row.addWidget(other)
        row.addStretch(1)
        holder.hide()
        return holder

    def _set_busy(self, words: str) -> None:
        self._busy.say(words)
        self._form.setEnabled(not words)
        if self._recover is not None:
            self._recover.setEnabled(not words)

    def _tell_of(self, problem: Exception) -> None:
        sentence = trouble_sentence(problem)
        self._tell(sentence or _("The record could not be opened. Nothing was changed."))
        if not sentence:
            raise problem

    def _tell(self, sentence: str) -> None:
        self._problem.set_words("", sentence)


def _plate_of(place: Place, _progress: object) -> Doorplate:
    return doorplate_of(place)


def _opened(
    place: Place,
    home: Path,
    wish: Wish,
    new_passphrase: str,
    clock: Clock,
    cost: Cost | None,
    progress: Progress,
) -> Unlocked:
    from contextlib import suppress

    from sdm_aid.application.record.clinic_seal import trust_here
    from sdm_aid.application.record.desk import unlock
    from sdm_aid.application.record.recovering import recover
    from sdm_aid.records.trouble import RecordTrouble

    user, secret, recovered = wish
    if recovered:
        unlocked = recover(place, secret, recovered, new_passphrase, clock, progress, cost)
    else:
        unlocked = unlock(place, user, secret, clock, progress)
    with suppress(OSError, RecordTrouble):  # without it a plan sealed here reads as by a stranger
        trust_here(unlocked.desk.record, home)
    return unlocked
