"""The list of patients on a real window, and a real visit with its keeper, for measuring."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QScrollArea

from sdm_aid.domain import actions as a
from sdm_aid.ui.appearance import Appearance
from sdm_aid.ui.record.patients.card import PatientsCard

ACTIONS = 150


class Typing(QObject):
    """A card with the list over an index, in a window of its own; types and waits for the paint."""

    def __init__(self, index: Any) -> None:
        super().__init__()
        from tests.bench.record_run import clock

        app = QApplication.instance() or QApplication(["bench"])
        assert isinstance(app, QApplication)
        self._home = tempfile.TemporaryDirectory(prefix="sdm-aid-bench-")
        self.appearance = Appearance(app, Path(self._home.name))
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.card = PatientsCard(index, clock, may_write=True)
        self.area.setWidget(self.card)
        self.area.resize(1366, 768)
        self.area.show()
        self._painted = False
        for part in (self.card.list.viewport(), self.card.note):
            part.installEventFilter(self)
        QApplication.processEvents()

    def press(self, key: str) -> float:
        """Press a key; the time in ms until the hits it leads to were painted."""
        self._painted = False
        begun = time.perf_counter()
        stroke = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, key)
        QApplication.sendEvent(self.card.search, stroke)
        while not self._painted:
            QApplication.processEvents()
        QApplication.processEvents()
        spent = (time.perf_counter() - begun) * 1000
        self._idle()
        return spent

    def clear(self) -> None:
        """Begin anew."""
        self.card.search.clear()
        self._idle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Notice a paint of the list; of the note where there is no list."""
        if event.type() == QEvent.Type.Paint:
            listed = self.card.list.isVisible()
            self._painted |= (watched is self.card.note) is not listed
        return False

    def _idle(self) -> None:
        for _time in range(3):
            QApplication.processEvents()


def dispatched() -> dict[str, list[float]]:
    """How long an action holds the GUI thread up: its call, and the longest gap after it, in ms."""
    from sdm_aid.app import import_all
    from sdm_aid.application.record.keeper import VisitKeeper
    from tests.kept_clinic import KeptClinic

    app = QApplication.instance() or QApplication(["bench"])
    import_all()
    found: dict[str, list[float]] = {"call": [], "gap": [], "call without": [], "gap without": []}
    with tempfile.TemporaryDirectory(prefix="sdm-aid-bench-") as home:
        clinic = KeptClinic(Path(home))
        visit = clinic.visit(clinic.patient("Maria Rossi"))
        from sdm_aid.application.record.kept_visits import read_kept
        from sdm_aid.application.session import Session

        kept = read_kept(clinic.desk, visit)
        session = Session(kept.journal, clinic.clock, "Dr A. Okafor")
        keeper = VisitKeeper(
            clinic.desk.record, visit, "Knee", kept.kept, kept.details, lambda *_news: None
        )
        for number in range(ACTIONS):
            for name, keep in (("", keeper.keep), (" without", None)):
                session.keep = keep
                said = a.TextWritten(field="goal_words", words=f"walk {number} minutes{name}")
                if keep is None:
                    aside = Session(session.journal, clinic.clock, "Dr A. Okafor")
                    call, gap = _felt(aside, said)
                else:
                    call, gap = _felt(session, said)
                found[f"call{name}"].append(call)
                found[f"gap{name}"].append(gap)
        assert keeper.close()
        assert keeper.kept == ACTIONS, keeper.kept
        clinic.desk.close()
        app.processEvents()
    return found


def _felt(session: Any, said: a.Action) -> tuple[float, float]:
    """The call itself, and the longest step of a thread that only counts for 10 ms afterwards."""
    begun = last = time.perf_counter()
    session.dispatch(said)
    last = time.perf_counter()
    call, longest = (last - begun) * 1000, 0.0
    while last - begun < 0.010:
        QApplication.processEvents()
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    return call, longest * 1000
