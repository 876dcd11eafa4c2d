"""Colours, lengths and fonts of the comparison's own painting, from the theme in use."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QWidget

from sdm_aid.design.tokens import Role
from sdm_aid.ui.theme.metrics import px, scaled_font, theme_colour, unit


def colour(role: Role) -> QColor:
    """One colour of the theme in use."""
    return theme_colour(role)


class Measure:
    """Lengths and fonts at the text size in use, for painting on one widget."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget

    @property
    def key(self) -> tuple[str, float]:
        """Differs where anything measured would differ."""
        return self._widget.font().family(), unit()

    def px(self, length: float) -> int:
        """A length given for 100 % text."""
        return px(length)

    def font(self, times: float = 1.0, *, bold: bool = False) -> QFont:
        """The body font, larger or smaller, regular or bold."""
        return scaled_font(self._widget, times, bold=bold)
