"""What the page stands in: the area that scrolls it, and the text size that may change."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget


def area_around(page: QWidget) -> QScrollArea | None:
    """The nearest scroll area that holds the page."""
    parent = page.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            return parent
        parent = parent.parentWidget()
    return None


def scroll_to(page: QWidget, widget: QWidget | None) -> None:
    """Bring a part of the page into view; None: begin at the top."""
    area = area_around(page)
    if area is None:
        return
    if widget is None:
        area.verticalScrollBar().setValue(0)
    else:
        area.ensureWidgetVisible(widget)


def is_new_dress(event: QEvent) -> bool:
    """Whether text size, theme or direction changed."""
    return event.type() in (
        QEvent.Type.StyleChange,
        QEvent.Type.FontChange,
        QEvent.Type.LayoutDirectionChange,
    )


def soon(owner: QWidget, act: Callable[[], object]) -> QTimer:
    """A timer that does ``act`` once the event loop is free.

    While Qt dresses the program anew it walks over all widgets: none may come or go meanwhile.
    """
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(0)
    timer.timeout.connect(act)
    return timer
