"""The door to the clinic's record: first run, setting up, unlocking, a backup, a server."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sdm_aid.application.record.whereabouts import is_set_up, record_place
from sdm_aid.i18n import _

if TYPE_CHECKING:
    from sdm_aid.application.record.desk import Unlocked
    from sdm_aid.records.place import Place
    from sdm_aid.ui.frame.screen import Screen
    from sdm_aid.ui.record.access.set_up import SetUp
    from sdm_aid.ui.record_window import RecordWindow


class RecordDoor(QObject):
    """``opened(object, object)``: the desk, and the sentences to be said."""

    opened = Signal(object, object)

    def __init__(self, window: RecordWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._set_up: SetUp | None = None

    @property
    def place(self) -> Place:
        """Where this clinic's record lies."""
        return record_place(self._window.folder, self._window.appearance.settings.database)

    def start(self) -> None:
        """Show what the program begins with: the record's door, or the first run."""
        if is_set_up(self._window.folder, self._window.appearance.settings.database):
            self.show_unlock()
        else:
            self.show_welcome()

    def show_welcome(self) -> None:
        """The first run."""
        from sdm_aid.ui.record.access.welcome import Welcome

        self._put(Welcome(self._window.as_widget()), self._on_welcome)

    def show_unlock(self) -> None:
        """Ask who it is and for the passphrase."""
        from sdm_aid.ui.record.access.unlock import Unlock

        window = self._window
        screen = Unlock(
            self.place,
            window.folder,
            window.jobs,
            window.clock,
            window.appearance.settings.last_user,
            window.as_widget(),
        )
        screen.unlocked.connect(self._on_unlocked)
        self._put(screen, self._on_pressed)

    def show_set_up(self) -> None:
        """Set up this clinic, on this computer or on the server that is named."""
        from sdm_aid.ui.record.access.set_up import SetUp

        window = self._window
        screen = SetUp(
            self.place,
            window.folder,
            window.jobs,
            window.clock,
            window.appearance.settings,
            window.as_widget(),
        )
        screen.done.connect(self._on_done)
        self._set_up = screen
        self._put(screen, self._on_pressed)

    def ask_backup(self) -> None:
        """Bring a record back from a backup file."""
        from PySide6.QtWidgets import QFileDialog

        path, _kind = QFileDialog.getOpenFileName(
            self._window.as_widget(), _("Choose the backup"), "", _("Backups (*.sdmbackup)")
        )
        if path:
            self.show_restore(Path(path))

    def show_restore(self, path: Path) -> None:
        """Ask who opens this backup, then bring it back."""
        from sdm_aid.ui.record.access.restore import Restore

        window = self._window
        screen = Restore(path, self.place, window.jobs, window.clock, window.as_widget())
        screen.restored.connect(self.show_unlock)
        self._put(screen, self._on_pressed)

    def show_server(self) -> None:
        """Name the clinic's database server."""
        from sdm_aid.ui.record.access.connect import Connect

        window = self._window
        screen = Connect(window.appearance, window.jobs, window.as_widget())
        screen.found.connect(self.show_unlock)
        screen.empty.connect(self.show_set_up)
        self._put(screen, self._on_pressed)

    def _put(self, screen: Screen, pressed: Callable[[str], None]) -> None:
        screen.pressed.connect(pressed)
        self._window.put_screen(screen)

    def _on_welcome(self, name: str) -> None:
        actions: dict[str, Callable[[], None]] = {
            "set-up": self.show_set_up,
            "restore": self.ask_backup,
            "server": self.show_server,
        }
        action = actions.get(name)
        if action is not None:
            action()
            return
        self._window.show_home()
        if name == "made-up":
            self._window.home.pressed.emit("made-up")

    def _on_pressed(self, name: str) -> None:
        if name == "back":
            self.start()
        elif name in ("restore", "server", "made-up", "look-around"):
            self._on_welcome(name)

    def _on_unlocked(self, unlocked: Unlocked) -> None:
        appearance, user = self._window.appearance, unlocked.desk.user
        if appearance.settings.last_user != user.id:
            appearance.keep(appearance.settings._replace(last_user=user.id))
        self.opened.emit(unlocked.desk, unlocked.notices)

    def close(self) -> None:
        """Let go of a record that was made and whose printed key nobody has shown to have kept."""
        screen, self._set_up = self._set_up, None
        if screen is not None and screen.desk is not None:
            screen.desk.close()

    def _on_done(self, desk: object) -> None:
        self._set_up = None
        self.opened.emit(desk, ())
