"""The screen that opens the record, over a real record on the disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from sdm_aid.application.record.desk import Unlocked
from sdm_aid.records.place import Place
from sdm_aid.ui.jobs import InlineJobs, PoolJobs
from sdm_aid.ui.record.access.unlock import Unlock
from tests.ui.record.access_clinic import (
    QUICK,
    Clinic,
    HeldJobs,
    clinic_in,
    now,
)
from tests.ui.record.unlock.looking import MakeScreen, Opened


@pytest.fixture
def clinic(tmp_path: Path) -> Clinic:
    """Ada and two more."""
    return clinic_in(tmp_path / "home", ("Rea Reader", "reader"), ("Cleo Clinician", "clinician"))


@pytest.fixture
def unlock_screen(on_screen: Callable[[QWidget], None], clinic: Clinic) -> MakeScreen:
    def make(
        jobs: InlineJobs | HeldJobs | PoolJobs | None = None,
        last_user: str = "",
        place: Place | None = None,
    ) -> Opened:
        screen = Unlock(
            place or clinic.place, clinic.home, jobs or InlineJobs(), now, last_user, cost=QUICK
        )
        opened: list[Unlocked] = []
        screen.unlocked.connect(opened.append)
        on_screen(screen)
        return screen, opened

    return make
