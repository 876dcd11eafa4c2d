"""The window over the content folder named; ends as soon as its home screen can be used."""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from sdm_aid.ui.appearance import Appearance
from sdm_aid.ui.jobs import PoolJobs
from sdm_aid.ui.main_window import MainWindow


def _now() -> datetime:
    return datetime.now().astimezone()


def _leave() -> None:
    os._exit(0)


def main(resources: Path) -> None:
    """Open the home screen and leave the process on the spot."""
    app = QApplication(["sdm-aid"])
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        window = MainWindow(Appearance(app, home), PoolJobs(), _now, home, resources)
        window.resize(1366, 768)
        window.home.ready.connect(_leave)
        window.show()
        app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
