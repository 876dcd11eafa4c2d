"""Measuring processes and calls: medians over alternating rounds, peak memory with children."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Row:
    """One line of the report: what, ours and theirs in ms (or MB), the ratio and its limit."""

    what: str
    ours: float
    reference: float
    limit: float
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        """Ours over the reference."""
        return self.ours / self.reference

    @property
    def met(self) -> bool:
        """Within the limit."""
        return self.ratio <= self.limit

    @property
    def line(self) -> str:
        """As it is printed; without a limit it is only told."""
        numbers = f"{self.ours:.{self._digits}f} / {self.reference:.{self._digits}f} {self.unit}"
        if self.limit == float("inf"):
            return f"told {self.what}: {numbers} = {self.ratio:.2f}"
        mark = "ok  " if self.met else "OVER"
        return f"{mark} {self.what}: {numbers} = {self.ratio:.2f} (limit {self.limit:g})"

    @property
    def _digits(self) -> int:
        return 1 if self.reference >= 1 else 3


@dataclass(frozen=True)
class Told:
    """A number that has no limit, only to be known."""

    what: str
    number: float
    unit: str
    met: bool = True

    @property
    def line(self) -> str:
        """As it is printed."""
        return f"told {self.what}: {self.number:.1f} {self.unit}"


def environment(**more: str) -> dict[str, str]:
    """The environment of a measured process: offscreen, no user settings, bytecode kept."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("QT_", "SDM_AID_", "PYTHON"))}
    return {**kept, "QT_QPA_PLATFORM": "offscreen", **more}


def run_ms(command: Sequence[str], env: dict[str, str]) -> float:
    """Wall time of a process from start to end, in ms."""
    begun = time.perf_counter()
    subprocess.run(command, env=env, cwd=ROOT, check=True, capture_output=True)
    return (time.perf_counter() - begun) * 1000


def alternating(
    one: Callable[[], float], other: Callable[[], float], rounds: int
) -> tuple[float, float]:
    """Medians of two measurements taken in turn, so that a busy moment hits both."""
    ones, others = [], []
    one()
    other()
    for _round in range(rounds):
        ones.append(one())
        others.append(other())
    return statistics.median(ones), statistics.median(others)


def calls_ms(work: Callable[[], object], rounds: int) -> list[float]:
    """Wall time of each call, in ms."""
    found = []
    for _round in range(rounds):
        begun = time.perf_counter()
        work()
        found.append((time.perf_counter() - begun) * 1000)
    return found


def _tree_kb(pid: int) -> int:
    total = 0
    for found in (pid, *_children(pid)):
        try:
            status = Path(f"/proc/{found}/status").read_text(encoding="ascii")
        except OSError:
            continue
        for line in status.splitlines():
            if line.startswith("VmRSS:"):
                total += int(line.split()[1])
    return total


def _children(pid: int) -> list[int]:
    try:
        text = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    except OSError:
        return []
    direct = [int(child) for child in text.split()]
    return direct + [grandchild for child in direct for grandchild in _children(child)]


def peak_mb(command: Sequence[str], env: dict[str, str]) -> float:
    """Highest resident memory of a process and its children while it runs, in MB (Linux)."""
    process = subprocess.Popen(
        command, env=env, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    peak = 0
    ended = threading.Event()

    def watch() -> None:
        nonlocal peak
        while not ended.wait(0.005):
            peak = max(peak, _tree_kb(process.pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    _pid, status, used = os.wait4(process.pid, 0)
    process.returncode = code = os.waitstatus_to_exitcode(status)
    ended.set()
    watcher.join()
    peak = max(peak, used.ru_maxrss)  # exact for the process itself, which may end between looks
    if code != 0:
        raise RuntimeError(f"{command} ended with {code}")
    return peak / 1024


def python(*words: str) -> list[str]:
    """A command line for this interpreter."""
    return [sys.executable, *words]
