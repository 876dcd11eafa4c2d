"""A layout that sets its items side by side and goes on in the next row, like words."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Rows of items from the reading side; an item wider than the row gets the row's width."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at ``index``; None outside."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return the item at ``index``; None outside."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all rows in ``width``."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """All items in one row."""
        hints = [item.sizeHint() for item in self._shown()]
        margins = self.contentsMargins()
        width = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        height = max((hint.height() for hint in hints), default=0)
        return QSize(
            width + margins.left() + margins.right(), height + margins.top() + margins.bottom()
        )

    def minimumSize(self) -> QSize:
        """Room for the largest item."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Set the items in rows and return the height; only measures unless ``move``."""
        area = rect.marginsRemoved(self.contentsMargins())
        x, y, row = 0, 0, 0
        for item in self._shown():
            size = item.sizeHint()
            if size.width() > area.width():
                size = QSize(area.width(), item.heightForWidth(area.width()))
                size = (
                    size
                    if item.hasHeightForWidth()
                    else item.sizeHint().boundedTo(QSize(area.width(), item.sizeHint().height()))
                )
            if x and x + size.width() > area.width():
                x, y, row = 0, y + row + self.spacing(), 0
            if move:
                self._place(item, area, QPoint(x, y), size)
            x += size.width() + self.spacing()
            row = max(row, size.height())
        margins = self.contentsMargins()
        return y + row + margins.top() + margins.bottom()

    def _place(self, item: QLayoutItem, area: QRect, at: QPoint, size: QSize) -> None:
        parent = self.parentWidget()
        rtl = parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = area.right() + 1 - at.x() - size.width() if rtl else area.left() + at.x()
        item.setGeometry(QRect(QPoint(left, area.top() + at.y()), size))
