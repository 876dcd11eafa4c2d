"""The clinic's record on the window while it is open: its patients, its visits, its lock."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from sdm_aid.i18n import _
from sdm_aid.ui.record_door import RecordDoor

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sdm_aid.application.record.desk import Desk
    from sdm_aid.application.settings import Settings
    from sdm_aid.application.start_visit import OpenedVisit
    from sdm_aid.records.rows import PatientRow
    from sdm_aid.ui.frame.screen import Screen
    from sdm_aid.ui.idle import IdleWatch
    from sdm_aid.ui.record_saver import RecordSaver
    from sdm_aid.ui.record_visits import RecordVisits
    from sdm_aid.ui.record_window import RecordWindow

LOCK_KEY = "Ctrl+Shift+L"


class RecordRoom(QObject):
    """Holds the record while it is open. ``changed`` tells when it is opened or locked."""

    changed = Signal()

    def __init__(self, window: RecordWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self.door = RecordDoor(window, self)
        self.door.opened.connect(self.take_desk)
        self.desk: Desk | None = None
        self.visits: RecordVisits | None = None
        self._idle: IdleWatch | None = None
        self._left_in = ""
        QShortcut(QKeySequence(LOCK_KEY), window.as_widget()).activated.connect(self.lock)

    @property
    def settings(self) -> Settings:
        """The settings for a visit: with the record open its user leads it."""
        settings = self._window.appearance.settings
        if self.desk is None:
            return settings
        user = self.desk.user
        name, title = user.name or settings.clinician_name, user.title or settings.clinician_role
        clinic = settings.clinic_name or self.desk.clinic
        return settings._replace(clinic_name=clinic, clinician_name=name, clinician_role=title)

    def take_desk(self, desk: Desk, notices: tuple[str, ...] = ()) -> None:
        """The record is open from now on; a visit that locking interrupted goes on."""
        from sdm_aid.ui.record_visits import RecordVisits

        self.desk = desk
        self.visits = RecordVisits(self._window, desk, self)
        self._watch_idle(desk)
        self.changed.emit()
        self._window.show_home()
        if notices:
            self._window.say(" ".join(notices))
        left, self._left_in = self._left_in, ""
        if left and not notices:
            self.visits.open(left)

    # -- locking ---------------------------------------------------------------------------------

    def lock(self) -> None:
        """Close what is open and let go of the keys; a visit in the middle goes on afterwards."""
        if self.desk is None:
            return
        saver = self.visits.saver if self.visits is not None else None
        left = saver.visit if saver is not None and self._window.in_visit else ""
        if not self._window.leave_visit():
            return
        self._left_in = left
        problem = self.close()
        self._window.show_home()  # nothing of a patient stays on a screen behind the door
        self.door.show_unlock()
        if problem:
            self._window.say(problem)

    def close(self) -> str:
        """Let go of the record; a sentence where something went wrong."""
        visits, self.visits = self.visits, None
        desk, self.desk = self.desk, None
        if self._idle is not None:
            self._idle.stop()
            self._idle = None
        if visits is not None:
            visits.release()
            visits.deleteLater()
        if desk is None:
            return ""
        self.changed.emit()
        from sdm_aid.records.trouble import RecordTrouble
        from sdm_aid.wording.record import trouble_sentence

        try:
            desk.close()
        except RecordTrouble as problem:
            return trouble_sentence(problem)
        return ""

    def _watch_idle(self, desk: Desk) -> None:
        from sdm_aid.application.record.clinic_settings import clinic_settings
        from sdm_aid.ui.idle import IdleWatch

        settings = clinic_settings(desk.record)
        self._idle = IdleWatch(settings.cover_minutes, settings.lock_minutes, self)
        self._idle.cover_due.connect(self._on_cover_due)
        self._idle.lock_due.connect(self._on_lock_due)

    def _on_cover_due(self) -> None:
        if self._window.in_visit:
            self._window.set_cover(True)

    def _on_lock_due(self) -> None:
        if not self._window.in_visit:
            self.lock()

    # -- visits ----------------------------------------------------------------------------------

    def admit(self, opened: OpenedVisit) -> None:
        """Show a visit; where the record is open it is written there first."""
        if self.visits is None:
            self._window.show_visit(opened)
        else:
            self.visits.admit(opened)

    def saver_for(self, opened: OpenedVisit) -> RecordSaver | None:
        """What keeps this visit in the record; None: nothing does."""
        return None if self.visits is None else self.visits.saver_for(opened)

    def choose_patient(self, talk: str, begin: Callable[[PatientRow | None], None]) -> bool:
        """Ask whom this talk is for; False where there is no record to ask."""
        if self.desk is None or self.visits is None:
            return False
        if not self.desk.may_write:
            self._window.say(_("A reader can look at the record but not add to it."))
        elif self.visits.patient is not None:
            begin(self.visits.patient)
        else:
            from sdm_aid.ui.record.patients.who_for import WhoFor

            window = self._window
            screen = WhoFor(self.desk, window.jobs, talk, window.as_widget())
            screen.chosen.connect(partial(self._on_who, begin))
            self._put(screen)
        return True

    def _on_who(
        self, begin: Callable[[PatientRow | None], None], patient: PatientRow | None
    ) -> None:
        if self.visits is not None:
            self.visits.patient = patient
        begin(patient)

    def _on_visit_asked(self, visit: str, action: str) -> None:
        if self.visits is None:
            return
        if action == "look-again":
            self.visits.look_again(visit)
        elif action == "new-version":
            self.visits.new_version(visit)
        else:
            self.visits.open(visit)

    # -- patients --------------------------------------------------------------------------------

    def patients_card(self, parent: QWidget) -> QWidget | None:
        """The list of patients for the home screen; None while no record is open."""
        if self.desk is None:
            return None
        from sdm_aid.ui.record.patients.card import PatientsCard

        self.refresh()
        desk = self.desk
        card = PatientsCard(desk.index, desk.clock, may_write=desk.may_write, parent=parent)
        card.patient_opened.connect(self.show_patient)
        card.visit_asked.connect(self._on_visit_asked)
        card.new_patient_asked.connect(self.show_new_patient)
        return card

    def show_patient(self, patient: str) -> None:
        """All that the record holds of one patient."""
        if self.desk is None:
            return
        from sdm_aid.ui.record.patients.patient_screen import PatientScreen

        screen = PatientScreen(self.desk, patient, self._window, self._window.as_widget())
        screen.visit_asked.connect(self._on_visit_asked)
        screen.new_talk_asked.connect(self._on_new_talk)
        self._put(screen)

    def show_new_patient(self) -> None:
        """Make a patient's record without a talk."""
        if self.desk is None:
            return
        from sdm_aid.ui.record.patients.who_for import WhoFor

        screen = WhoFor(self.desk, self._window.jobs, "", self._window.as_widget())
        screen.chosen.connect(self._on_made)
        self._put(screen)

    def _on_made(self, patient: PatientRow | None) -> None:
        if patient is not None:
            self.show_patient(patient.id)

    def refresh(self) -> None:
        """Bring the list of patients up to date."""
        from sdm_aid.records.trouble import RecordTrouble
        from sdm_aid.wording.record import trouble_sentence

        try:
            if self.desk is not None:
                self.desk.refresh()
        except RecordTrouble as problem:
            self._window.say(trouble_sentence(problem))

    def _on_new_talk(self, patient: str) -> None:
        if self.visits is not None and self.desk is not None:
            self.visits.patient = self.desk.index.patients.get(patient)
            self._window.show_home()
            self._window.say(_("Choose what the talk is about."))

    def _put(self, screen: Screen) -> None:
        screen.pressed.connect(self._on_pressed)
        self._window.put_screen(screen)

    def _on_pressed(self, name: str) -> None:
        if name == "back":
            self._window.show_home()
