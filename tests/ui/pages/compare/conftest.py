"""The compare page on the screen, around a made-up decision, and ways to work it as people do."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sdm_aid.domain.library import DecisionContent
from sdm_aid.i18n import use_language
from sdm_aid.ui.pages.compare import ComparePage
from sdm_aid.ui.theme.apply import apply_theme
from tests.ui.page_law import context_for
from tests.ui.pages.reach import the_mini

Open = Callable[..., ComparePage]


@pytest.fixture
def open_page(qapp: QApplication, qtbot: QtBot) -> Iterator[Open]:
    """Makes the page, ``width`` by ``height``, at a text scale, for a visit."""

    def open_it(
        content: DecisionContent | None = None,
        width: int = 1310,
        height: int = 540,
        scale: float = 1.0,
    ) -> ComparePage:
        apply_theme(qapp, "light", scale)
        context = context_for(content or the_mini())
        page = ComparePage(context)
        context.bridge.changed.connect(page.render_state)
        qtbot.addWidget(page)
        page.render_state(context.bridge.state)
        page.resize(width, height)
        page.show()
        qapp.processEvents()
        return page

    yield open_it
    apply_theme(qapp, "light", 1.0)


@pytest.fixture
def page(open_page: Open) -> ComparePage:
    """The page as it stands at first."""
    return open_page()


@pytest.fixture
def right_to_left(qapp: QApplication) -> Iterator[None]:
    """The right-to-left pseudo-language, for one test."""
    use_language("qpr")
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    use_language("en")
