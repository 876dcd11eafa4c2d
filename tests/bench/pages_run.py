"""One visit walked through on a real window; writes each change's GUI-thread work as JSON."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from sdm_aid.app import now
from sdm_aid.application.session import Session
from sdm_aid.application.settings import Settings, save_settings
from sdm_aid.application.start_visit import OpenedVisit
from sdm_aid.domain.library import DecisionContent
from sdm_aid.domain.pairing import picture
from sdm_aid.domain.steps import STEPS
from sdm_aid.paths import resources_dir
from sdm_aid.ui.appearance import Appearance
from sdm_aid.ui.frame.visit import VisitFrame
from sdm_aid.ui.jobs import PoolJobs
from sdm_aid.ui.main_window import MainWindow
from sdm_aid.ui.pages.compare import ComparePage
from tests.full_visit import a_session, the_content

ROUNDS = 15
WARMING = 2
PEOPLE = 100
PAUSE_MS = 30


def work_ms(change: Callable[[], object]) -> float:
    """CPU time of this thread for a change and all that follows from it, after the paint too.

    CPU time and not wall time: waiting for a busy machine is no work. A pause lets timers come due.
    """
    begun = time.thread_time_ns()
    change()
    QApplication.processEvents()
    _pause()
    QApplication.processEvents()
    return (time.thread_time_ns() - begun) / 1e6


def _pause() -> None:
    """Let timers come due, idle in the event loop."""
    loop = QEventLoop()
    timer = QTimer(loop)  # not QTimer.singleShot: see sdm_aid.ui.first_paint
    timer.setSingleShot(True)
    timer.timeout.connect(loop.quit)
    timer.start(PAUSE_MS)
    loop.exec()


def two_arrays(content: DecisionContent) -> tuple[str, str]:
    """Row and letter of a closer look with two arrays of 100 people each."""
    for row in content.decision.rows:
        for option in content.decision.options[1:]:
            pair = picture(content, row.id, "A", option.letter)
            halves = (pair.left, pair.right)
            if pair.denominator == PEOPLE and all(h.counts and not h.hidden_first for h in halves):
                return row.id, option.letter
    raise LookupError("no row of the decision has two arrays of 100 people")


def open_window(home: Path, session: Session) -> tuple[MainWindow, VisitFrame]:
    """The program's own window, as large as on a small clinic PC, with the visit open in it."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    save_settings(home, Settings(theme="light"))
    window = MainWindow(Appearance(app, home), PoolJobs(), now, home, resources_dir())
    window.resize(1366, 768)
    window.show()
    QApplication.processEvents()
    window.show_visit(OpenedVisit(session, the_content()))
    QApplication.processEvents()
    assert window.visit is not None
    return window, window.visit


def walk(
    visit: VisitFrame, *, warming: int = WARMING, rounds: int = ROUNDS
) -> dict[str, list[float]]:
    """Each step in turn, and the picture view from the table; the first rounds only warm up."""
    found: dict[str, list[float]] = {}
    row, letter = two_arrays(visit.context.content)
    for number in range(warming + rounds):
        for step in STEPS:
            spent: dict[str, float] = {step: work_ms(partial(visit.navigator.go, step))}
            if step == "compare":
                page = visit.navigator.page
                assert isinstance(page, ComparePage)
                spent["picture"] = work_ms(partial(page.open_cell, row, letter, "picture"))
            if number >= warming:
                for what, ms in spent.items():
                    found.setdefault(what, []).append(ms)
    return found


def main() -> int:
    """Walk and report."""
    app = QApplication(["bench"])
    with tempfile.TemporaryDirectory() as home:
        window, visit = open_window(Path(home), a_session())
        sys.stdout.write(json.dumps(walk(visit)))
        window.hide()
        app.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main())
