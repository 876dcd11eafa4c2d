"""Cards: a framed surface, and one that is pressed as a whole."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from sdm_aid.ui.theme.metrics import px, scaled_font, theme_colour, unit
from sdm_aid.ui.widgets.deep_label import DeepLabel
from sdm_aid.ui.widgets.push_button import PushButton


class Card(QFrame):
    """A surface with an edge; ``column`` is its layout, ``heading`` the label on top if any."""

    def __init__(self, heading: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(px(20), px(16), px(20), px(16))
        self.column.setSpacing(px(10))
        self.heading: QLabel | None = None
        if heading:
            self.heading = DeepLabel(self)
            self.heading.setText(heading)
            self.heading.setProperty("role", "h3")
            self.heading.setTextFormat(Qt.TextFormat.PlainText)
            self.heading.setWordWrap(True)
            self.column.addWidget(self.heading)


class CardButton(PushButton):
    """A card with a heading and a soft note, pressed as a whole; both wrap."""

    def __init__(self, heading: str, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card-button")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._heading, self._note = "", ""
        self._measured: dict[tuple[int, float], tuple[int, int]] = {}
        self.set_words(heading, note)

    def set_words(self, heading: str, note: str) -> None:
        """Set the heading and the note; both become the accessible name."""
        self._heading, self._note = heading, note
        self._measured.clear()
        self.setAccessibleName(f"{heading}. {note}" if note else heading)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Some 14 body letters wide; as high as the words need."""
        width = px(220)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Room for the longest word."""
        metrics = QFontMetrics(self._fonts()[0])
        words = self._heading.split()
        longest = max((metrics.horizontalAdvance(word) for word in words), default=0)
        return QSize(longest + 2 * self._margin() + 2, px(88))

    def heightForWidth(self, width: int) -> int:
        """Height of the wrapped words and the margins."""
        heading, note = self._heights(width)
        return max(px(88), heading + note + 2 * self._margin())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card by the style sheet and the words over it."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        large, small = self._fonts()
        margin = self._margin()
        heading, _note = self._heights(self.width())
        area = self.rect().adjusted(margin, margin, -margin, -margin)
        painter.setFont(large)
        painter.setPen(theme_colour("on_selected" if self.isChecked() else "text"))
        flags = self._flags()
        painter.drawText(area, flags, self._heading)
        painter.setFont(small)
        painter.setPen(theme_colour("on_selected" if self.isChecked() else "text_soft"))
        painter.drawText(area.adjusted(0, heading, 0, 0), flags, self._note)
        painter.end()

    def _flags(self) -> int:
        side = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        return int(side | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)

    def _fonts(self) -> tuple[QFont, QFont]:
        return scaled_font(self, 1.05, bold=True), scaled_font(self, 0.88)

    def _margin(self) -> int:
        return px(18)

    def _heights(self, width: int) -> tuple[int, int]:
        """Heights of heading and note; kept, for a layout asks many times before it is content."""
        key = (width, unit())
        if key not in self._measured:
            self._measured[key] = self._measure(width)
        return self._measured[key]

    def _measure(self, width: int) -> tuple[int, int]:
        large, small = self._fonts()
        room = width - 2 * self._margin()
        heading = self._height(large, self._heading, room)
        note = self._height(small, self._note, room)
        return heading + (px(6) if note else 0), note

    def _height(self, font: QFont, text: str, width: int) -> int:
        if not text:
            return 0
        flags = self._flags()
        return QFontMetrics(font).boundingRect(0, 0, max(1, width), 10_000, flags, text).height()
