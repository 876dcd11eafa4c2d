"""A notice: a shape and a sentence on a tinted band; the shape says what kind, not the colour."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sdm_aid.ui.theme.metrics import px, scaled_font, theme_colour
from sdm_aid.ui.theme.sheet import restyle
from sdm_aid.ui.widgets.deep_label import DeepLabel

NoticeKind = Literal["info", "caution", "stop"]
_OCTAGON = ((0.3, 0), (0.7, 0), (1, 0.3), (1, 0.7), (0.7, 1), (0.3, 1), (0, 0.7), (0, 0.3))
_TRIANGLE = ((0.5, 0.06), (1, 0.94), (0, 0.94))


class NoticeMark(QWidget):
    """Circle with i, triangle with !, octagon with !."""

    def __init__(self, kind: NoticeKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind: NoticeKind = kind
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """A square somewhat larger than the text."""
        return QSize(px(24), px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the outline and the sign in it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._colour()
        painter.setPen(QPen(colour, max(1.6, px(18) / 10), j=Qt.PenJoinStyle.RoundJoin))
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        if self.kind == "info":
            painter.drawEllipse(box)
        else:
            corners = _OCTAGON if self.kind == "stop" else _TRIANGLE
            points = [
                QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in corners
            ]
            painter.drawPolygon(QPolygonF(points))
        painter.setFont(scaled_font(self, 0.82, bold=True))
        drop = box.height() * 0.12 if self.kind == "caution" else 0
        sign = "i" if self.kind == "info" else "!"
        painter.drawText(box.adjusted(0, drop, 0, drop), Qt.AlignmentFlag.AlignCenter, sign)
        painter.end()

    def _colour(self) -> QColor:
        if self.kind == "caution":
            return theme_colour("on_caution")
        return theme_colour("on_stop" if self.kind == "stop" else "on_chip")


class Notice(QFrame):
    """A heading and a sentence; either may be empty, both empty hides the notice.

    ``stop`` is for clinician-only gates.
    """

    def __init__(
        self,
        heading: str = "",
        text: str = "",
        kind: NoticeKind = "info",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.setProperty("kind", kind)
        self._mark = NoticeMark(kind, self)
        self._heading = self._label("strong")
        self._text = self._label("")
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(10), px(16), px(10))
        row.setSpacing(px(12))
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self.column = QVBoxLayout()
        self.column.setSpacing(px(4))
        self.column.addWidget(self._heading)
        self.column.addWidget(self._text)
        row.addLayout(self.column, 1)
        self.set_words(heading, text)

    def set_words(self, heading: str, text: str) -> None:
        """Set heading and sentence."""
        for label, words in ((self._heading, heading), (self._text, text)):
            label.setText(words)
            label.setVisible(bool(words))
        self.setAccessibleName(f"{heading} {text}".strip())
        self.setVisible(bool(heading or text))

    def set_kind(self, kind: NoticeKind) -> None:
        """Change the kind."""
        self.setProperty("kind", kind)
        self._mark.kind = kind
        for widget in (self, self._heading, self._text):
            restyle(widget)
        self._mark.update()

    def _label(self, role: str) -> QLabel:
        label = DeepLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        if role:
            label.setProperty("role", role)
        return label
