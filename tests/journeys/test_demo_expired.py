"""The demonstration plays another decision too, and goes on when its content is out of date."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from pypdf import PdfReader

from sdm_aid.application.visit_file import from_json

PLAY = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from sdm_aid.ui.demo.run import DemoRequest, run_demo
late = datetime(2031, 1, 10, 12, tzinfo=UTC)
run_demo(DemoRequest(Path(sys.argv[1]), "cancer-pain", screens=True), lambda: late)
"""


def test_the_demo_takes_on_content_past_its_last_day_and_the_papers_say_so(tmp_path: Path) -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    env = {name: value for name, value in os.environ.items() if name not in hidden}
    env["SDM_AID_HOME"] = str(tmp_path / "home")
    run = subprocess.run(
        [sys.executable, "-c", PLAY, str(tmp_path)],
        env=env,
        capture_output=True,
        text=True,
        check=False,
        timeout=110,
    )
    assert run.returncode == 0, run.stderr
    state = from_json((tmp_path / "visit.json").read_bytes()).state
    assert state.content.id == "cancer-pain"
    assert state.seal is not None
    assert len(PdfReader(tmp_path / "plan.pdf").pages) <= 4
    used = state.expired_use
    assert used is not None
    assert used.name == "Demonstration"
    assert (tmp_path / "00-out-of-date.png").exists()
    for name in ("plan.pdf", "handout.pdf"):
        for page in PdfReader(tmp_path / name).pages:
            said = page.extract_text()
            assert "OUT OF DATE" in said
            assert "MADE-UP PATIENT" in said
