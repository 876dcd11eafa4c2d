"""Exports measured from inside one process; writes what it found as JSON.

``time``: medians of plan and seal, ours and bare, taken in turn. ``block``: the longest time that
the GUI thread could do nothing while the engines were loaded as a job, during the first export and
during later ones.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QApplication

from sdm_aid.app import import_all
from sdm_aid.application.ports import Progress
from sdm_aid.application.session import Session
from sdm_aid.ui.jobs import PoolJobs
from tests.full_visit import SIGNED, a_session, the_content

ROUNDS = 15
PASSPHRASE = "made-up clinic, made-up seal"


def timed() -> dict[str, float]:
    """Plan built and sealed, against the same words and figures by bare libraries, in ms."""
    from sdm_aid.application.clinic_key import make_key
    from sdm_aid.application.export_plan import PROGRAM, plan_bytes
    from sdm_aid.documents.paper import PaperInput
    from sdm_aid.documents.plan import build_plan
    from sdm_aid.documents.seal.seal import seal
    from tests.bench import bare_plan
    from tests.bench.measure import alternating, calls_ms

    visit, content = a_session(), the_content()
    document = build_plan(PaperInput(content, visit.state, SIGNED, PROGRAM))
    with tempfile.TemporaryDirectory() as home:
        key = make_key(Path(home), "Riverside Pain Clinic", PASSPHRASE, SIGNED)

    def ours() -> bytes:
        plan = plan_bytes(content, visit.state, visit.journal, SIGNED)
        return seal(plan, key, SIGNED, "Plan agreed and sealed by the clinic")

    def bare() -> bytes:
        return bare_plan.sign(bare_plan.write(document), key)

    one, other = alternating(lambda: calls_ms(ours, 1)[0], lambda: calls_ms(bare, 1)[0], ROUNDS)
    return {"ours": one, "bare": other}


def longest_blocks() -> dict[str, float]:
    """Longest time in ms between two beats of the GUI thread while a job ran beside it."""
    from sdm_aid.ui.pages.sign.seal_job import load_engines

    app = QApplication.instance() or QApplication(["bench"])
    visit = a_session()
    import_all()  # what the program has done long before anybody can export
    jobs = Beside(app)
    with tempfile.TemporaryDirectory() as home:
        work = partial(seal_visit, visit, Path(home))
        return {
            "load": jobs.longest_block(load_engines),
            "first": jobs.longest_block(partial(work, "first")),
            "warm": max(jobs.longest_block(partial(work, f"warm{n}")) for n in range(3)),
        }


class Beside:
    """Runs a job on the program's own pool and feels the pulse of the GUI thread meanwhile."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._jobs = PoolJobs(app)
        self._beats: list[float] = []
        self._problem: Exception | None = None
        self._heart = QTimer(app)
        self._heart.setTimerType(Qt.TimerType.PreciseTimer)
        self._heart.timeout.connect(self._beat)

    def longest_block(self, work: Callable[[Progress], object]) -> float:
        """The longest time between two beats, in ms; raises what the job raised."""
        self._beats = [time.perf_counter()]
        self._heart.start(1)
        self._jobs.run(work, done=self._done, failed=self._failed)
        self._app.exec()
        self._heart.stop()
        if self._problem is not None:
            raise self._problem
        return 1000 * max(after - before for before, after in pairwise(self._beats))

    def _beat(self) -> None:
        self._beats.append(time.perf_counter())

    def _done(self, _result: object) -> None:
        self._beat()
        self._app.exit()  # not quit: an open visit would refuse to be closed

    def _failed(self, problem: Exception) -> None:
        self._problem = problem
        self._app.exit()  # not quit: an open visit would refuse to be closed


def seal_visit(visit: Session, home: Path, name: str, progress: Progress) -> object:
    """What the button "Seal and save" does; the clinic's seal is made the first time."""
    from sdm_aid.ui.pages.sign.seal_job import SealOrder, seal_and_save

    folder = home / name
    folder.mkdir()
    clinic = "Riverside Pain Clinic" if name == "first" else ""
    order = SealOrder(
        the_content(), visit.state, visit.journal, SIGNED, folder, home, PASSPHRASE, clinic
    )
    return seal_and_save(order, progress)


if __name__ == "__main__":
    sys.stdout.write(json.dumps({"time": timed, "block": longest_blocks}[sys.argv[1]]()))
