"""Visits of the record on the window: begun for a patient, gone on with, looked at again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from shiboken6 import isValid

from sdm_aid.i18n import _

if TYPE_CHECKING:
    from sdm_aid.application.record.desk import Desk
    from sdm_aid.application.record.follow_ups import KeptLook
    from sdm_aid.application.record.kept_visits import KeptVisit
    from sdm_aid.application.start_visit import OpenedVisit
    from sdm_aid.domain.follow_up import FollowUp
    from sdm_aid.records.rows import PatientRow
    from sdm_aid.ui.follow_up.screen import FollowUpScreen
    from sdm_aid.ui.look_saver import LookSaver
    from sdm_aid.ui.record_saver import RecordSaver
    from sdm_aid.ui.record_window import RecordWindow


class RecordVisits(QObject):
    """Between the window's visits and the record, while the record is open."""

    def __init__(self, window: RecordWindow, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self.desk = window, desk
        self.patient: PatientRow | None = None
        """Who the next visit is for."""
        self.came_from: str = ""
        """The patient whose screen is gone back to when a visit or a look again is left."""
        self._saver: RecordSaver | None = None
        self._place = ""
        self._look: LookSaver | None = None
        self._look_screen: FollowUpScreen | None = None
        self._look_warned = False
        """Whether it was said that leaving lets go of answers that the record did not take."""
        self._over = False

    @property
    def saver(self) -> RecordSaver | None:
        """What keeps the visit that is open."""
        return self._saver

    # -- visits ------------------------------------------------------------------------------

    def admit(self, opened: OpenedVisit) -> None:
        """Write a visit that begins into the record, then show it; one that is there: show it."""
        from sdm_aid.application.record.resuming import ResumedVisit

        if isinstance(opened, ResumedVisit) or opened.session.state.made_up:
            self._window.show_visit(opened)
            return
        if self._saver is not None and self._saver.keeps(opened.session):
            self._window.show_visit(opened)  # the same visit in another language
            return
        desk, patient = self.desk, self.patient

        def work(_progress: object) -> KeptVisit:
            from sdm_aid.application.record.kept_visits import begin_kept

            return begin_kept(desk, opened, patient)

        self._run(work, partial(self._begun, opened))

    def saver_for(self, opened: OpenedVisit) -> RecordSaver | None:
        """What keeps this visit; None: it is made up and kept nowhere."""
        from sdm_aid.application.record.resuming import (
            ResumedVisit,
            details_differ,
            details_notice,
        )

        if self._saver is not None and self._saver.keeps(opened.session):
            return self._saver
        self.release()
        if not isinstance(opened, ResumedVisit) or opened.kept is None:
            return None
        from sdm_aid.ui.record_saver import RecordSaver

        title = opened.content.words("title")
        self._saver = RecordSaver(self.desk, opened.kept, opened.session, title, self)
        self._place = opened.kept.place
        if details_differ(opened):
            from sdm_aid.domain.actions import PatientNamed

            opened.session.dispatch(PatientNamed(patient=opened.kept.details, from_record=True))
            self._window.say(details_notice())
        return self._saver

    def take_place(self) -> str:
        """The name of the control to go on at; asked once."""
        place, self._place = self._place, ""
        return place

    def release(self) -> bool:
        """The visit was closed: False where something could not be written."""
        self.patient = None  # the next talk asks anew whom it is for
        saver, self._saver = self._saver, None
        kept = saver.release() if saver is not None else True
        if saver is not None:
            saver.deleteLater()
        return self.leave_look() and kept

    def end(self) -> None:
        """The record is locked: what was being opened is not shown any more."""
        self._over = True
        self._look_warned = True
        self.release()

    def open(self, visit: str) -> None:
        """Go on with a draft, or look at a signed visit."""
        desk, resources = self.desk, self._window.resources

        def work(_progress: object) -> OpenedVisit:
            from sdm_aid.application.record.resuming import resume

            return resume(desk, visit, resources)

        self._run(work, self._window.open_checked)

    # -- looking again -----------------------------------------------------------------------

    def look_again(self, visit: str, going_on: str = "") -> None:
        """Look again at a signed visit; ``going_on``: one that was begun."""
        if not self.desk.may_write:
            self._window.say(_("A reader can look at the record but not add to it."))
            return
        desk, resources = self.desk, self._window.resources

        def work(_progress: object) -> KeptLook:
            from sdm_aid.application.record.follow_ups import look_back

            return look_back(desk, visit, resources, going_on)

        self._run(work, self._show_look)

    def new_version(self, visit: str) -> None:
        """A new version of a signed plan, without looking again first."""
        desk, resources = self.desk, self._window.resources

        def work(_progress: object) -> KeptLook:
            from sdm_aid.application.record.follow_ups import look_back

            return look_back(desk, visit, resources)

        self._run(work, self._new_version_at_once)

    def _new_version_at_once(self, look: KeptLook) -> None:
        self._new_version(look, look.back.begin())

    def _show_look(self, look: KeptLook) -> None:
        from sdm_aid.ui.follow_up.screen import FollowUpScreen
        from sdm_aid.ui.look_saver import LookSaver

        if not self.leave_look():
            return
        saver = LookSaver(look, self.desk.record, self)
        screen = FollowUpScreen(look.back, self._window.as_widget())
        screen.changed.connect(saver.take)
        screen.finished.connect(saver.take)
        screen.finished.connect(self._on_looked)
        screen.new_version_asked.connect(partial(self._new_version, look))
        saver.failed.connect(screen.notice.say)
        saver.kept.connect(self._on_look_kept)
        self._look, self._look_screen, self._look_warned = saver, screen, False
        self._window.put_screen(screen)

    def _on_look_kept(self) -> None:
        self._look_warned = False

    def _on_looked(self, _follow_up: object) -> None:
        look = self._look
        if look is not None and not look.all_kept:
            look.retry()
        if look is None or look.all_kept:
            self._window.show_home()
            self._window.say(_("The look again is kept."))
        else:
            self._window.say(_("The record does not take this look again yet. Try again."))

    def _new_version(self, look: KeptLook, follow_up: FollowUp) -> None:
        desk, folder = self.desk, self._window.folder
        self.patient = look.visit.patient

        def work(_progress: object) -> OpenedVisit:
            from sdm_aid.application.record.resuming import newer_version

            return newer_version(desk, look, follow_up, folder)

        self._run(work, self._window.open_checked)

    def leave_look(self) -> bool:
        """Leave the look again; False where answers are not kept, said once: then it is left."""
        look, screen = self._look, self._look_screen
        if look is None:
            return True
        if screen is not None and isValid(screen):
            screen.commit()
        if not look.all_kept and not self._look_warned:
            self._look_warned = True
            self._window.say(
                _(
                    "The record does not take the last answers yet. Wait a moment and try again; "
                    "leaving once more lets go of them."
                )
            )
            return False
        if not look.all_kept:
            look.retry()
        self._look = self._look_screen = None
        look.release()
        look.deleteLater()
        return True

    # -- work --------------------------------------------------------------------------------

    def _begun(self, opened: OpenedVisit, kept: KeptVisit) -> None:
        from sdm_aid.application.record.resuming import ResumedVisit

        self.patient = None
        self._window.show_visit(ResumedVisit(opened.session, opened.content, opened.notice, kept))

    def _run(self, work: Callable[[Any], Any], done: Callable[[Any], None]) -> None:
        self._window.jobs.run(work, done=partial(self._on_done, done), failed=self._on_failed)

    def _on_done(self, done: Callable[[Any], None], result: Any) -> None:
        if not self._over:
            done(result)

    def _on_failed(self, problem: Exception) -> None:
        if self._over:
            return
        from sdm_aid.content.problem import ContentError
        from sdm_aid.ui.opening import content_sentence
        from sdm_aid.wording.record import trouble_sentence

        self.patient = None
        sentence = trouble_sentence(problem)
        if isinstance(problem, ContentError):
            sentence = content_sentence(problem)
        self._window.say(sentence or _("This cannot be opened because of a fault in the program."))
        if not sentence:
            raise problem
