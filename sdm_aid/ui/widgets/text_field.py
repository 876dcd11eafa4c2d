"""Fields to type in that hand over what was typed in good time and lose none of it."""

from math import ceil

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.capped_field import CappedLine, CappedText

IDLE_MS = 400


class _Pending(QObject):
    """Remembers what was typed and not yet handed over; fires after a pause in typing."""

    due = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.waiting = False
        self.committed = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(IDLE_MS)
        self._timer.timeout.connect(self.due)

    def typed(self) -> None:
        """Something was typed just now."""
        self.waiting = True
        self._timer.start()

    def settle(self, text: str) -> bool:
        """Nothing waits any more; True where ``text`` differs from what was handed over last."""
        self._timer.stop()
        self.waiting = False
        changed = text != self.committed
        self.committed = text
        return changed


class LineField(CappedLine):
    """One line; ``edited(str)`` on Enter, on leaving, or 400 ms after the last key."""

    edited = Signal(str)

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pending = _Pending(self)
        self._pending.due.connect(self.commit)
        self.setPlaceholderText(placeholder)
        self.textEdited.connect(self._pending.typed)
        self.editingFinished.connect(self.commit)

    def set_text(self, text: str) -> None:
        """Show ``text``; what is being typed and not yet handed over stays."""
        if self._pending.waiting:
            return
        self._pending.committed = text
        if text != self.text():
            self.setText(text)

    def commit(self) -> None:
        """Hand over now; emits only where the text changed."""
        if self._pending.waiting and self._pending.settle(self.text()):
            self.edited.emit(self.text())

    def hideEvent(self, event: QHideEvent) -> None:
        """Leaving the page hands over."""
        self.commit()
        super().hideEvent(event)


class TextField(CappedText):
    """Several lines that grow with the text; ``edited(str)`` as in :class:`LineField`.

    Tab leaves the field; Ctrl+Enter hands over at once.
    """

    edited = Signal(str)

    def __init__(
        self,
        placeholder: str = "",
        *,
        least_lines: int = 2,
        most_lines: int = 12,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._least, self._most = least_lines, most_lines
        self._setting = False
        self._pending = _Pending(self)
        self._pending.due.connect(self.commit)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._text_changed)

    def set_text(self, text: str) -> None:
        """Show ``text``; what is being typed and not yet handed over stays."""
        if self._pending.waiting:
            return
        self._pending.committed = text
        if text != self.toPlainText():
            self._setting = True
            self.setPlainText(text)
            self._setting = False

    def commit(self) -> None:
        """Hand over now; emits only where the text changed."""
        if self._pending.waiting and self._pending.settle(self.text()):
            self.edited.emit(self.text())

    def sizeHint(self) -> QSize:
        """As high as the lines shown, between the least and the most."""
        return QSize(px(240), max(px(44), self._text_height() + px(14) + 2))

    def minimumSizeHint(self) -> QSize:
        """No less high than the hint."""
        return QSize(px(120), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A new width breaks lines anew, which may change the height."""
        super().resizeEvent(event)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter hands over."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.commit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving hands over."""
        super().focusOutEvent(event)
        self.commit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leaving the page hands over."""
        self.commit()
        super().hideEvent(event)

    def _text_height(self) -> int:
        """Height of the lines to show; scripts with tall letters have taller lines."""
        line = self.fontMetrics().lineSpacing()
        margin = self.document().documentMargin()  # above the first; the last block holds its own
        least, most = self._least * line + 2 * margin, self._most * line + 2 * margin
        height = margin
        block = self.document().begin()
        while block.isValid() and height < most:
            height += max(self.blockBoundingRect(block).height(), line)
            block = block.next()
        return ceil(min(max(height, least), most))

    def _text_changed(self) -> None:
        self.updateGeometry()
        if not self._setting:
            self._pending.typed()
