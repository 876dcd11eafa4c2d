"""``python3 dev.py faults``: what happens in clinics, done to real records; 1 on a loss."""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.faults import damage, other_kills, script, single, space, stolen, visit_kills

Part = Callable[[Path, random.Random, argparse.Namespace], Iterable[str]]


def _kills(folder: Path, chance: random.Random, asked: argparse.Namespace) -> Iterable[str]:
    tally = visit_kills.campaign(folder / "record", asked.kills, chance)
    yield (
        f"{tally.kills} kills in {tally.visits} visits: {tally.acknowledged} entries acknowledged, "
        f"all found; {tally.beyond} more were saved before they could be acknowledged; "
        f"{tally.early} kills before a first one; {tally.papers} papers read back"
    )
    found = stolen.readable(folder, script.SECRETS)
    assert not found, found
    yield "no patient text in any file that the kills left"


def _other(folder: Path, chance: random.Random, asked: argparse.Namespace) -> Iterable[str]:
    yield from _counted(other_kills.campaign(folder, max(2, asked.kills // 10), chance))


def _damage(folder: Path, chance: random.Random, asked: argparse.Namespace) -> Iterable[str]:
    pristine = damage.Pristine(folder)
    yield from _counted(damage.flips(pristine, chance, asked.flips))
    yield from _counted(damage.cuts(pristine, chance, max(3, asked.flips // 4)))


def _space(folder: Path, _chance: random.Random, _asked: argparse.Namespace) -> Iterable[str]:
    yield space.full_disk(folder)
    yield space.limited(folder)


def _single(folder: Path, _chance: random.Random, _asked: argparse.Namespace) -> Iterable[str]:
    yield single.second_copy(folder / "second")
    yield single.clock_back(folder / "clock")
    yield single.read_only(folder / "closed")


def _counted(seen: Counter[str]) -> Iterable[str]:
    yield f"{seen.total()} tries:"
    for what, count in sorted(seen.items()):
        yield f"  {count:4} {what}"


PARTS: dict[str, Part] = {
    "visit": _kills, "elsewhere": _other, "damage": _damage, "space": _space, "single": _single,
}  # fmt: skip


def main(words: list[str]) -> int:
    """Run the named parts, or all."""
    parser = argparse.ArgumentParser(prog="dev.py faults", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="|".join(PARTS), default=[])
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--flips", type=int, default=60, help="for each file")
    parser.add_argument("--seed", type=int, default=None, help="to repeat a run")
    asked = parser.parse_args(words)
    if unknown := set(asked.parts) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}; choose from {[*PARTS]}")
    seed = random.SystemRandom().randrange(1_000_000) if asked.seed is None else asked.seed
    failed = 0
    for name in asked.parts or PARTS:
        began = time.monotonic()
        sys.stdout.write(f"{name} (seed {seed})\n")
        try:
            with tempfile.TemporaryDirectory(prefix="sdm-aid-faults-") as folder:
                for line in PARTS[name](Path(folder) / name, random.Random(seed), asked):
                    sys.stdout.write(f"  {line}\n")
                    sys.stdout.flush()
        except AssertionError as problem:
            failed += 1
            sys.stdout.write(f"  FAILED: {problem}\n")
        sys.stdout.write(f"  {time.monotonic() - began:.0f} s\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
