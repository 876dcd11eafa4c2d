"""The first paint waits for nothing that it does not show; Qt itself is of a sound version."""

import os
import re
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QObject

from tests.architecture.source import ROOT

LATER = ("pydantic", "reportlab", "pyhanko", "babel", "cryptography", "sqlalchemy", "pypdfium2")


def test_heavy_libraries_come_after_the_first_paint(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "SDM_AID_EXIT_AFTER_PAINT": "1",
        "SDM_AID_HOME": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "sdm_aid"],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    read = set(re.findall(r"^import time:[^|]*\|[^|]*\|\s+(\S+)$", done.stderr, re.MULTILINE))
    assert {"PySide6.QtWidgets", "sdm_aid.app"} <= read
    assert not {name for name in read if name.split(".")[0] in LATER}


def test_qt_keeps_none_alive() -> None:
    """PySide6 6.12.0 takes one reference from None at each void call; Python < 3.12 then aborts."""
    thing = QObject()
    thing.setObjectName("warm")
    before = sys.getrefcount(None)
    for _ in range(200):
        thing.setObjectName("warm")
    assert sys.getrefcount(None) > before - 100
