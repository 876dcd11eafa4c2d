"""Keeps a visit in the clinic's record while it goes on, and says how that stands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from sdm_aid.i18n import _

if TYPE_CHECKING:
    from sdm_aid.application.record.desk import Desk
    from sdm_aid.application.record.kept_visits import KeptVisit
    from sdm_aid.application.session import Session
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.domain.journal import Entry

PATIENCE = 3.0
"""Seconds that closing a visit waits for the record."""


class RecordSaver(QObject):
    """Does for the record what ``VisitSaver`` does for a file.

    ``changed`` when :attr:`status` reads differently, ``failed(str)`` with a sentence,
    ``conflict(object)`` with the trouble that names who changed the visit meanwhile,
    ``refiled(object)`` with the details of the patient it was filed under in another room;
    ``differs(object)`` with those of the record, which the visit says otherwise.
    """

    changed = Signal()
    failed = Signal(str)
    conflict = Signal(object)
    refiled = Signal(object)
    differs = Signal(object)
    _news = Signal(str, object)

    def __init__(
        self, desk: Desk, kept: KeptVisit, session: Session, title: str, parent: QObject | None
    ) -> None:
        super().__init__(parent)
        from sdm_aid.application.record.keeper import VisitKeeper

        self.desk, self.visit = desk, kept.row.id
        self.path: Path | None = None
        self._session = session
        self._saved_at = session.now().strftime("%H:%M")
        self._papers: tuple[tuple[str, str, bytes], ...] = ()
        self._said = ""
        self._waited = False
        self._frame: QWidget | None = None
        # the keeper tells on its own thread; a queued signal brings it here
        self._news.connect(self._on_news, Qt.ConnectionType.QueuedConnection)
        here = kept.patient.id
        self.keeper = VisitKeeper(
            desk.record, self.visit, title, kept.kept, kept.details, self._news.emit, here
        )
        session.keep = self._keep
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    @property
    def all_kept(self) -> bool:
        """True when everything said is in the record."""
        self._waited = not self.keeper.flush(PATIENCE if self.keeper.trouble is None else 0.2)
        return not self.keeper.pending

    @property
    def may_leave(self) -> bool:
        """Whether leaving can be tried: not while somebody has to choose between two versions."""
        from sdm_aid.records.trouble import Conflict

        return not isinstance(self.keeper.trouble, Conflict)

    @property
    def status(self) -> str:
        """ "Saved 10:42", or why not."""
        if self.keeper.trouble is not None:
            return _("Not saved since {time}").format(time=self._saved_at)
        return _("Saved {time}").format(time=self._saved_at)

    def keeps(self, session: Session) -> bool:
        """Whether it is this session's visit that is kept here."""
        return self._session is session

    def attach(self, papers: tuple[tuple[str, str, bytes], ...]) -> None:
        """These papers go into the record together with the sealing that is said next."""
        self._papers = papers

    def watch(self, frame: QWidget) -> None:
        """Note where in this frame the focus is, so that the visit goes on there."""
        self._frame = frame

    def save(self) -> None:
        """Nothing to ask for: it is done as it is said; where it failed it is tried again."""
        from sdm_aid.records.trouble import Conflict

        if isinstance(self.keeper.trouble, Conflict):
            self.conflict.emit(self.keeper.trouble)  # first a version has to be chosen
        else:
            self.keeper.retry()
            self.keeper.flush(PATIENCE)  # whoever asked waits for the answer

    def release(self) -> bool:
        """The visit is closed: False where something could not be written."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.disconnect(self._on_focus)
        self._frame = None
        self._session.keep = None
        # whoever lets go of what a hanging server does not take has waited for it already
        return self.keeper.close(0.5 if self._waited else 5.0)

    def _keep(self, entry: Entry, after: Consultation) -> None:
        from sdm_aid.records.papers import NewPaper

        papers, self._papers = self._papers, ()
        self.keeper.keep(entry, after, tuple(NewPaper(*paper) for paper in papers))

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        frame = self._frame
        if frame is None or now is None or not now.objectName() or not frame.isAncestorOf(now):
            return
        if self._session.state.seal is None and now.objectName() != self._said:
            self._said = now.objectName()
            self.keeper.put_place(self._said)

    @Slot(str, object)
    def _on_news(self, kind: str, news: object) -> None:
        if kind == "kept":
            self._saved_at = self._session.now().strftime("%H:%M")
        elif kind == "conflict":
            self.conflict.emit(news)
        elif kind == "refiled":
            self.refiled.emit(news)
        elif kind == "differs":
            self.differs.emit(news)
        elif isinstance(news, Exception):
            from sdm_aid.wording.record import trouble_sentence

            self.failed.emit(
                trouble_sentence(news)
                or _("The record does not take this because of a fault in the program.")
            )
        self.changed.emit()
