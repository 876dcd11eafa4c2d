"""What locking leaves in memory."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

from sdm_aid.application.record.desk import unlock
from tests.kept_clinic import ADA, PASSPHRASE, KeptClinic


def test_nothing_that_holds_a_key_stays_in_memory_after_locking(tmp_path: Path) -> None:
    clinic = KeptClinic(tmp_path)
    clinic.patient("Maria Rossi")
    clinic.desk.close()
    desk = unlock(clinic.place, ADA.id, PASSPHRASE, clinic.clock).desk
    kept: tuple[object, ...] = (desk.record, desk.record.keys, desk.record.engine, desk.index)
    held = [weakref.ref(each) for each in kept]
    desk.close()
    del desk, kept
    gc.collect()
    assert [each() for each in held] == [None] * 4
