"""Picture view: two options of one row, each as exactly what its evidence allows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from sdm_aid.domain.comparison import TableRow, table_row
from sdm_aid.domain.library import DecisionContent
from sdm_aid.domain.pairing import Panel, picture
from sdm_aid.domain.prices import PriceList
from sdm_aid.i18n import _
from sdm_aid.ui.models.blocks import Block
from sdm_aid.ui.models.faces import column_name
from sdm_aid.ui.models.panels import apart_words, panel_words, together_words
from sdm_aid.ui.pages.compare.band import Band
from sdm_aid.ui.pages.compare.column import BlockColumn
from sdm_aid.ui.pages.compare.panel import PicturePanel
from sdm_aid.ui.pages.compare.style import Measure
from sdm_aid.ui.pages.compare.surroundings import is_new_dress, soon
from sdm_aid.wording.scenes import panel_scene

TWO_UP = 900
"""Narrower than this, at 100 % text, the two halves stand one above the other."""


class PictureView(QWidget):
    """Two panels of the same size, the band where they can't be lined up, one line below.

    ``prices``: the clinic's list as the visit holds it, for the cost row.
    """

    source_asked = Signal(str)
    changed = Signal()

    def __init__(
        self,
        content: DecisionContent,
        parent: QWidget | None = None,
        prices: PriceList | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("compare-picture")
        self._content, self._prices = content, prices
        self.row, self.letters = "", ("A", "A")
        self.as_bars = self.show_range = False
        self.has_range = self.can_be_bars = False
        self.subtitle, self._revealed = "", set[str]()
        self._estimates: dict[str, tuple[str, ...]] = {}
        self.left = PicturePanel("left", self)
        self.right = PicturePanel("right", self)
        for panel in (self.left, self.right):
            panel.source_asked.connect(self.source_asked)
            panel.reveal_asked.connect(self._reveal)
        self.band = Band(self)
        self.band.setObjectName("picture-band")
        self._card = QFrame(self)
        self._card.setProperty("role", "card")
        self.below = BlockColumn(self._card)
        self.below.setObjectName("picture-below")
        card = QVBoxLayout(self._card)
        card.setContentsMargins(20, 12, 20, 12)
        card.addWidget(self.below)
        self._later = soon(self, self._arrange)
        self._sized = False
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.addWidget(self.left, 1)
        self._pair.addWidget(self.right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.band)
        column.addLayout(self._pair)
        column.addWidget(self._card)
        column.addStretch(1)
        self._column = column

    def show_pair(self, row: str, left: str, right: str) -> None:
        """Show one row for two options; what was revealed of another row is put away."""
        if row != self.row:
            self._revealed = set()
        self.row, self.letters = row, (left, right)
        self.refresh()

    def refresh(self) -> None:
        """Show what is asked for now: people or bars, with or without the range."""
        content = self._content
        pair = picture(content, self.row, *self.letters)
        row = table_row(content, content.decision.row(self.row), self.letters, self._prices)
        self.has_range = self.can_be_bars = False
        halves = ((pair.left, self.left), (pair.right, self.right))
        pretend = [self._show_half(row, half, view) for half, view in halves]
        self._arrange()
        self.subtitle = together_words(pair)
        self.band.set_words(apart_words(content, pair))
        self.band.setVisible(not pair.together)
        lines = list(dict.fromkeys(line for line in pretend if line))
        self.below.set_blocks([Block("text", line) for line in lines], " ".join(lines))
        self._card.setVisible(bool(lines))

    def _show_half(self, row: TableRow, half: Panel, view: PicturePanel) -> str:
        """Fill one panel; returns its line about a pretend treatment."""
        content, letter = self._content, half.cell.option
        revealed = letter in self._revealed
        words = panel_words(content, row, half, show_range=self.show_range, revealed=revealed)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        scene = None
        if revealed or not half.hidden_first:
            scene = panel_scene(
                content,
                half,
                words.alt,
                as_bars=self.as_bars,
                show_range=self.show_range,
                rtl=rtl,
            )
        view.show_panel(half, column_name(content, letter), words, scene, revealed=revealed)
        self._estimates[letter] = words.estimates
        self.has_range = self.has_range or words.has_range
        self.can_be_bars = self.can_be_bars or (scene is not None and half.counts is not None)
        return words.pretend

    def estimates(self, letter: str) -> tuple[str, ...]:
        """The figures shown for one of the two."""
        return self._estimates.get(letter, ())

    def reset(self) -> None:
        """Back to people, without the range, nothing revealed."""
        self.as_bars = self.show_range = False
        self._revealed = set()

    def toggle_bars(self) -> None:
        """People or bars."""
        self.as_bars = not self.as_bars
        self.refresh()
        self.changed.emit()

    def toggle_range(self) -> None:
        """With or without the range."""
        self.show_range = not self.show_range
        self.refresh()
        self.changed.emit()

    def minimumSizeHint(self) -> QSize:
        """Narrower than the two halves side by side: they stack where there is no room."""
        return QSize(Measure(self).px(220), super().minimumSizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Arrange anew when the text grows."""
        super().changeEvent(event)
        if is_new_dress(event):
            self._later.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other, or one above the other."""
        super().resizeEvent(event)
        self._sized = True
        self._arrange()

    def bars_label(self) -> str:
        """The footer's word for the other way of drawing."""
        return _("Show as people") if self.as_bars else _("Show as bars")

    def range_label(self) -> str:
        """The footer's word for the range."""
        return _("Hide the range") if self.show_range else _("Show the range")

    def _reveal(self, letter: str) -> None:
        self._revealed.add(letter)
        self.refresh()
        self.changed.emit()

    def first_focus(self) -> QWidget:
        """The picture that was asked for, else its words' link."""
        return self.right.first_focus()

    def _arrange(self) -> None:
        if not self._sized:
            return  # a width from before the first showing means nothing
        measure = Measure(self)
        stacked = self.width() < measure.px(TWO_UP)
        self._pair.setDirection(
            QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        )
        self._pair.setSpacing(measure.px(16))
        self._column.setSpacing(measure.px(12))
        width = self.width() if stacked else (self.width() - measure.px(16)) // 2
        for panel in (self.left, self.right):
            panel.arrange(width)
