"""Every test of the window begins and ends in English, left to right, at 100 % text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sdm_aid.i18n import use_language
from sdm_aid.ui.theme.apply import apply_theme


@pytest.fixture
def usual_ways(qapp: QApplication) -> Iterator[QApplication]:
    """The application, put back afterwards: language, direction, theme, text size."""
    yield qapp
    use_language("en")
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    apply_theme(qapp, "light", 1.0)
