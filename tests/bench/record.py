"""The clinic's record with 100,000 visits of about 20 KB: searching, appending, unlocking."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench.measure import ROOT, Row, Told, alternating, environment, python, run_ms

VISITS = 100_000
ROUNDS = 11
BLOCK_MS = 50.0
HELD_MS = 5.0
ANY = float("inf")


def record() -> Iterator[Row | Told]:
    """Every ratio of issue 4's section on speed, and what is only to be stated."""
    with tempfile.TemporaryDirectory(prefix="sdm-aid-bench-") as name:
        folder = Path(name)
        yield from _appending(folder)
        yield from _starting(folder)
        begun = time.perf_counter()
        _run("tests.bench.record_fill", str(folder), str(VISITS))
        size = (folder / "record" / "record.db").stat().st_size / 1e9
        yield Told(f"a record of {VISITS:,} visits, {size:.2f} GB, was made in",
                   time.perf_counter() - begun, "s")  # fmt: skip
        yield from _searching(folder)
        yield from _unlocking(folder)


def _appending(folder: Path) -> Iterator[Row | Told]:
    found = _measured("append", folder)
    ours, plain, bare = (_quiet(found[name]) for name in ("ours", "plain", "bare"))
    yield Row("an action kept, against a plain commit of the same rows", ours, plain, 3.0)
    yield Row("an action kept, against a bare insert of it alone", ours, bare, ANY)
    held = _measured("keep", folder)
    call = _part(held["call"], 0.95)
    yield Row("GUI thread held up by an action, 95th percentile", call, HELD_MS, 1.0)
    alone = _part(held["gap without"], 0.95)
    yield Row("longest step of a busy GUI thread while it is kept, against one without",
              _part(held["gap"], 0.95), alone, ANY)  # fmt: skip


def _starting(folder: Path) -> Iterator[Row | Told]:
    home = folder / "home"
    _run("tests.bench.record_run", "make_home", str(home))
    env = environment(SDM_AID_EXIT_AFTER_PAINT="1", SDM_AID_HOME=str(home))
    one, other = alternating(
        lambda: run_ms(python("-m", "sdm_aid"), env),
        lambda: run_ms(python("-m", "tests.bench.bare_window"), environment()),
        ROUNDS,
    )
    yield Row("start to the painted unlock screen", one, other, 1.5)
    found = _measured("unlock", folder)
    ours, bare = _quiet(found["ours"]), _quiet(found["argon2id"])
    yield Row("unlocking a small record, against bare Argon2id", ours, bare, 1.5)


def _searching(folder: Path) -> Iterator[Row | Told]:
    found = _measured("search", folder)
    ours, plain = (_part(found[name], 0.95) for name in ("ours", "plain"))
    yield Row("key press to painted hits, 95th percentile", ours, plain, 2.0)
    ours, plain = (_part(found[name], 0.5) for name in ("ours", "plain"))
    yield Row("key press to painted hits, median", ours, plain, 2.0)


def _unlocking(folder: Path) -> Iterator[Row | Told]:
    listed = _measured("memory", folder)
    what = f"{listed['patients']:,.0f} patients and {listed['visits']:,.0f} visits"
    yield Told(f"memory of the list of {what}", listed["mb"], "MB")
    yield Told("reading the list at unlock", listed["s"], "s")
    beside = _measured("load", folder)
    yield Told("unlocking in all", beside["s"], "s")
    yield Told("longest time between two beats of an idle window", beside["idle"], "ms")
    yield Row("GUI thread held up while unlocking, longest", beside["longest"], BLOCK_MS, 1.0)


def _measured(what: str, folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_run("tests.bench.record_run", what, str(folder)))
    return found


def _run(*words: str) -> str:
    done = subprocess.run(
        python("-m", *words), env=environment(), cwd=ROOT, capture_output=True, text=True
    )
    if done.returncode:
        sys.stderr.write(done.stderr)
        done.check_returncode()
    return done.stdout


def _quiet(times: list[float]) -> float:
    """The quartile least disturbed: on a busy machine both sides only wait for it."""
    return _part(times, 0.25)


def _part(times: list[float], share: float) -> float:
    return sorted(times)[int(share * (len(times) - 1))]
