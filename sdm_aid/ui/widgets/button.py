"""A push button whose words wrap where there is no room for one line."""

from typing import Literal

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.theme.sheet import restyle
from sdm_aid.ui.widgets.push_button import PushButton

ButtonRole = Literal["primary", "secondary", "quiet", "danger", "chip", "segment", "round", "icon"]


def wrap_words(text: str, metrics: QFontMetrics, width: int) -> str:
    """Break ``text`` at spaces into lines no wider than ``width`` pixels, where words allow."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return "\n".join(lines)


class Button(PushButton):
    """A button with a ``role`` of the style sheet; ``clicked`` comes from QPushButton."""

    def __init__(
        self, text: str, role: ButtonRole = "secondary", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._words = text
        self._widths: dict[tuple[str, bool], int] = {}
        self.setProperty("role", role)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_role(self, role: ButtonRole) -> None:
        """Change the look."""
        if self.property("role") != role:
            self.setProperty("role", role)
            restyle(self)

    def text(self) -> str:
        """The words as they were set, without line breaks."""
        return self._words

    def setText(self, text: str) -> None:  # noqa: N802  (Qt's name)
        """Set the words."""
        self._words = text
        self._widths.clear()
        self._wrap()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words anew."""
        super().resizeEvent(event)
        self._wrap()

    def changeEvent(self, event: QEvent) -> None:
        """Another font has other widths."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._widths.clear()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """Room for the words on one line."""
        self.ensurePolished()
        hint = super().sizeHint() + QSize(self._heavier(), 0)
        shown = super().text()
        if shown == self._words:
            return hint
        metrics = self.fontMetrics()
        extra = self._width() - self._widest(shown)
        height = hint.height() - metrics.lineSpacing() * shown.count("\n")
        return QSize(hint.width() + extra, max(height, self.minimumHeight()))

    def minimumSizeHint(self) -> QSize:
        """Room for the longest word."""
        hint = self.sizeHint()
        longest = self._widest("\n".join(self._words.split()))
        frame = hint.width() - self._width()
        return QSize(min(hint.width(), longest + frame), hint.height())

    def heightForWidth(self, width: int) -> int:
        """How high the wrapped words stand in ``width``."""
        hint = self.sizeHint()
        if width >= hint.width():
            return hint.height()
        metrics = self.fontMetrics()
        frame = hint.width() - self._width()
        lines = wrap_words(self._words, metrics, width - frame).count("\n") + 1
        return max(hint.height(), metrics.lineSpacing() * lines + px(16))

    def _wrap(self) -> None:
        hint = self.sizeHint()
        shown = self._words
        if self.width() < hint.width():
            metrics = self.fontMetrics()
            frame = hint.width() - self._width()
            shown = wrap_words(self._words, metrics, self.width() - frame)
        if shown != super().text():
            super().setText(shown)

    def _heavier(self) -> int:
        """How much wider the words get when a chip is chosen and becomes bold."""
        if self.property("role") != "chip" or not self.isCheckable():
            return 0
        return self._width(bold=True) - self._width()

    def _width(self, text: str | None = None, *, bold: bool = False) -> int:
        """Width of ``text``, else of the words; kept, for layouts ask for it dozens of times."""
        key = (self._words if text is None else text, bold)
        known = self._widths.get(key)
        if known is None:
            font = QFont(self.font())
            if bold:
                font.setWeight(QFont.Weight.DemiBold)
            known = self._widths[key] = QFontMetrics(font).horizontalAdvance(key[0])
        return known

    def _widest(self, text: str) -> int:
        return max((self._width(line) for line in text.split("\n")), default=0)
