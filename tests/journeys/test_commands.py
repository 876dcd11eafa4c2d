"""The commands as a newcomer runs them: the demo visit, the check of its plan, and bad input."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from pypdf import PdfReader

from sdm_aid.application.visit_file import from_json
from sdm_aid.domain.steps import STEPS

PAPERS = ("plan.pdf", "handout.pdf", "visit.json", "clinic.pem")


def sdm_aid(*words: str, home: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the program as its users do, without a display."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    env = {name: value for name, value in os.environ.items() if name not in hidden}
    env.update(SDM_AID_HOME=str(home), **more)
    return subprocess.run(
        [sys.executable, "-m", "sdm_aid", *words],
        env=env,
        capture_output=True,
        text=True,
        check=False,
        timeout=110,
    )


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo visit with its pictures, played once."""
    out = tmp_path_factory.mktemp("demo with a space")
    run = sdm_aid("demo", "--out", str(out), "--screens", home=out / "home")
    assert run.returncode == 0, run.stderr
    assert all(str(out / name) in run.stdout for name in PAPERS)
    return out


def verify(demo: Path, file: Path, *words: str) -> subprocess.CompletedProcess[str]:
    trust = ("--trust", str(demo / "clinic.pem"))
    return sdm_aid("verify", str(file), *trust, *words, home=demo / "nobody")


def test_demo_leaves_the_papers_and_a_picture_of_every_step(demo: Path) -> None:
    for name in PAPERS:
        assert (demo / name).stat().st_size > 500, name
    for number, step in enumerate(STEPS, start=1):
        assert (demo / f"{number:02d}-{step}.png").read_bytes().startswith(b"\x89PNG")
    assert (demo / "04-compare-picture.png").exists()
    assert (demo / "04-compare-harms.png").exists()
    assert not list(demo.glob(".sdm-aid-*")), "nothing half-made is left"


def test_demo_visit_file_reads_back_and_is_marked_made_up(demo: Path) -> None:
    visit = from_json((demo / "visit.json").read_bytes())
    assert visit.state.made_up
    assert visit.state.seal is not None
    assert visit.state.outcome is not None
    assert {signature.party for signature in visit.state.signatures} == {"patient", "clinician"}


def test_plan_carries_the_visit_and_says_that_it_is_made_up(demo: Path) -> None:
    reader = PdfReader(demo / "plan.pdf")
    (attached,) = reader.attachments["visit.json"]
    assert from_json(attached).state.patient.name == "Sam Example"
    for page in reader.pages:
        words = page.extract_text()
        assert "Sam Example" in words
        assert "MADE-UP PATIENT" in words
        assert "not yet reviewed by a clinician" in words


def test_untouched_plan_is_intact(demo: Path) -> None:
    run = verify(demo, demo / "plan.pdf")
    assert (run.returncode, run.stderr) == (0, "")
    assert "Intact" in run.stdout


def test_plan_of_an_unknown_clinic_is_called_unverified(demo: Path) -> None:
    run = sdm_aid("verify", str(demo / "plan.pdf"), home=demo / "nobody")
    assert run.returncode == 3
    assert "Unverified" in run.stdout
    assert "Intact" not in run.stdout


def test_one_changed_byte_is_seen(demo: Path, tmp_path: Path) -> None:
    data = bytearray((demo / "plan.pdf").read_bytes())
    data[len(data) // 3] ^= 1
    changed = tmp_path / "changed.pdf"
    changed.write_bytes(data)
    run = verify(demo, changed, "--json")
    assert run.returncode == 1
    assert json.loads(run.stdout)["status"] == "changed"


def test_handout_is_not_a_sealed_plan(demo: Path) -> None:
    assert verify(demo, demo / "handout.pdf").returncode == 2


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"\x00" * 4000, b"just words"])
def test_what_is_no_pdf_gets_one_sentence(demo: Path, tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "odd.pdf"
    file.write_bytes(data)
    run = verify(demo, file)
    assert run.returncode == 2
    assert "Not one of our plans" in run.stdout
    assert run.stderr == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("verify", "no-such.pdf"), "no-such.pdf"),
        (("verify", "."), "."),
        (("verify", os.devnull), os.devnull),
        (("verify", "plan.pdf", "--trust", "no-such.pem"), "plan.pdf"),
        (("content", "check", "no-such-folder"), "no-such-folder"),
        (("demo", "--out", "x", "--decision", "no-such"), "no decision no-such"),
        (("demo", "--out", "x", "--language", "xx"), "xx"),
        (("demo", "--out", "x", "--size", "huge"), "--size"),
        (("demo", "--out", "/proc/nowhere"), "/proc/nowhere"),
        ((), "sdm-aid demo"),
    ],
)
def test_bad_input_gives_one_sentence_and_no_traceback(
    words: Sequence[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    run = sdm_aid(*words, home=tmp_path / "home")
    assert run.returncode == 2
    (line,) = [line for line in run.stderr.splitlines() if "propagateSizeHints" not in line]
    assert line.startswith("sdm-aid: ")
    assert said in line


def test_version() -> None:
    run = sdm_aid("--version", home=Path("nowhere"))
    assert run.returncode == 0
    assert run.stdout.startswith("sdm-aid ")


@pytest.mark.parametrize("words", [("list",), ("list", "--json"), ("schema",)])
def test_content_commands(words: Sequence[str], tmp_path: Path) -> None:
    run = sdm_aid("content", *words, home=tmp_path)
    assert run.returncode == 0, run.stdout
    assert run.stdout.strip()
    if "--json" in words or "schema" in words:
        json.loads(run.stdout)
