"""A cell of the table: blocks on a surface that can be pressed, reached by arrows and read out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from sdm_aid.design.tokens import TARGET, Role
from sdm_aid.ui.models.blocks import Block, plain
from sdm_aid.ui.pages.compare.caption import Caption
from sdm_aid.ui.pages.compare.flow import BlockFlow
from sdm_aid.ui.pages.compare.glyphs import paint_focus
from sdm_aid.ui.pages.compare.style import Measure, colour
from sdm_aid.ui.theme.focus_ring import OWN_RING

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
KEYED = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class BlockButton(QAbstractButton):
    """Paints blocks in one column and reports arrows as ``moved(dx, dy)``, dx along reading."""

    moved = Signal(int, int)
    background: Role = "surface"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty(OWN_RING, True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._blocks: tuple[Block, ...] = ()
        self._flow: BlockFlow | None = None
        self._flow_key: object = None
        self._pointed = False
        self.tight = False
        """Less space above and below: the quick path fits on one screen."""
        self.ring = False
        self._caption: Caption | None = None

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What stands in it."""
        return self._blocks

    def texts(self) -> tuple[str, ...]:
        """The texts it shows, top to bottom."""
        return plain(self._blocks)

    def set_blocks(self, blocks: Sequence[Block], name: str) -> None:
        """Show ``blocks``; ``name`` is what a screen reader says."""
        if tuple(blocks) == self._blocks and name == self.accessibleName():
            return
        self._blocks = tuple(blocks)
        self._flow = None
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def set_caption(self, letter: str, name: str) -> None:
        """Stand under a disc with ``letter`` and a ``name``; an empty letter takes both away."""
        self._caption = Caption(letter, name) if letter else None
        self.updateGeometry()
        self.update()

    def set_pointed(self, pointed: bool) -> None:
        """Whether its row is the one pointed at."""
        if pointed != self._pointed:
            self._pointed = pointed
            self.update()

    @property
    def pointed(self) -> bool:
        """Whether its row is pointed at."""
        return self._pointed

    def measure(self) -> Measure:
        """Lengths at the text size in use."""
        return Measure(self)

    def inset(self) -> tuple[int, int]:
        """Free space left and right, above and below the blocks."""
        measure = self.measure()
        return measure.px(14), measure.px(4 if self.tight else 11)

    def flow(self) -> BlockFlow:
        """The blocks, laid out."""
        key = (self.measure().key, self.is_rtl())
        if self._flow is None or key != self._flow_key:
            self._flow_key = key
            self._flow = BlockFlow(self._blocks, self.measure(), rtl=self.is_rtl())
        return self._flow

    def is_rtl(self) -> bool:
        """Whether it reads from right to left."""
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def hasHeightForWidth(self) -> bool:
        """Text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """What the blocks need at this width, a finger's target at least."""
        side, above = self.inset()
        inner = width - 2 * side
        return max(TARGET, self._caption_height(inner) + self.flow().height(inner) + 2 * above)

    def _caption_height(self, width: int) -> int:
        if self._caption is None:
            return 0
        measure = self.measure()
        below = measure.px(5) if self._blocks else 0
        return self._caption.height(width, measure, rtl=self.is_rtl()) + below

    def sizeHint(self) -> QSize:
        """A readable column."""
        width = self.measure().px(220)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow columns are possible; text then wraps more."""
        return QSize(self.measure().px(90), TARGET)

    def changeEvent(self, event: QEvent) -> None:
        """Lay out anew when text size, font, direction or colours change."""
        super().changeEvent(event)
        if event.type() in (
            QEvent.Type.FontChange,
            QEvent.Type.LayoutDirectionChange,
            QEvent.Type.StyleChange,
        ):
            self.updateGeometry()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring for those who come by key; a click shows none until a key is pressed."""
        self.ring = event.reason() in KEYED
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Enter and Space press."""
        self.ring = True
        self.update()
        key = Qt.Key(event.key())
        if key in _ARROWS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            dx, dy = _ARROWS[key]
            self.moved.emit(-dx if self.is_rtl() else dx, dy)
            event.accept()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Surface, blocks, focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        painter.fillRect(rect, colour(self.surface_role()))
        self.paint_content(painter, rect)
        if self.hasFocus() and self.ring:
            paint_focus(painter, rect, self.measure().px(6))

    def surface_role(self) -> Role:
        """The colour behind the blocks."""
        if self._pointed:
            return "row_mark"
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            return "hover"
        return self.background

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        """The blocks within the inset."""
        side, above = self.inset()
        inner = rect.adjusted(side, above, -side, -above)
        if self._caption is not None:
            self._caption.paint(painter, inner, self.measure(), rtl=self.is_rtl())
            inner.setTop(inner.top() + self._caption_height(round(inner.width())))
        self.flow().paint(painter, inner)
        if self._pointed:
            edge = self.measure().px(3)
            painter.fillRect(QRectF(0, 0, rect.width(), edge), colour("row_mark_edge"))
            bottom = QRectF(0, rect.height() - edge, rect.width(), edge)
            painter.fillRect(bottom, colour("row_mark_edge"))


class LinkButton(BlockButton):
    """One line that can be pressed, flush with the words above it."""

    def set_link(self, text: str, description: str = "") -> None:
        """Show ``text``; ``description`` tells readers what it is about."""
        self.set_blocks((Block("link", text),), text)
        self.setAccessibleDescription(description)

    def inset(self) -> tuple[int, int]:
        """No space at the sides; a finger's target in height."""
        line = self.measure().px(20)
        return 0, max(2, (TARGET - line) // 2)
