"""The names of those who can open the record, to choose from."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QWidget

from sdm_aid.application.record.doorplate import Person
from sdm_aid.i18n import _
from sdm_aid.ui.theme.metrics import px

MOST_ROWS = 5


class PeopleList(QListWidget):
    """One is chosen always; as high as the names need, up to five rows, then it scrolls."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(_("Who you are"))
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_people(self, people: tuple[Person, ...], chosen: str) -> None:
        """Show the names; ``chosen`` (an id) is marked, else the first."""
        self.clear()
        for person in people:
            item = QListWidgetItem(person.name, self)
            item.setData(Qt.ItemDataRole.UserRole, person.id)
            if person.id == chosen:
                self.setCurrentItem(item)
        if people and self.currentRow() < 0:
            self.setCurrentRow(0)
        self.updateGeometry()

    @property
    def chosen(self) -> str:
        """The id of who is marked; empty where nobody is."""
        item = self.currentItem()
        return "" if item is None else str(item.data(Qt.ItemDataRole.UserRole))

    def sizeHint(self) -> QSize:
        """Whole rows."""
        rows = range(min(self.count(), MOST_ROWS))
        high = sum(max(px(44), self.sizeHintForRow(row)) for row in rows) or px(44)
        return QSize(px(300), high + 2 * self.frameWidth() + 2)

    def minimumSizeHint(self) -> QSize:
        """The same height."""
        return QSize(px(120), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks long names anew."""
        super().resizeEvent(event)
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Another text size has higher rows."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
