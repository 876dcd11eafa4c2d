"""The text to read before a sign-off, as one sheet as high as what stands on it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import (
    QAbstractSlider,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QTextBrowser,
    QWidget,
)

from sdm_aid.i18n import N_, _

if TYPE_CHECKING:
    from sdm_aid.application.content_review import ReviewLine, ReviewPage

MARKS = {
    "new": N_("NEW since the last sign-off"),
    "changed": N_("CHANGED since the last sign-off"),
    "gone": N_("GONE since the last sign-off"),
}

_MOVES = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
    Qt.Key.Key_Space: QAbstractSlider.SliderAction.SliderPageStepAdd,
}


class ReviewSheet(QTextBrowser):
    """Read-only, selectable, no links; the screen around it scrolls, not the sheet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review-sheet")
        self.setAccessibleName(_("Everything this decision shows"))
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_page(self, page: ReviewPage) -> None:
        """Lay out the page."""
        self.setHtml(sheet_html(page))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another height."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that scroll move what is around: all of the sheet is laid out, it has no way to go.

        The text browser would take them and do nothing, and the page could not be read by keys.
        """
        move = _move(event)
        area = self._around()
        if move is None or area is None:
            super().keyPressEvent(event)
            return
        area.verticalScrollBar().triggerAction(move)
        event.accept()

    def sizeHint(self) -> QSize:
        """As high as the text."""
        return QSize(480, int(self.document().size().height()) + 24)

    def _around(self) -> QScrollArea | None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        return above

    def _fit(self) -> None:
        height = self.sizeHint().height()
        if height != self.height():
            self.setFixedHeight(height)


def _move(event: QKeyEvent) -> QAbstractSlider.SliderAction | None:
    """Which way a key scrolls; Shift+Space goes back, other modifiers keep their own meaning."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = Qt.Key(event.key())
    if key == Qt.Key.Key_Space and held == Qt.KeyboardModifier.ShiftModifier:
        return QAbstractSlider.SliderAction.SliderPageStepSub
    return None if held else _MOVES.get(key)


def sheet_html(page: ReviewPage) -> str:
    """The page as simple HTML; every word is escaped, nothing is loaded."""
    parts = []
    for section in page.sections:
        parts.append(f"<h3>{escape(section.title)}</h3>")
        parts += [_line_html(line) for line in section.lines]
    return "".join(parts)


def _line_html(line: ReviewLine) -> str:
    words = f"<b>{escape(line.label)}</b>: {escape(line.words)}"
    if line.change == "same":
        return f"<p>{words}</p>"
    mark = f"<b>▸ {escape(_(MARKS[line.change]))}</b><br>"
    was = (
        f"<br><i>{escape(_('Before: {words}').format(words=line.before))}</i>"
        if line.before
        else ""
    )
    return f"<p>{mark}{words}{was}</p>"
