"""Other PDF engines on the same plan: told, not judged; in an environment of their own."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator
from pathlib import Path

from tests.bench.measure import ROOT, Told, environment

HOME = ROOT / ".venv-bench"
LOCK = ROOT / "requirements-bench.txt"
RUN = Path(__file__).with_name("engine_run.py")
IN_ITS_OWN = ("weasyprint", "fpdf2", "typst")


def engines(steps: object, font: bytes) -> Iterator[Told]:
    """Time of the first and the best run of each engine, and the size of what it wrote."""
    problem = _set_up()
    with tempfile.TemporaryDirectory() as folder:
        story, face = Path(folder, "steps.json"), Path(folder, "Face.ttf")
        story.write_text(json.dumps(steps), encoding="utf-8")
        face.write_bytes(font)
        yield from _told("qt", sys.executable, (story, face, folder))
        for engine in IN_ITS_OWN:
            if problem:
                yield Told(f"{engine} was not measured ({problem})", 0.0, "ms")
                continue
            yield from _told(engine, str(_python()), (story, face, folder))


def _python() -> Path:
    return HOME / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def _set_up() -> str:
    """Make the environment if there is none; what went wrong, or nothing."""
    if _python().exists() and (HOME / "done").exists():
        return ""
    venv.create(HOME, clear=True, with_pip=True)
    install = ["-m", "pip", "install", "-q", "--require-hashes", "--only-binary", ":all:"]
    done = subprocess.run(
        [str(_python()), *install, "-r", str(LOCK)], check=False, capture_output=True, text=True
    )
    if done.returncode:
        return (done.stderr.strip().splitlines() or ["pip failed"])[-1]
    (HOME / "done").touch()
    return ""


def _told(engine: str, python: str, arguments: tuple[object, ...]) -> Iterator[Told]:
    command = [python, str(RUN), engine, *map(str, arguments)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=environment())
    if done.returncode:
        why = (done.stderr.strip().splitlines() or ["no word"])[-1]
        yield Told(f"{engine} did not write the plan ({why})", 0.0, "ms")
        return
    found: dict[str, float] = json.loads(done.stdout)
    yield Told(f"{engine}: the same words, first time", found["first"], "ms")
    # typst keeps what it has laid out before, so its later runs are no measure of its work
    yield Told(f"{engine}: the same words, warm ({found['kb']:.0f} KB)", found["warm"], "ms")
