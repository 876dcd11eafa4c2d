"""Runs work off the GUI thread and brings the result back to it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import count
from typing import Any, Literal, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, Slot
from shiboken6 import isValid

T = TypeVar("T")
Work = Callable[[Callable[[str], None]], Any]
Kind = Literal["done", "failed", "progress"]


class _Asker(NamedTuple):
    """Who wants to hear what became of one job."""

    done: Callable[[Any], None]
    failed: Callable[[Exception], None]
    progress: Callable[[str], None] | None


class PoolJobs(QObject):
    """Jobs on a thread pool of its own; satisfies ``application.ports.Jobs``.

    Whoever asked may be gone by then (a screen that was left): what it would hear is dropped.
    ``busy_changed(bool)`` tells when the first job begins and the last one ends. Call
    :meth:`finish` before it is let go.
    """

    busy_changed = Signal(bool)
    # one signal that lives as long as the pool: a worker never emits on an object that may be gone
    _news = Signal(int, str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        # a Python thread computes one at a time anyway; two let a short job pass a long one
        self._pool.setMaxThreadCount(2)
        self._numbers = count(1)
        self._askers: dict[int, _Asker] = {}
        self._news.connect(self._on_news, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """True while a job has not come back."""
        return bool(self._askers)

    def run(
        self,
        work: Callable[[Callable[[str], None]], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        progress: Callable[[str], None] | None = None,
    ) -> None:
        """See :class:`sdm_aid.application.ports.Jobs`."""
        number = next(self._numbers)
        self._askers[number] = _Asker(done, failed, progress)
        if len(self._askers) == 1:
            self.busy_changed.emit(True)
        self._pool.start(partial(self._work, number, work))

    def finish(self) -> None:
        """Wait until no thread works any more; results not yet delivered are dropped."""
        self._pool.waitForDone()
        self._askers.clear()

    def _work(self, number: int, work: Work) -> None:
        """On a thread of the pool."""
        try:
            result = work(partial(self._tell, number, "progress"))
        except Exception as problem:  # noqa: BLE001  (handed to `failed` on the GUI thread)
            self._tell(number, "failed", problem)
        else:
            self._tell(number, "done", result)

    def _tell(self, number: int, kind: Kind, news: object) -> None:
        self._news.emit(number, kind, news)

    @Slot(int, str, object)
    def _on_news(self, number: int, kind: str, news: Any) -> None:
        asker = self._askers.get(number)
        if asker is None:
            return
        if kind == "progress":
            if asker.progress is not None:
                _say(asker.progress, news)
            return
        del self._askers[number]
        if not self._askers:
            self.busy_changed.emit(False)
        _say(asker.done if kind == "done" else asker.failed, news)


def _say(hear: Callable[[Any], None], news: Any) -> None:
    """Hand over the news, unless ``hear`` belongs to an object whose C++ half Qt has deleted."""
    method: Any = hear
    while isinstance(method, partial):
        method = method.func
    if isValid(getattr(method, "__self__", None)):
        hear(news)


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
