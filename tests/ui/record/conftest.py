"""What shows a screen in these tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sdm_aid.application.record.desk import Desk
from sdm_aid.application.settings import Settings
from sdm_aid.records.place import Place
from sdm_aid.ui.jobs import InlineJobs
from sdm_aid.ui.record.access.set_up import SetUp
from tests.ui.record.access_clinic import QUICK, HeldJobs, now
from tests.ui.record.setting_up import (
    MakeScreen,
    Opened,
    no_printer,
)


@pytest.fixture
def on_screen(qtbot: QtBot) -> Iterator[Callable[[QWidget], None]]:
    """Shows a screen and keeps it until the test is over.

    Without a window around it Python owns it. Slots make rings of references, so that it would be
    collected at any moment after the test function: also in the middle of its own painting.
    """
    kept: list[QWidget] = []

    def show(screen: QWidget) -> None:
        kept.append(screen)
        qtbot.addWidget(screen)
        screen.resize(1366, 768)
        screen.show()

    yield show
    kept.clear()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def set_up_screen(on_screen: Callable[[QWidget], None], home: Path) -> MakeScreen:
    def make(
        jobs: InlineJobs | HeldJobs | None = None, printer: Callable[..., bool] | None = None
    ) -> Opened:
        screen = SetUp(
            Place(home / "record"),
            home,
            jobs or InlineJobs(),
            now,
            Settings(),
            cost=QUICK,
            printer=printer or no_printer,
        )
        desks: list[Desk] = []
        screen.done.connect(desks.append)
        on_screen(screen)
        return screen, desks

    return make
