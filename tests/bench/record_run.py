"""Measurements of the record from inside one process; each writes what it found as JSON.

``append``: commits in turn, in ms. ``search``: key press to painted hits, in ms. ``memory``: of the
list, in MB, and seconds to read it. ``unlock``: against bare Argon2id, without a list. ``load``:
longest time the GUI thread could do nothing while unlocking. ``keep``: the same for one action.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from sdm_aid.records.keys import USUAL_COST, Cost, passphrase_key
from sdm_aid.records.place import Place
from sdm_aid.records.rows import VisitHead
from tests.bench.record_fill import ADA, NOW, PASSPHRASE, PLAIN

QUICK = Cost(1, 1, 64)
APPENDS = 1_500
VISIT = "c" * 32
TYPED = (
    "rosa mül", "kowalski", "jørgensen", "anne-marie b", "a-10", "b12", "3.2.1970", "1958", "ö",
    "garcía jose", "otto q", "ngugen", "seán", "d0042", "1961-11", "fatima okler", "zz",
)  # fmt: skip


def clock() -> datetime:
    """Now."""
    return datetime.now(UTC)


def ms(work: Callable[[], object]) -> float:
    """Wall time of one call."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def append(_folder: Path) -> dict[str, list[float]]:
    """One entry a commit: ours, a plain commit of the same rows, a bare insert."""
    from sdm_aid.records import visits
    from sdm_aid.records.opening import create
    from tests.bench.record_plain import PlainRecord

    head = VisitHead("knee", "Knee pain", NOW.isoformat(), "compare", last_at=NOW.isoformat())
    body = b'{"at":"2026-11-28","by":"a","who":"Ada","what":{"words":"' + b"y" * 240 + b'"}}'
    with tempfile.TemporaryDirectory(prefix="sdm-aid-bench-") as home:
        record = create(Place(Path(home)), "C", ADA, PASSPHRASE, clock, QUICK).record
        visits.begin(record, VISIT, "visit", None, body, head)
        plain = PlainRecord(Path(home) / "plain.db", VISIT, bytes(240))
        found: dict[str, list[float]] = {"ours": [], "plain": [], "bare": []}
        for at in range(1, APPENDS):
            found["ours"].append(ms(partial(visits.append, record, VISIT, at, [body], head)))
            found["plain"].append(ms(lambda: plain.append(body)))
            found["bare"].append(ms(lambda: plain.append_bare(body)))
        record.close()
    return found


def search(folder: Path) -> dict[str, list[float]]:
    """Each key of what is typed, once into ours and once into the same card over plain SQLite."""
    from sdm_aid.records.opening import open_for
    from sdm_aid.records.search import load
    from tests.bench.record_cards import Typing
    from tests.bench.record_plain import PlainIndex

    record = open_for(Place(folder / "record"), ADA.id, PASSPHRASE, clock).record
    cards = {"ours": Typing(load(record)), "plain": Typing(PlainIndex(folder / PLAIN))}
    found: dict[str, list[float]] = {name: [] for name in cards}
    for typed in ("warm", *TYPED):
        for end in range(1, len(typed) + 1):
            for name, card in cards.items():
                spent = card.press(typed[end - 1])
                if typed != "warm":
                    found[name].append(spent)
        for card in cards.values():
            card.clear()
    record.close()
    return found


def memory(folder: Path) -> dict[str, float]:
    """Memory of the list, and the seconds it takes to read it, in a process without a window."""
    from sdm_aid.records.opening import open_for
    from sdm_aid.records.search import load

    record = open_for(Place(folder / "record"), ADA.id, PASSPHRASE, clock).record
    before = _rss_mb()
    begun = time.perf_counter()
    index = load(record)
    spent = time.perf_counter() - begun
    after = _rss_mb()
    found = {"mb": after - before, "s": spent, "patients": float(index.findable)}
    record.close()
    return {**found, "visits": float(len(index.visits))}


def make_home(folder: Path) -> dict[str, str]:
    """A data folder of the program with a record that is set up."""
    from sdm_aid.records.opening import create

    create(Place(folder / "record"), "Riverside", ADA, PASSPHRASE, clock, QUICK).record.close()
    return {}


def unlock(_folder: Path) -> dict[str, list[float]]:
    """Opening an almost empty record, and one derivation of its cost, in turn."""
    from sdm_aid.records.opening import create, open_for

    found: dict[str, list[float]] = {"ours": [], "argon2id": []}
    with tempfile.TemporaryDirectory(prefix="sdm-aid-bench-") as home:
        place = Place(Path(home))
        create(place, "C", ADA, PASSPHRASE, clock, USUAL_COST).record.close()
        for _round in range(15):
            found["ours"].append(
                ms(lambda: open_for(place, ADA.id, PASSPHRASE, clock).record.close())
            )
            found["argon2id"].append(ms(lambda: passphrase_key(PASSPHRASE, bytes(16), USUAL_COST)))
    return found


def load(folder: Path) -> dict[str, float]:
    """Unlocking as the window does it, on its pool; and the same time with nothing to do."""
    from PySide6.QtWidgets import QApplication

    from sdm_aid.application.record.desk import unlock as open_desk
    from tests.bench.export_run import Beside

    beside = Beside(QApplication(["bench"]))
    place = Place(folder / "record")

    opened = []

    def work(progress: Callable[[str], None]) -> None:
        opened.append(open_desk(place, ADA.id, PASSPHRASE, clock, progress).desk)

    begun = time.perf_counter()
    longest = beside.longest_block(work)
    spent = time.perf_counter() - begun
    idle = beside.longest_block(lambda _progress: threading.Event().wait(spent))
    opened[0].close()
    return {"longest": longest, "idle": idle, "s": spent}


def keep(_folder: Path) -> dict[str, list[float]]:
    """A visit with its keeper: how long each action held the GUI thread up, with and without."""
    from tests.bench.record_cards import dispatched

    return dispatched()


def _rss_mb() -> float:
    import gc

    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def main(what: str, folder: str) -> None:
    """Measure one thing."""
    measures: dict[str, Callable[[Path], Any]] = {
        "append": append, "search": search, "memory": memory, "unlock": unlock, "load": load,
        "keep": keep, "make_home": make_home,
    }  # fmt: skip
    sys.stdout.write(json.dumps(measures[what](Path(folder))))


if __name__ == "__main__":
    main(*sys.argv[1:])
