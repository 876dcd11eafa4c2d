"""Chips: a small label for what a number is compared with, and groups of toggles."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.button import Button
from sdm_aid.ui.widgets.flow_layout import FlowLayout


class ChipLabel(QLabel):
    """A few words on a tinted ground: a comparator or a time."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("role", "chip")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)


class ChipGroup(QWidget):
    """Toggles that wrap; ``changed(tuple)`` carries the chosen ids in the order shown.

    With ``multiple`` false at most one is chosen; pressing it again leaves none chosen.
    """

    changed = Signal(tuple)

    def __init__(
        self,
        items: Sequence[tuple[str, str]] = (),
        *,
        multiple: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._multiple = multiple
        self._flow = FlowLayout(self, px(8))
        self._chips: dict[str, Button] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_items(items)

    def set_items(self, items: Sequence[tuple[str, str]]) -> None:
        """Show (id, words) pairs; chips whose id stays keep their state."""
        chosen = self.selected()
        while self._flow.count():
            self._flow.takeAt(0)
        for chip in self._chips.values():
            chip.hide()
            chip.deleteLater()
        self._chips = {name: self._chip(name, words) for name, words in items}
        self.set_selected(chosen)

    def set_selected(self, ids: Iterable[str]) -> None:
        """Show exactly these as chosen; ids not shown are passed over; nothing is emitted."""
        wanted = set(ids)
        for name, chip in self._chips.items():
            chip.setChecked(name in wanted)

    def selected(self) -> tuple[str, ...]:
        """The chosen ids in the order shown."""
        return tuple(name for name, chip in self._chips.items() if chip.isChecked())

    def chip(self, name: str) -> Button:
        """The toggle of an id; KeyError where there is none."""
        return self._chips[name]

    def _chip(self, name: str, words: str) -> Button:
        chip = Button(words, "chip", self)
        chip.setObjectName(f"chip-{name}")
        chip.setCheckable(True)
        chip.clicked.connect(partial(self._pressed, name))
        self._flow.addWidget(chip)
        return chip

    def _pressed(self, name: str) -> None:
        if not self._multiple and self._chips[name].isChecked():
            self.set_selected((name,))
        self.changed.emit(self.selected())
