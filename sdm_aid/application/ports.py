"""What the use cases and the window need from outside, as protocols."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")
Progress = Callable[[str], None]
"""Called by a job with a short sentence on what it does now; safe from any thread."""


class Jobs(Protocol):
    """Runs work off the GUI thread."""

    def run(
        self,
        work: Callable[[Progress], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        progress: Progress | None = None,
    ) -> None:
        """Run ``work`` on frozen inputs; ``done``, ``failed`` and ``progress`` are called on the
        GUI thread."""
        ...
