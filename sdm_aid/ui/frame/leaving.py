"""Closing a visit: nothing goes without being said, whether it lies in the record or in a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.frame.leave_panel import LeavePanel

if TYPE_CHECKING:
    from sdm_aid.ui.frame.saver import VisitSaver
    from sdm_aid.ui.pages.base import VisitContext
    from sdm_aid.ui.record_saver import RecordSaver


class Leaving(QObject):
    """Asks before what is not kept is let go. ``left`` when the visit may be closed."""

    left = Signal()
    screen_asked = Signal(str)

    def __init__(
        self,
        context: VisitContext,
        saver: VisitSaver,
        commit: Callable[[], None],
        body: QWidget,
    ) -> None:
        super().__init__(body)
        self.record: RecordSaver | None = context.record
        self.panel = LeavePanel(body, in_record=self.record is not None)
        self.anyway = False
        self._context, self._saver, self._commit, self._body = context, saver, commit, body
        self.panel.chosen.connect(self._on_chosen)

    @property
    def status(self) -> str:
        """What the footer says of how the visit is kept."""
        return (self.record or self._saver).status

    def ready(self) -> bool:
        """True when nothing would be lost; otherwise asks, and the visit stays."""
        self._commit()
        if self.record is not None:
            safe = self.record.all_kept
        else:
            # the sealed plan holds the whole visit
            safe = self._saver.all_kept or self._context.bridge.state.seal is not None
        if self.anyway or safe:
            return True
        self.panel.bring()
        return False

    def leave(self) -> None:
        """Close the visit, or ask."""
        if self.ready():
            self.left.emit()

    def ask_where_to_save(self) -> None:
        """Ask for a file and keep the visit there from now on."""
        self._commit()
        name = f"visit-{self._context.bridge.state.started:%Y-%m-%d}.json"
        start = str(self._saver.path or Path.home() / name)
        path, _kind = QFileDialog.getSaveFileName(
            self._body, _("Save this visit; the file is not encrypted"), start, _("Visits (*.json)")
        )
        if path:
            self._saver.save_to(Path(path))
            self.panel.put_away()

    def _on_chosen(self, choice: str) -> None:
        if choice == "save":
            self.screen_asked.emit("save")
        elif choice == "again":
            self.panel.put_away()
            if self.record is not None:
                self.record.save()
            if self.record is None or self.record.may_leave:
                self.leave()
        else:
            self.anyway = True
            self.left.emit()
