"""Keeps a look again in the clinic's record, answer by answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from sdm_aid.i18n import _

if TYPE_CHECKING:
    from sdm_aid.application.record.follow_ups import KeptLook
    from sdm_aid.domain.follow_up import FollowUp
    from sdm_aid.records.record import Record


PATIENCE = 3.0
"""Seconds that leaving a look again waits for the record."""


class LookSaver(QObject):
    """``failed(str)`` with a sentence; ``kept`` when what was taken is in the record."""

    failed = Signal(str)
    kept = Signal()
    _news = Signal(str, object)

    def __init__(self, look: KeptLook, record: Record, parent: QObject | None = None) -> None:
        super().__init__(parent)
        from sdm_aid.application.record.follow_ups import FollowUpKeeper

        # the keeper tells on its own thread; a queued signal brings it here
        self._news.connect(self._on_news, Qt.ConnectionType.QueuedConnection)
        self.keeper = FollowUpKeeper(look, record, self._news.emit)

    def take(self, follow_up: FollowUp) -> None:
        """Keep it as it stands now; returns at once."""
        self.keeper.take(follow_up)

    @property
    def all_kept(self) -> bool:
        """True when every answer is in the record; waits a little for it."""
        return self.keeper.flush(PATIENCE if self.keeper.trouble is None else 0.2)

    def retry(self) -> None:
        """Try again what was not taken, and wait for the answer."""
        self.keeper.retry()
        self.keeper.flush(PATIENCE)

    def release(self) -> None:
        """The screen is left, also where something was not taken."""
        self.keeper.close(0.5)

    @Slot(str, object)
    def _on_news(self, kind: str, news: object) -> None:
        if kind == "kept":
            self.kept.emit()
        elif kind == "conflict":
            from sdm_aid.wording.record import trouble_sentence

            changed = trouble_sentence(news) if isinstance(news, Exception) else ""
            more = _("What is answered here is not kept any more: go back and open it again.")
            self.failed.emit(f"{changed} {more}")
        elif isinstance(news, Exception):
            from sdm_aid.wording.record import trouble_sentence

            self.failed.emit(
                trouble_sentence(news)
                or _("The record does not take this because of a fault in the program.")
            )
