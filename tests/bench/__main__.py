"""``python3 dev.py bench``: prints the ratios; ends with 1 when one is over its limit."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib import import_module

from tests.bench.measure import Row, Told

PARTS = ("startup", "content", "pages", "export", "paper", "memory", "record")


def rows(part: str) -> Iterable[Row | Told]:
    """What a part measured; its module holds a function of the same name."""
    measured: Iterable[Row | Told] = getattr(import_module(f"tests.bench.{part}"), part)()
    return measured


def main(names: list[str]) -> int:
    """Run the named parts, or all."""
    over = 0
    for name in names or PARTS:
        if name not in PARTS:
            sys.stderr.write(f"bench: there is no part {name}; choose from {', '.join(PARTS)}\n")
            return 2
        for row in rows(name):
            over += not row.met
            sys.stdout.write(row.line + "\n")
            sys.stdout.flush()
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
