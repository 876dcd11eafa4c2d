"""Composition root: makes the window out of its parts and runs it."""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sdm_aid.ui.main_window import MainWindow

NO_DISPLAY = 2
EXIT_VARIABLE = "SDM_AID_EXIT_AFTER_PAINT"
WARM = ("pydantic", "sdm_aid.domain.consultation", "sdm_aid.content.load")
"""Imported on a thread of its own after the first paint, so that opening a decision is quick."""


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """True where a window can be opened; only Linux can lack a screen in this way."""
    if not platform.startswith("linux") or environment.get("QT_QPA_PLATFORM"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def run(argv: list[str]) -> int:
    """Open the window and stay until it is closed; returns the exit code.

    Without a display: code 2 and one sentence.
    """
    if not has_display(os.environ, sys.platform):
        sys.stderr.write(
            "sdm-aid: there is no display to open a window on. "
            "Run it on a desktop, or use: sdm-aid demo --out DIR\n"
        )
        return NO_DISPLAY
    from sdm_aid.offline import forbid_network

    forbid_network()
    gc.disable()  # until the first paint: what is made for it stays, there is nothing to collect
    from PySide6.QtWidgets import QApplication

    from sdm_aid.paths import resources_dir, user_data_dir
    from sdm_aid.ui.appearance import Appearance
    from sdm_aid.ui.jobs import PoolJobs
    from sdm_aid.ui.main_window import MainWindow

    app = QApplication([argv[0] if argv else "sdm-aid"])
    app.setApplicationName("sdm-aid")
    app.setApplicationDisplayName("SDM Aid")
    folder = user_data_dir()
    appearance = Appearance(app, folder, early=True)
    jobs = PoolJobs()
    window = MainWindow(appearance, jobs, now, folder, resources_dir())
    window.resize(1366, 768)
    _after_first_paint(window)
    window.show()
    code = app.exec()
    jobs.finish()
    return code


def now() -> datetime:
    """The aware time of now, in the clinic's own zone."""
    return datetime.now().astimezone()


def _after_first_paint(window: MainWindow) -> None:
    """Show what the program begins with; what waits for it: the warm-up, or a measured end."""
    from sdm_aid.ui.first_paint import FirstPaint

    leave = os.environ.get(EXIT_VARIABLE, "")
    if leave == "home":
        window.home.ready.connect(_leave)
        return
    window.records.door.start()
    first = FirstPaint(window, window)
    if leave in ("", "0"):
        first.painted.connect(window.appearance.complete)
        first.painted.connect(_warm_up)
    else:
        first.painted.connect(_leave)


def _leave() -> None:
    """End the process on the spot: what was to be measured is over."""
    sys.stdout.flush()
    os._exit(0)


def _warm_up() -> None:
    gc.enable()
    threading.Thread(target=import_all, name="warm-up", daemon=True).start()


def import_all() -> None:
    """Read, in small steps, the modules that a visit needs and the first paint does not."""
    from importlib import import_module

    for name in WARM:
        import_module(name)
    gc.freeze()  # modules stay for good: a collection need not look at them again
