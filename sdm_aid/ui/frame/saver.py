"""Keeps a visit in the file that was chosen for it; until then nothing is kept, and it says so."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sdm_aid.i18n import _

if TYPE_CHECKING:
    from sdm_aid.application.ports import Jobs
    from sdm_aid.application.session import Session


class VisitSaver(QObject):
    """Writes ``visit.json`` off the GUI thread, whole or not at all.

    ``changed`` when :attr:`status` reads differently, ``failed(str)`` with a sentence.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._path: Path | None = None
        self._saved_at = ""
        self._saved_entries = len(session.journal.entries)
        self._entries_on_way: list[int] = []
        self._again = False

    @property
    def path(self) -> Path | None:
        """The file chosen, if any."""
        return self._path

    @property
    def all_kept(self) -> bool:
        """True when nothing was said since the last writing."""
        return len(self._session.journal.entries) == self._saved_entries

    @property
    def status(self) -> str:
        """ "Saved 10:42", or that the visit is not saved."""
        if not self._saved_at:
            return _("Not saved to a file")
        return _("Saved {time}").format(time=self._saved_at)

    def resume_in(self, path: Path) -> None:
        """The visit came from this file: go on writing it there."""
        self._path = path
        self._saved_at = self._session.now().strftime("%H:%M")

    def take_over(self, other: VisitSaver) -> None:
        """The same visit in a new frame (another language): what was kept where still holds."""
        if other._session is self._session:
            self._path, self._saved_at = other._path, other._saved_at
            self._saved_entries = other._saved_entries

    def save_to(self, path: Path) -> None:
        """Choose the file and write it now."""
        self._path = path
        self.save()

    def save(self) -> None:
        """Write the file, if one was chosen and something is new."""
        if self._path is None:
            return
        if self._entries_on_way:
            # one writing at a time: two would share a temporary file
            self._again = True
            return
        from sdm_aid.application.visit_file import to_json
        from sdm_aid.application.whole_file import save

        journal, path = self._session.journal, self._path
        self._entries_on_way.append(len(journal.entries))

        def work(progress: object) -> None:
            from sdm_aid import __version__

            save(path, to_json(journal, __version__))

        self._jobs.run(work, done=self._on_saved, failed=self._on_failed)

    def _on_saved(self, _result: None) -> None:
        self._saved_entries = self._entries_on_way.pop(0)
        self._saved_at = self._session.now().strftime("%H:%M")
        self.changed.emit()
        if self._again:
            self._again = False
            self.save()

    def _on_failed(self, problem: Exception) -> None:
        self._entries_on_way.pop(0)
        self._again = False
        name = self._path.name if self._path else ""
        self._path = None if not self._saved_at else self._path
        self.failed.emit(
            _(
                "The visit could not be written to {name}. It is still here in the program. "
                "Choose another folder."
            ).format(name=name)
        )
