"""What stands twice in a list where each may stand once: the last would win without a word."""

from __future__ import annotations

from collections.abc import Iterable


def twice(names: Iterable[str]) -> str | None:
    """The first name that comes a second time; None where each stands once."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            return name
        seen.add(name)
    return None
