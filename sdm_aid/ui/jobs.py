"""Runs work off the GUI thread and brings the result back to it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

T = TypeVar("T")


class _Task(QRunnable):
    """One piece of work on a thread of the pool."""

    def __init__(self, work: Callable[[Callable[[str], None]], Any], relay: _Relay) -> None:
        super().__init__()
        self._work = work
        self._relay = relay

    def run(self) -> None:
        try:
            result = self._work(self._relay.progressed.emit)
        except Exception as problem:  # noqa: BLE001  (handed to `failed` on the GUI thread)
            self._relay.broken.emit(problem)
        else:
            self._relay.finished.emit(result)


class _Relay(QObject):
    """Lives on the GUI thread; its queued signals carry the outcome over."""

    finished = Signal(object)
    broken = Signal(object)
    progressed = Signal(str)
    ended = Signal()

    def __init__(
        self,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        progress: Callable[[str], None] | None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._done, self._failed, self._progress = done, failed, progress
        queued = Qt.ConnectionType.QueuedConnection
        self.finished.connect(self._on_finished, queued)
        self.broken.connect(self._on_broken, queued)
        self.progressed.connect(self._on_progressed, queued)

    @Slot(object)
    def _on_finished(self, result: object) -> None:
        self.ended.emit()
        self._done(result)

    @Slot(object)
    def _on_broken(self, problem: Exception) -> None:
        self.ended.emit()
        self._failed(problem)

    @Slot(str)
    def _on_progressed(self, sentence: str) -> None:
        if self._progress is not None:
            self._progress(sentence)


class PoolJobs(QObject):
    """Jobs on a thread pool of its own; satisfies ``application.ports.Jobs``.

    ``busy_changed(bool)`` tells when the first job begins and the last one ends.
    """

    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        # a Python thread computes one at a time anyway; two let a short job pass a long one
        self._pool.setMaxThreadCount(2)
        self._running: dict[_Relay, _Task] = {}

    @property
    def busy(self) -> bool:
        """True while a job has not come back."""
        return bool(self._running)

    def run(
        self,
        work: Callable[[Callable[[str], None]], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        progress: Callable[[str], None] | None = None,
    ) -> None:
        """See :class:`sdm_aid.application.ports.Jobs`."""
        relay = _Relay(done, failed, progress, self)
        relay.ended.connect(partial(self._forget, relay))
        task = _Task(work, relay)
        task.setAutoDelete(False)
        self._running[relay] = task
        if len(self._running) == 1:
            self.busy_changed.emit(True)
        self._pool.start(task)

    def finish(self) -> None:
        """Wait until no thread works any more; results not yet delivered are dropped."""
        self._pool.waitForDone()
        for relay in tuple(self._running):
            relay.blockSignals(True)
        self._running.clear()

    def _forget(self, relay: _Relay) -> None:
        if self._running.pop(relay, None) is not None:
            relay.deleteLater()
            if not self._running:
                self.busy_changed.emit(False)


class InlineJobs:
    """Does the work at once on the calling thread: for tests and for the demo without a pool."""

    def run(
        self,
        work: Callable[[Callable[[str], None]], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        progress: Callable[[str], None] | None = None,
    ) -> None:
        """See :class:`sdm_aid.application.ports.Jobs`."""
        try:
            result = work(progress or _silent)
        except Exception as problem:  # noqa: BLE001  (the same contract as the pool)
            failed(problem)
        else:
            done(result)


def _silent(sentence: str) -> None:
    """Progress that nobody listens to."""
