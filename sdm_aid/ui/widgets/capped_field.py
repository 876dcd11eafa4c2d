"""Fields that hold so many characters and say so, instead of losing the rest in silence."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QLineEdit, QPlainTextEdit, QWidget

from sdm_aid.i18n import ngettext
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.typed_words import LONGEST, clean, clean_line


class FullNotice(QLabel):
    """Stands at a full field until the field is left; scrolls with it and takes no room."""

    def __init__(self, field: QWidget) -> None:
        ground = _ground(field)
        super().__init__(ground)
        self._field, self._ground = field, ground
        self.setObjectName("field-full")
        self.setProperty("role", "caution")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.hide()
        field.installEventFilter(self)
        field.destroyed.connect(self.deleteLater)

    def say(self, limit: int) -> None:
        """Show that the field holds ``limit`` characters, and read it to screen readers."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        from sdm_aid.i18n.formats import number

        sentence = ngettext(
            "This field holds {count} character; the rest was not taken.",
            "This field holds {count} characters; the rest was not taken.",
            limit,
        ).format(count=number(limit))
        self.setText(sentence)
        self.ensurePolished()
        self._place()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field, sentence))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Go where the field goes, and away with its focus."""
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.hide()
        elif event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        """Under the field at its start side; above it where the ground ends."""
        ground, field = self._ground, self._field
        width = min(max(field.width(), px(280)), max(ground.width() - px(8), px(120)))
        self.resize(width, self.heightForWidth(width))
        corner = field.mapTo(ground, QPoint(0, 0))
        x = corner.x()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x += field.width() - width
        y = corner.y() + field.height() + px(6)
        if y + self.height() > ground.height():
            y = corner.y() - self.height() - px(6)
        self.move(min(max(x, 0), max(ground.width() - width, 0)), max(y, 0))


def _ground(field: QWidget) -> QWidget:
    """What scrolls with the field, or the window where nothing scrolls."""
    ground = field
    while (above := ground.parentWidget()) is not None and not ground.isWindow():
        if ground is not field and isinstance(above.parentWidget(), QAbstractScrollArea):
            return ground
        ground = above
    return ground


class CappedLine(QLineEdit):
    """One line of clean text; says when it is full."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._full_notice: FullNotice | None = None
        self.setMaxLength(LONGEST)
        self.inputRejected.connect(self._refused)
        self.textChanged.connect(self._room_again)

    def text(self) -> str:
        """What stands in the field, clean and on one line."""
        return clean_line(super().text())

    def _refused(self) -> None:
        if len(super().text()) < self.maxLength():
            return
        if self._full_notice is None:
            self._full_notice = FullNotice(self)
        self._full_notice.say(self.maxLength())

    def _room_again(self) -> None:
        if self._full_notice is not None and len(super().text()) < self.maxLength():
            self._full_notice.hide()


class CappedText(QPlainTextEdit):
    """Some lines of clean text; what does not fit is not taken, and the field says so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._full_notice: FullNotice | None = None
        self.textChanged.connect(self._cap)

    def text(self) -> str:
        """What stands in the field, clean."""
        return clean(self.toPlainText())

    def _cap(self) -> None:
        length = self.document().characterCount() - 1  # a document counts its own end
        if length <= LONGEST:
            if self._full_notice is not None and length < LONGEST:
                self._full_notice.hide()
            return
        self._take_back(length - LONGEST)
        if self._full_notice is None:
            self._full_notice = FullNotice(self)
        self._full_notice.say(LONGEST)

    def _take_back(self, excess: int) -> None:
        """Take away what was put in last: the cursor stands behind it."""
        cursor = self.textCursor()
        end = cursor.position() if cursor.position() >= excess else LONGEST + excess
        cursor.setPosition(end - excess)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
