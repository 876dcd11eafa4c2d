"""Tells screen readers that a painted widget is a picture with a name and a description."""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

GRAPHIC = "graphicRole"


class _GraphicInterface(QAccessibleWidget):
    """Reports the role "graphic"; name and description are those set on the widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, QAccessible.Role.Graphic)


def _interface(key: str, watched: QObject) -> QAccessibleInterface | None:
    if isinstance(watched, QWidget) and watched.property(GRAPHIC):
        return _GraphicInterface(watched)
    return None


@cache
def _install() -> None:
    QAccessible.installFactory(_interface)


def mark_as_graphic(widget: QWidget) -> None:
    """Give ``widget`` the accessible role of a picture; call it in the constructor."""
    _install()
    widget.setProperty(GRAPHIC, True)
