"""A window of its own process: begins a visit in the record, says so, and waits to be killed."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from sdm_aid.app import now
from sdm_aid.application.record.desk import unlock
from sdm_aid.application.record.whereabouts import record_place
from sdm_aid.domain import actions as a
from sdm_aid.paths import resources_dir
from sdm_aid.ui.appearance import Appearance
from sdm_aid.ui.jobs import InlineJobs
from sdm_aid.ui.main_window import MainWindow


def main(folder: Path, user: str, passphrase: str) -> None:
    """Go to the step You, put the cursor into a field, wait until all is acknowledged."""
    app = QApplication(["killed"])
    window = MainWindow(Appearance(app, folder), InlineJobs(), now, folder, resources_dir())
    window.show()
    window.records.take_desk(unlock(record_place(folder), user, passphrase, now).desk)
    window.home.chosen.emit("sciatica", "Leg pain")
    window.findChild(QWidget, "who-for-later").click()  # type: ignore[union-attr]
    visit = window.visit
    assert visit is not None
    visit.navigator.go("you")
    visit.bridge.dispatch(a.PainRated(which="average", score=6))
    field = visit.navigator.page.findChild(QWidget, "tried-new")
    assert field is not None
    field.setFocus()
    app.processEvents()
    record = visit.context.record
    assert record is not None
    assert record.keeper.flush(30)
    print(visit.bridge.state.visit_id, flush=True)  # noqa: T201  (the parent waits for it)
    sys.stdin.read()  # until the end comes


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
