"""One row of "what matters": its name, the range it spans, the stones on it, less and more."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from sdm_aid.i18n import _, ngettext
from sdm_aid.i18n.formats import number
from sdm_aid.ui.theme.metrics import px, theme_colour
from sdm_aid.ui.widgets.plain import button, label

PER_LINE = 5
PITCH = 25
"""From one stone to the next at 100 % text."""


def stones_words(count: int) -> str:
    """How many stones: "no stones", "1 stone", "3 stones"."""
    if count == 0:
        return _("no stones")
    return ngettext("{n} stone", "{n} stones", count).format(n=number(count))


def place_words(place: int) -> str:
    """What a picked row says: the place it was picked at, biggest first."""
    return (_("Matters most"), _("Comes second"), _("Comes third"))[place - 1]


class Stones(QWidget):
    """Round stones in lines of five; it takes no clicks, − and + beside it do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.count = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int) -> None:
        """Show so many stones."""
        self.setAccessibleName(stones_words(count))
        if count != self.count:
            self.count = count
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Room for five stones in a line, and a second line where there are more."""
        lines = 1 if self.count <= PER_LINE else 2
        return QSize(PER_LINE * px(PITCH), lines * px(PITCH))

    def changeEvent(self, event: QEvent) -> None:
        """A new text size makes larger stones."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the stones from the reading side."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme_colour("accent"))
        pitch, size = px(PITCH), px(PITCH - 3)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for stone in range(self.count):
            line, place = divmod(stone, PER_LINE)
            left = self.width() - (place + 1) * pitch if rtl else place * pitch
            painter.drawEllipse(QRectF(left + 2, line * pitch + 2, size, size))
        painter.end()


class StoneRow(QFrame):
    """``asked(int)`` how many stones should lie here; ``picked`` the quick way; ``removed``."""

    asked = Signal(int)
    picked = Signal()
    removed = Signal()

    def __init__(
        self, row: str, name: str, swing: str, parent: QWidget, *, removable: bool = False
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"matters-row-{row}")
        self.setProperty("role", "plain")
        self.row, self._name = row, name
        line = QHBoxLayout(self)
        line.setContentsMargins(0, px(6), 0, px(6))
        line.setSpacing(px(10))
        line.addLayout(self._words(name, swing), 1)
        self.stones = Stones(self)
        line.addWidget(self.stones)
        self.less = self._round("−", f"stone-less-{row}", _("{name}: one stone less"))
        self.more = self._round("+", f"stone-more-{row}", _("{name}: one stone more"))
        self.pick = button("", "chip", f"pick-{row}", self)
        self.pick.setCheckable(True)
        self.remove.setVisible(removable)
        for widget in (self.less, self.more, self.pick):
            line.addWidget(widget)
        self.less.clicked.connect(self._on_less)
        self.more.clicked.connect(self._on_more)
        self.pick.clicked.connect(self.picked)
        self.remove.clicked.connect(self.removed)

    def show_answer(self, count: int, place: int, *, quick: bool) -> None:
        """Set stones and place (1 to 3, 0: not picked); quick shows the pick, else the stones."""
        self.stones.set_count(count)
        words = stones_words(count)
        self.stones.setVisible(not quick)
        for control in (self.less, self.more):
            control.setAccessibleDescription(words)
            control.setVisible(not quick)
        self.pick.setVisible(quick)
        self.pick.setChecked(place > 0)
        self.pick.setText(place_words(place) if place else _("This matters"))
        self.pick.setAccessibleName(f"{self._name}: {self.pick.text()}")
        before = place > 0 and not quick and count == 0
        self._before.setText(
            _("You picked this before: {place}.").format(place=place_words(place)) if before else ""
        )
        self._before.setVisible(before)

    def _words(self, name: str, swing: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(px(1))
        column.addStretch(1)
        column.addWidget(label(name, "h3", self, "row-name"))
        self._swing = label(swing, "caption", self, "row-swing")
        self._swing.setVisible(bool(swing))
        self._before = label("", "caption", self, "row-before")
        column.addWidget(self._swing)
        column.addWidget(self._before)
        self.remove = button(_("Remove"), "quiet", f"own-remove-{self.row}", self)
        self.remove.setAccessibleName(_("Remove {name}").format(name=name))
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return column

    def _round(self, sign: str, name: str, pattern: str) -> QPushButton:
        made = button(sign, "round", name, self)
        made.setAccessibleName(pattern.format(name=self._name))
        return made

    def _on_less(self) -> None:
        if self.stones.count > 0:
            self.asked.emit(self.stones.count - 1)

    def _on_more(self) -> None:
        self.asked.emit(min(10, self.stones.count + 1))
