"""The pages of a paper, one below the other; only what is on view and next to it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from sdm_aid.ui.paper.sheet import BACKDROP, PageSheet, Place, page_words
from sdm_aid.ui.paper.tiles import TileMaker, Wanted
from sdm_aid.ui.paper.zoom import Zoom, larger, smaller
from sdm_aid.ui.theme.metrics import px, text_scale

if TYPE_CHECKING:
    from sdm_aid.application.ports import Jobs
    from sdm_aid.ui.paper.pages import PaperPages

POINTS = 72
_NOTCH = 120
"""Eighths of a degree in one notch of a wheel."""


class PaperView(QScrollArea):
    """``moved``: another page, another zoom, other pages."""

    moved = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("paper-view")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # a bar that comes and goes would change the width that the pages are fitted to
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.zoom, self.factor, self.page = Zoom("text", text_scale()), 1.0, 0
        self.sheets: list[PageSheet] = []
        self._sizes: tuple[QSizeF, ...] = ()
        self._ground = QWidget(self)
        self._ground.setProperty("role", "sunken")
        self.setWidget(self._ground)
        self._maker = TileMaker(jobs, self._next, self._take, self)
        self.verticalScrollBar().valueChanged.connect(self._look)
        self.horizontalScrollBar().valueChanged.connect(self._look)

    def show_pages(self, pages: PaperPages | None) -> None:
        """Show other pages from the first on; None: none. The zoom stays."""
        for sheet in self.sheets:
            sheet.hide()
            sheet.deleteLater()
        self.sheets, self._sizes = [], ()
        if pages is not None:
            unit = self.logicalDpiX() / POINTS
            self._sizes = tuple(size * unit for size in pages.sizes)
            count = len(pages)
            self.sheets = [
                PageSheet(number, count, words, self._ground)
                for number, words in enumerate(pages.words)
            ]
        self._maker.set_pages(pages)
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self._look()

    def set_zoom(self, zoom: Zoom, at: QPoint | None = None) -> None:
        """Show the pages so large; what stands at ``at`` (None: in the middle) stays there."""
        spot = at or self.viewport().rect().center()
        anchor = self._anchor(spot)
        self.zoom = zoom
        self._lay_out()
        self._bring(anchor, spot)
        self._look()

    def step_zoom(self, by: int, at: QPoint | None = None) -> None:
        """One step larger (1), smaller (-1), or the size of the printed page (0)."""
        factor = 1.0 if by == 0 else larger(self.factor) if by > 0 else smaller(self.factor)
        self.set_zoom(Zoom("", factor), at)

    def go_to(self, page: int) -> None:
        """Bring the top of a page (from 0) to the top of the view."""
        if self.sheets:
            sheet = self.sheets[min(max(page, 0), len(self.sheets) - 1)]
            self.verticalScrollBar().setValue(sheet.y() - self._gap())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys turn whole pages where a page is fitted, and scroll otherwise."""
        key, bar = event.key(), self.verticalScrollBar()
        if key == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            by = 1 if key == Qt.Key.Key_PageDown else -1
            if self.zoom.fit == "page":
                self.go_to(self.page + by)
            else:
                bar.setValue(bar.value() + by * round(0.9 * self.viewport().height()))
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel zooms at the pointer."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        turned = event.angleDelta().y()
        if turned:
            self.step_zoom(1 if turned > 0 else -1, event.position().toPoint())
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit anew, with the same place on top."""
        top = QPoint(self.viewport().width() // 2, 0)
        anchor = self._anchor(top)
        super().resizeEvent(event)
        self._lay_out()
        self._bring(anchor, QPoint(self.viewport().width() // 2, 0))
        self._look()

    def showEvent(self, event: QShowEvent) -> None:
        """Pictures are made while somebody looks."""
        super().showEvent(event)
        self._look()

    def _gap(self) -> int:
        return px(16)

    def _lay_out(self) -> None:
        """Place the sheets below each other in the middle."""
        gap, room = self._gap(), self.viewport().size()
        inner = QSizeF(max(1, room.width() - 2 * gap), max(1, room.height() - 2 * gap))
        widest = max((size.width() for size in self._sizes), default=0)
        highest = max((size.height() for size in self._sizes), default=0)
        self.factor = self.zoom.factor_for(QSizeF(widest, highest), inner)
        across = max(room.width(), round(widest * self.factor) + 2 * gap)
        top = gap
        for sheet, real in zip(self.sheets, self._sizes, strict=True):
            size = QSize(round(real.width() * self.factor), round(real.height() * self.factor))
            if size != sheet.size():
                sheet.keep(set())
            sheet.setGeometry(QRect(QPoint((across - size.width()) // 2, top), size))
            sheet.show()
            top += size.height() + gap
        self._ground.resize(across, max(top, room.height()))

    def _anchor(self, spot: QPoint) -> tuple[int, QPointF] | None:
        """The page at a spot of the view, and where on it, as shares of its size."""
        if not self.sheets:
            return None
        place = spot - self._ground.pos()
        sheet = min(self.sheets, key=lambda s: abs(s.geometry().center().y() - place.y()))
        inside = place - sheet.pos()
        return sheet.number, QPointF(
            inside.x() / max(1, sheet.width()), inside.y() / max(1, sheet.height())
        )

    def _bring(self, anchor: tuple[int, QPointF] | None, spot: QPoint) -> None:
        if anchor is None:
            return
        sheet, (share_x, share_y) = self.sheets[anchor[0]], anchor[1].toTuple()
        self.horizontalScrollBar().setValue(round(sheet.x() + share_x * sheet.width()) - spot.x())
        self.verticalScrollBar().setValue(round(sheet.y() + share_y * sheet.height()) - spot.y())

    def _look(self) -> None:
        """The view moved: let go of what is far off, say where we are, have the rest made."""
        near = self._near()
        for sheet in self.sheets:
            part = near.translated(-sheet.pos())
            sheet.keep(set(sheet.places(part)))
            if not part.intersects(sheet.rect()):
                sheet.backdrop = None
        self.page = self._on_view()
        if self.sheets:
            sheet = self.sheets[self.page]
            self.setAccessibleName(page_words(self.page, len(self.sheets)))
            self.setAccessibleDescription(sheet.accessibleDescription())
        self.moved.emit()
        self._maker.wake()

    def _seen(self) -> QRect:
        return QRect(-self._ground.pos(), self.viewport().size())

    def _near(self) -> QRect:
        """What is on view and half as much again above and below."""
        more = self.viewport().height() // 2
        return self._seen().adjusted(0, -more, 0, more)

    def _on_view(self) -> int:
        """The page that fills most of the view."""
        seen = self._seen()
        shown = [seen.intersected(sheet.geometry()).height() for sheet in self.sheets]
        return shown.index(max(shown)) if shown else 0

    def _next(self) -> Wanted | None:
        """What is missing: first what is on view, small then sharp, then what is beside it."""
        if not self.isVisible():
            return None
        for around in (self._seen(), self._near()):
            for sheet in self.sheets:
                part = around.translated(-sheet.pos())
                if part.intersects(sheet.rect()) and sheet.backdrop is None:
                    small = sheet.whole.scaled(
                        BACKDROP, BACKDROP * 4, Qt.AspectRatioMode.KeepAspectRatio
                    )
                    return Wanted(sheet.number, small, QRect(QPoint(), small), None)
                for place in sheet.places(part):
                    if place not in sheet.tiles:
                        return Wanted(sheet.number, sheet.whole, sheet.area(place), place)
        return None

    def _take(self, wanted: Wanted, picture: QImage) -> None:
        sheet = self.sheets[wanted.page]
        if wanted.place is None:
            sheet.put_backdrop(picture)
        elif wanted.whole == sheet.whole and wanted.place in self._wanted_of(sheet):
            sheet.put(wanted.place, picture)

    def _wanted_of(self, sheet: PageSheet) -> list[Place]:
        return sheet.places(self._near().translated(-sheet.pos()))
