"""Blocks that stand on a page and are read, not pressed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from sdm_aid.design.tokens import Role
from sdm_aid.ui.models.blocks import Block, plain
from sdm_aid.ui.pages.compare.caption import Caption
from sdm_aid.ui.pages.compare.flow import BlockFlow
from sdm_aid.ui.pages.compare.style import Measure, colour


class BlockColumn(QLabel):
    """Paints blocks, under a disc and a name where it has a caption."""

    def __init__(self, parent: QWidget | None = None, ground: Role | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._ground = ground
        self._blocks: tuple[Block, ...] = ()
        self._flow: BlockFlow | None = None
        self._flow_key: object = None
        self._caption: Caption | None = None
        self._named: object = None

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
        # the words are also the label's own text, for readers that ask for that
        self.setText("\n".join(self.texts()))
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def set_caption(self, letter: str, name: str, times: float = 1.04) -> None:
        """Stand under a disc with ``letter`` and a ``name``."""
        if (letter, name, times) == self._named:
            return
        self._named = (letter, name, times)
        self._caption = Caption(letter, name, times) if letter else None
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Caption and blocks in this width."""
        return self._caption_height(width) + self._laid().height(width) + 2

    def sizeHint(self) -> QSize:
        """A readable column."""
        width = Measure(self).px(320)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow columns are possible; text then wraps more."""
        return QSize(Measure(self).px(120), Measure(self).px(20))

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

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Caption, then blocks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self._ground is not None:
            painter.fillRect(rect, colour(self._ground))
        if self._caption is not None:
            self._caption.paint(painter, rect, Measure(self), rtl=self._rtl())
            rect.setTop(rect.top() + self._caption_height(round(rect.width())))
        self._laid().paint(painter, rect)

    def _caption_height(self, width: int) -> int:
        if self._caption is None:
            return 0
        below = Measure(self).px(6) if self._blocks else 0
        return self._caption.height(width, Measure(self), rtl=self._rtl()) + below

    def _laid(self) -> BlockFlow:
        key = (Measure(self).key, self._rtl())
        if self._flow is None or key != self._flow_key:
            self._flow_key = key
            self._flow = BlockFlow(self._blocks, Measure(self), rtl=self._rtl())
        return self._flow

    def _rtl(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft
