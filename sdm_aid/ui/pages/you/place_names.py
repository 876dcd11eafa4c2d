"""You page, the places of the body chart as a list, for the keyboard and for screen readers."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.theme.metrics import px

_ID = Qt.ItemDataRole.UserRole


class PlaceNames(QListWidget):
    """``toggled(str)`` with a region's id; arrows move, Space or a touch marks and clears.

    Typing the first letters goes to a name.
    """

    toggled = Signal(str)

    def __init__(self, names: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("place-names")
        self.setAccessibleName(_("Places that hurt"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(True)
        self._marked: frozenset[str] = frozenset()
        for region, name in names:
            item = QListWidgetItem(name[:1].upper() + name[1:], self)
            item.setData(_ID, region)
        self.setCurrentRow(0)
        self.clearSelection()
        self.itemSelectionChanged.connect(self._on_changed)

    def set_marked(self, regions: Collection[str]) -> None:
        """Show exactly these as marked; ids without a name here are passed over."""
        self._marked = frozenset(regions)
        with QSignalBlocker(self):
            for item in self._items():
                marked = item.data(_ID) in self._marked
                item.setSelected(marked)
                font = item.font()
                font.setBold(marked)
                item.setFont(font)

    def marked(self) -> frozenset[str]:
        """The ids that are chosen in the list."""
        return frozenset(item.data(_ID) for item in self._items() if item.isSelected())

    def sizeHint(self) -> QSize:
        """Some names high."""
        return QSize(px(220), px(320))

    def minimumSizeHint(self) -> QSize:
        """A few names high."""
        return QSize(px(160), px(200))

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def _on_changed(self) -> None:
        known = {item.data(_ID) for item in self._items()}
        for region in self.marked() ^ (self._marked & known):
            self.toggled.emit(region)
