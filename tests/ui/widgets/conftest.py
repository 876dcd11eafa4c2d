"""The program's look as it was before, after each test that changes it."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from sdm_aid.ui.theme.apply import apply_theme


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application in the light theme at 100 %, before and after."""
    apply_theme(qapp, "light", 1.0)
    yield qapp
    apply_theme(qapp, "light", 1.0)
