"""The picture of one option: people, a bar or a ruler, one focusable object with one sentence."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from sdm_aid.domain.pairing import Panel
from sdm_aid.ui.pages.compare.cell import KEYED
from sdm_aid.ui.pages.compare.glyphs import paint_focus
from sdm_aid.ui.pages.compare.people import paint_bar, people_scene
from sdm_aid.ui.pages.compare.ruler import paint_ruler
from sdm_aid.ui.pages.compare.style import Measure
from sdm_aid.ui.painting.qt_painter import paint_scene
from sdm_aid.ui.theme.focus_ring import OWN_RING
from sdm_aid.ui.theme.metrics import theme_colours

_PEOPLE = (232, 372)
_THOUSAND = (330, 372)
_BAR = (150, 372)
_RULER = (420, 150)


class PictureCanvas(QFrame):
    """Draws what the panel's evidence allows; nothing at all where that is words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(OWN_RING, True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.panel: Panel | None = None
        self.as_bars = False
        self.show_range = False
        self._ring = False

    @property
    def is_ruler(self) -> bool:
        """Whether it lies rather than stands."""
        return self.panel is not None and self.panel.kind.startswith("ruler")

    def show_panel(
        self, panel: Panel, alt: str, *, as_bars: bool, show_range: bool, hidden: bool
    ) -> None:
        """Draw this panel, or nothing."""
        self.panel, self.as_bars, self.show_range = panel, as_bars, show_range
        drawable = panel.counts is not None or self.is_ruler
        self.setVisible(drawable and not hidden)
        self.setAccessibleName(alt)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The same for both halves of a view."""
        width, height = self._natural()
        measure = Measure(self)
        return QSize(measure.px(width), measure.px(height))

    def minimumSizeHint(self) -> QSize:
        """A picture keeps its size."""
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring for those who come by key."""
        self._ring = event.reason() in KEYED
        super().focusInEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture, and the focus round it."""
        if self.panel is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(5, 5, -5, -5)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        measure = Measure(self)
        if self.is_ruler:
            paint_ruler(painter, rect, self.panel, measure, show_range=self.show_range)
        elif self.as_bars:
            paint_bar(painter, rect, self.panel, measure, show_range=self.show_range)
        else:
            scene = people_scene(self.panel, rect.width(), rtl=rtl, show_range=self.show_range)
            painter.translate(rect.topLeft())
            paint_scene(painter, scene, theme_colours())
            painter.translate(-rect.topLeft())
        if self.hasFocus() and self._ring:
            paint_focus(painter, QRectF(self.rect()), measure.px(6))

    def _natural(self) -> tuple[int, int]:
        if self.is_ruler:
            return _RULER
        if self.as_bars:
            return _BAR
        total = self.panel.counts.total if self.panel and self.panel.counts else 100
        return _PEOPLE if total <= 100 else _THOUSAND
