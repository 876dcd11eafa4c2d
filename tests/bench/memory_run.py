"""A whole visit on a real window, with ``export`` also sealed; run to have its memory measured."""

from __future__ import annotations

import sys
import tempfile
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from sdm_aid.app import import_all
from tests.bench.export_run import Beside, seal_visit
from tests.bench.pages_run import open_window, walk
from tests.full_visit import a_session


def main(*, export: bool) -> int:
    """Every step and the picture view; then the papers, as the sign page writes them."""
    app = QApplication(["bench"])
    import_all()
    visit = a_session()
    with tempfile.TemporaryDirectory() as home:
        window, frame = open_window(Path(home), visit)
        walk(frame, warming=0, rounds=1)
        if export:
            from sdm_aid.ui.pages.sign.seal_job import load_engines

            jobs = Beside(app)
            jobs.longest_block(load_engines)
            jobs.longest_block(partial(seal_visit, visit, Path(home), "first"))
        window.hide()
    return 0


if __name__ == "__main__":
    sys.exit(main(export="export" in sys.argv[1:]))
