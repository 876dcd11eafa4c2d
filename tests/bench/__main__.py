"""``python3 dev.py bench``: prints the ratios; ends with 1 when one is over its limit."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable

from tests.bench.measure import Row

Part = Callable[[], Iterable[Row]]


def parts() -> dict[str, Part]:
    """The measurements by name; imported on demand, so that one alone starts fast."""
    from tests.bench.export import export
    from tests.bench.memory import memory
    from tests.bench.pages import pages
    from tests.bench.startup import startup

    return {"startup": startup, "pages": pages, "export": export, "memory": memory}


def main(names: list[str]) -> int:
    """Run the named parts, or all."""
    known = parts()
    over = 0
    for name in names or list(known):
        if name not in known:
            sys.stderr.write(f"bench: there is no part {name}; choose from {', '.join(known)}\n")
            return 2
        for row in known[name]():
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
