"""Runs something in a process of its own and kills it (SIGKILL) at a moment that nobody chose."""

from __future__ import annotations

import multiprocessing
import sys
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, NamedTuple

_METHOD = "spawn" if sys.platform == "win32" else "forkserver"
_context: Any = multiprocessing.get_context(_METHOD)
if _METHOD == "forkserver":
    _context.set_forkserver_preload(["tests.faults.preloaded"])

READY = "ready"


class Killed(NamedTuple):
    """What the process told before it died; ``finished``: it was done before the blow."""

    told: list[Any]
    finished: bool
    trouble: str = ""


def killed(work: Callable[..., None], arguments: tuple[Any, ...], after: float) -> Killed:
    """Start ``work(connection, *arguments)`` and kill it ``after`` seconds from its ``READY``.

    A negative ``after`` counts from the start of the process instead.
    """
    here, there = _context.Pipe(duplex=False)
    process = _context.Process(target=_child, args=(there, work, arguments), daemon=True)
    process.start()
    there.close()
    told: list[Any] = []
    deadline = None if after >= 0 else time.monotonic() - after
    try:
        _listen(here, told, after, deadline)
    finally:
        finished = not process.is_alive()
        process.kill()
        process.join(30)
    _drain(here, told)
    here.close()
    trouble = [str(each[1]) for each in told if isinstance(each, tuple) and each[0] == "trouble"]
    return Killed(told, finished and process.exitcode == 0, "; ".join(trouble))


def _child(told: Connection, work: Callable[..., None], arguments: tuple[Any, ...]) -> None:
    try:
        work(told, *arguments)
    except Exception as problem:  # noqa: BLE001 - whatever it is, the parent has to hear of it
        told.send(("trouble", f"{type(problem).__name__}: {problem}"))


def _listen(here: Connection, told: list[Any], after: float, deadline: float | None) -> None:
    give_up = time.monotonic() + 60
    while True:
        now = time.monotonic()
        if (deadline is not None and now >= deadline) or now >= give_up:
            return
        if not here.poll(min(0.5, (deadline or give_up) - now)):
            continue
        try:
            message = here.recv()
        except (EOFError, OSError):
            return
        if message == READY:
            if deadline is None:
                deadline = time.monotonic() + after
        else:
            told.append(message)


def _drain(here: Connection, told: list[Any]) -> None:
    """What was on its way when the process died; the last message may be half there."""
    while True:
        try:
            if not here.poll(0):
                return
            message = here.recv()
        except (EOFError, OSError):
            return
        if message != READY:
            told.append(message)
