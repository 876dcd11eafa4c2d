"""The one window: home, a visit or another screen, and the cover over all of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from sdm_aid.i18n import _, direction, use_language
from sdm_aid.ui.appearance import Appearance
from sdm_aid.ui.frame.cover_key import CoverKey
from sdm_aid.ui.frame.covered import Covered
from sdm_aid.ui.frame.screen import Screen
from sdm_aid.ui.home import Home
from sdm_aid.ui.opening import Opener
from sdm_aid.ui.record_room import RecordRoom
from sdm_aid.ui.screens import make_screen

if TYPE_CHECKING:
    from sdm_aid.application.ports import Jobs
    from sdm_aid.application.session import Clock
    from sdm_aid.application.start_visit import OpenedVisit
    from sdm_aid.records.rows import PatientRow
    from sdm_aid.ui.frame.visit import VisitFrame


@runtime_checkable
class MayClose(Protocol):
    """What lies over a room and says whether the window may close."""

    def may_close(self) -> bool:
        """False: not yet; why was told."""


class MainWindow(QMainWindow):
    """Shows one thing at a time; covers it at once when asked to.

    Args:
        folder: the program's own data folder (settings, keys).
        resources: the content.
    """

    def __init__(
        self, appearance: Appearance, jobs: Jobs, clock: Clock, folder: Path, resources: Path
    ) -> None:
        super().__init__()
        self.setObjectName("main-window")
        self.setWindowTitle(_("SDM Aid"))
        self.appearance = appearance
        self.jobs, self.clock = jobs, clock
        self.folder, self.resources = folder, resources
        self.visit: VisitFrame | None = None
        self._rooms = QStackedWidget(self)
        self._rooms.setObjectName("rooms")
        self.home = Home(resources, folder, jobs, clock, self)
        self._rooms.addWidget(self.home)
        self.layers = Covered(self._rooms, self)
        self.setCentralWidget(self.layers)
        self.opener = Opener(resources, folder, jobs, clock, self)
        self._screen: Screen | None = None
        self.records = RecordRoom(self, self)
        self._connect()
        self.home.show_settings(appearance.settings)
        self.home.notice.say(appearance.load_problem)

    def set_cover(self, up: bool, *, rest: bool = False) -> None:
        """Blank the window at once, or show again what was there."""
        self.layers.set_cover(up, self.appearance.settings.clinic_name, rest=rest)

    @property
    def in_visit(self) -> bool:
        """Whether a visit is open."""
        return self.visit is not None

    def as_widget(self) -> QWidget:
        """The window as the parent of screens."""
        return self

    def show_home(self) -> None:
        """Close what is open and show the home screen."""
        self._drop_visit()
        if self.records.visits is not None:
            self.records.visits.release()
        self.home.show_record(self.records.patients_card(self.home.body))
        self.home.refresh()
        self.home.show_settings(self.records.settings)
        self._show(self.home)

    def leave_visit(self) -> bool:
        """Close an open visit; False where it stays because something is not kept."""
        if self.visit is not None and not self.visit.leaving.ready():
            self.set_cover(False)
            self._show(self.visit)
            return False
        self._drop_visit()
        return self.records.visits is None or self.records.visits.release()

    def show_screen(self, name: str) -> None:
        """Show a screen of ``ui.screens`` by its name; its Back leads back here."""
        self.put_screen(make_screen(name, self))

    def put_screen(self, screen: Screen) -> None:
        """Show a screen in place of what is shown."""
        old, self._screen = self._screen, screen
        screen.pressed.connect(self._on_screen_pressed)
        self._rooms.addWidget(screen)
        self._show(screen)
        if old is not None:
            old.deleteLater()

    def show_visit(self, opened: OpenedVisit) -> None:
        """Put a frame around an opened visit and show it."""
        from sdm_aid.ui.bridge import SessionBridge
        from sdm_aid.ui.frame.visit import VisitFrame
        from sdm_aid.ui.pages.base import VisitContext

        before = self.visit.saver if self.visit is not None else None
        record = self.records.saver_for(opened)
        self._drop_visit()
        language = opened.content.ref.language
        use_language(language)
        QGuiApplication.setLayoutDirection(self._direction())
        context = VisitContext(
            SessionBridge(opened.session), opened.content, self.jobs, self.folder, record
        )
        visit = VisitFrame(context, parent=self)
        visit.cover_asked.connect(self._on_cover_asked)
        visit.close_asked.connect(self.show_home)
        visit.screen_asked.connect(self._on_visit_screen)
        visit.text_asked.connect(self.appearance.step_text)
        visit.language_asked.connect(self._on_language)
        if self.opener.came_from is not None:
            visit.saver.resume_in(self.opener.came_from)
        if before is not None:
            visit.saver.take_over(before)
        self.visit = visit
        self._rooms.addWidget(visit)
        self._show(visit)
        visit.go_on_at(self.records.visits.take_place() if self.records.visits else "")
        visit.say(opened.notice)

    def closeEvent(self, event: QCloseEvent) -> None:
        """A visit that is not in a file is not thrown away by closing the window."""
        if not self._papers_are_out() or not self.leave_visit():
            event.ignore()
            return
        self.records.close()
        event.accept()

    def _papers_are_out(self) -> bool:
        """False where papers are on their way to the printer: what becomes of them is told here."""
        for over in self.findChildren(QWidget, "paper-overlay"):
            if isinstance(over, MayClose) and not over.may_close():
                self.set_cover(False)
                return False
        return True

    def _connect(self) -> None:
        self.home.chosen.connect(self._on_chosen)
        self.home.pressed.connect(self._on_home_pressed)
        self.opener.began.connect(self._on_began)
        self.opener.opened.connect(self._on_opened)
        self.opener.failed.connect(self._on_failed)
        self.appearance.problem.connect(self.home.notice.say)
        for key in ("Ctrl++", "Ctrl+=", "Ctrl+-", "Ctrl+0", "F9"):
            shortcut = QShortcut(QKeySequence(key), self.home)
            shortcut.activated.connect(partial(self._on_key, key))
        CoverKey(self).pressed.connect(partial(self.set_cover, True))

    def _on_key(self, key: str) -> None:
        if key == "F9":
            self.set_cover(True)
        else:
            self.appearance.step_text({"Ctrl+-": -1, "Ctrl+0": 0}.get(key, 1))

    def _on_chosen(self, name: str, title: str) -> None:
        def begin(patient: PatientRow | None) -> None:
            records = self.records
            self.opener.decision(name, title, records.settings, patient=patient, desk=records.desk)

        if not self.records.choose_patient(title, begin):
            begin(None)

    def _on_home_pressed(self, name: str) -> None:
        entry = self.home.first_readable()
        if name == "made-up" and entry is not None:
            self.opener.decision(entry.id, entry.title, self.appearance.settings, made_up=True)
        elif name == "open-visit":
            from PySide6.QtWidgets import QFileDialog

            path, _kind = QFileDialog.getOpenFileName(
                self, _("Open a visit file"), "", _("Visits (*.json)")
            )
            if path:
                self.opener.visit_file(Path(path), self.appearance.settings)
        elif name == "lock":
            self.records.lock()
        elif name == "set-up":
            self.records.door.start()
        elif name != "made-up":
            self.show_screen(name)

    def _on_screen_pressed(self, name: str) -> None:
        if name == "back" and self.visit is None:
            if self.records.may_go_home():
                self.show_home()  # reads all again: something may have been signed off meanwhile
        elif name == "back":
            self._show(self.visit or self.home)
        elif name == "signed":
            self.home.look_for_sign_offs()  # About asks home, also in the middle of a visit
        elif name in ("content", "prices", "settings") or name.startswith("review/"):
            self.show_screen(name)
        elif name == "record":
            self.records.show(name)

    def _on_visit_screen(self, name: str) -> None:
        if name == "lock":
            self.records.lock()
        elif name != "save":
            self.show_screen(name)
        elif self.visit is not None:
            self.visit.leaving.ask_where_to_save()

    def _on_language(self, language: str) -> None:
        if self.visit is not None:
            context = self.visit.context
            self.opener.in_language(context.bridge.session, context.content.decision.id, language)

    def _on_cover_asked(self, rest: bool) -> None:
        self.set_cover(True, rest=rest)

    def _on_began(self, sentence: str) -> None:
        self.home.set_busy(True)
        self.say(sentence)

    def _on_opened(self, opened: OpenedVisit) -> None:
        self.home.set_busy(False)
        self.home.notice.clear()
        self.open_checked(opened)

    def open_checked(self, opened: OpenedVisit) -> None:
        """Show a visit, after asking where its content is past its last day."""
        from sdm_aid.application.start_visit import out_of_date

        if not out_of_date(opened):
            self.records.admit(opened)
            return
        from sdm_aid.ui.expired_screen import ExpiredScreen

        screen = ExpiredScreen(opened, self.appearance.settings, self)
        screen.accepted.connect(self.records.admit)
        self.put_screen(screen)

    def _on_failed(self, sentence: str) -> None:
        self.home.set_busy(False)
        self.say(sentence)

    def say(self, sentence: str) -> None:
        """Say a sentence on what is shown: the visit, a screen, home."""
        shown = self._rooms.currentWidget()
        if isinstance(shown, Screen):
            shown.notice.say(sentence)
        else:
            (self.visit or self.home).notice.say(sentence)

    def _show(self, widget: QWidget) -> None:
        self._rooms.setCurrentWidget(widget)
        if isinstance(widget, Screen):
            widget.first_focus().setFocus()

    def _drop_visit(self) -> None:
        visit, self.visit = self.visit, None
        if visit is not None:
            visit.bridge.close()
            self._rooms.removeWidget(visit)
            visit.deleteLater()

    @staticmethod
    def _direction() -> Qt.LayoutDirection:
        right = direction() == "rtl"
        return Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
