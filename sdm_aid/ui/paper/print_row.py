"""One paper on the print card: whether it is printed, and how many times."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sdm_aid.i18n import _, ngettext
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.check_line import CheckLine
from sdm_aid.ui.widgets.plain import button, label

if TYPE_CHECKING:
    from sdm_aid.ui.paper.paper import Paper

MOST_COPIES = 20


class PaperRow(QWidget):
    """``changed`` when the tick or the number is another."""

    changed = Signal()

    def __init__(self, paper: Paper, parent: QWidget) -> None:
        super().__init__(parent)
        self.paper, self.count = paper, 1
        self.tick = CheckLine(paper.title, f"print-{paper.kind}", self, "strong")
        self.tick.set_ticked(True)
        self.tick.ticked.connect(self._show)
        self._stepper = QWidget(self)
        row = QHBoxLayout(self._stepper)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        self._fewer = button("−", "round", f"print-fewer-{paper.kind}", self._stepper)
        self._more = button("+", "round", f"print-more-{paper.kind}", self._stepper)
        self._fewer.setAccessibleName(_("{paper}: one copy fewer").format(paper=paper.title))
        self._more.setAccessibleName(_("{paper}: one copy more").format(paper=paper.title))
        self._number = label("", "body", self._stepper, f"print-count-{paper.kind}")
        self._number.setWordWrap(False)
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._fewer.clicked.connect(partial(self._step, -1))
        self._more.clicked.connect(partial(self._step, 1))
        row.addWidget(self._fewer)
        row.addWidget(self._number)
        row.addWidget(self._more)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(8))
        line.addWidget(self.tick, 1)
        line.addWidget(self._stepper)
        self._show()

    @property
    def wanted(self) -> bool:
        """Whether this paper is printed."""
        return self.tick.box.isChecked()

    def _step(self, by: int) -> None:
        self.count = min(max(self.count + by, 1), MOST_COPIES)
        self._show()

    def _show(self) -> None:
        self._number.setText(
            ngettext("{count} copy", "{count} copies", self.count).format(count=self.count)
        )
        self._number.setMinimumWidth(px(72))
        self._fewer.setEnabled(self.wanted and self.count > 1)
        self._more.setEnabled(self.wanted and self.count < MOST_COPIES)
        self._number.setEnabled(self.wanted)
        self.changed.emit()
