"""One page on the screen: a white sheet with its picture in tiles, as far as they are made."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from sdm_aid.design.tokens import PRINT
from sdm_aid.i18n import _
from sdm_aid.ui.theme.metrics import theme_colour

TILE = QSize(1024, 512)
"""Pixels of the screen in one picture: some 15 ms to make, 2 MB to keep."""
BACKDROP = 240
"""Pixels across the small picture that stands until the tiles are there."""

Place = tuple[int, int]
"""Column and row of a tile."""


def page_words(number: int, pages: int) -> str:
    """Where one is, as the page number is printed: "Page 2 of 4"."""
    return _("Page {page} of {pages}").format(page=number + 1, pages=pages)


class PageSheet(QWidget):
    """Always light, as paper is; its name and words are there for screen readers."""

    def __init__(self, number: int, pages: int, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.number = number
        self.setObjectName(f"paper-page-{number + 1}")
        self.setAccessibleName(page_words(number, pages))
        self.setAccessibleDescription(words)
        self.tiles: dict[Place, QImage] = {}
        self.backdrop: QImage | None = None

    @property
    def whole(self) -> QSize:
        """The size in pixels of the screen."""
        ratio = self.devicePixelRatioF()
        return QSize(round(self.width() * ratio), round(self.height() * ratio))

    def places(self, part: QRect) -> list[Place]:
        """The tiles that ``part`` of this sheet (in its own coordinates) needs, top first."""
        ratio = self.devicePixelRatioF()
        seen = part.intersected(self.rect())
        if seen.isEmpty():
            return []
        left, right = (int(edge * ratio) // TILE.width() for edge in (seen.left(), seen.right()))
        top, bottom = (int(edge * ratio) // TILE.height() for edge in (seen.top(), seen.bottom()))
        return [(x, y) for y in range(top, bottom + 1) for x in range(left, right + 1)]

    def area(self, place: Place) -> QRect:
        """The pixels of the page that a tile shows."""
        corner = QRect(
            place[0] * TILE.width(), place[1] * TILE.height(), TILE.width(), TILE.height()
        )
        return corner.intersected(QRect(0, 0, self.whole.width(), self.whole.height()))

    def put(self, place: Place, picture: QImage) -> None:
        """Show a tile that was made."""
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        self.tiles[place] = picture
        self.update()

    def put_backdrop(self, picture: QImage) -> None:
        """Show a small picture of the whole page where tiles are missing."""
        self.backdrop = picture
        self.update()

    def keep(self, wanted: set[Place]) -> None:
        """Let go of all tiles but these."""
        self.tiles = {place: made for place, made in self.tiles.items() if place in wanted}

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet, the page on it, and its edge."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(PRINT.surface))
        if self.backdrop is not None and any(
            place not in self.tiles for place in self.places(event.rect())
        ):
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.rect(), self.backdrop)
        ratio = self.devicePixelRatioF()
        for (x, y), picture in self.tiles.items():
            at = QPointF(x * TILE.width() / ratio, y * TILE.height() / ratio)
            painter.drawImage(at, picture)
        painter.setPen(theme_colour("line_control"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
