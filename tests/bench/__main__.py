"""``python3 dev.py bench``: prints the ratios; ends with 1 when one is over its limit."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib import import_module

from tests.bench.measure import Row

PARTS = ("startup", "content", "pages", "export", "memory")


def rows(part: str) -> Iterable[Row]:
    """What a part measured; its module holds a function of the same name."""
    measured: Iterable[Row] = getattr(import_module(f"tests.bench.{part}"), part)()
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
            mark = "ok  " if row.met else "OVER"
            sys.stdout.write(
                f"{mark} {row.what}: {row.ours:.1f} / {row.reference:.1f} {row.unit} "
                f"= {row.ratio:.2f} (limit {row.limit:g})\n"
            )
            sys.stdout.flush()
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
