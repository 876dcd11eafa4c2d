"""The screen for managing the record, over a real record on the disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from sdm_aid.application.record.desk import Desk
from sdm_aid.ui.appearance import Appearance
from sdm_aid.ui.jobs import InlineJobs
from sdm_aid.ui.record.manage.screen import RecordSettings
from tests.ui.record.access_clinic import (
    QUICK,
    Clinic,
    HeldJobs,
    clinic_in,
)
from tests.ui.record.manage.looking import Show


@pytest.fixture
def clinic(tmp_path: Path) -> Clinic:
    return clinic_in(tmp_path / "home", ("Rea Reader", "reader"), ("Cleo Clinician", "clinician"))


@pytest.fixture
def desks() -> Iterator[list[Desk]]:
    """What was opened, closed at the end."""
    opened: list[Desk] = []
    yield opened
    for desk in opened:
        desk.close()


@pytest.fixture
def show(
    on_screen: Callable[[QWidget], None],
    usual_ways: QApplication,
    clinic: Clinic,
    desks: list[Desk],
) -> Show:
    def make(
        user: str = "Ada Attending", jobs: InlineJobs | HeldJobs | None = None
    ) -> RecordSettings:
        desks.append(clinic.open_as(user))
        appearance = Appearance(usual_ways, clinic.home)
        screen = RecordSettings(
            desks[-1], appearance, jobs or InlineJobs(), clinic.home, cost=QUICK
        )
        on_screen(screen)
        return screen

    return make
