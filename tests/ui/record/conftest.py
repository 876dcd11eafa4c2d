"""What shows a screen in these tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


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
