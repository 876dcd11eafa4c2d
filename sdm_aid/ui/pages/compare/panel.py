"""One half of the picture view: disc and name, the picture, the words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from sdm_aid.domain.pairing import Panel
from sdm_aid.drawing.scene import Scene
from sdm_aid.i18n import _
from sdm_aid.ui.models.panels import PanelWords
from sdm_aid.ui.pages.compare.canvas import PictureCanvas
from sdm_aid.ui.pages.compare.cell import LinkButton
from sdm_aid.ui.pages.compare.column import BlockColumn
from sdm_aid.ui.pages.compare.style import Measure

SIDE_BY_SIDE = 520
"""Narrower than this, at 100 % text, the words stand below the picture."""


class PicturePanel(QFrame):
    """A card that shows one option's picture and words."""

    source_asked = Signal(str)
    reveal_asked = Signal(str)

    def __init__(self, place: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"panel-{place}")
        self.setProperty("role", "card")
        self._letter = ""
        self.head = BlockColumn(self)
        self.canvas = PictureCanvas(self)
        self.canvas.setObjectName(f"picture-{place}")
        self.words = BlockColumn(self)
        self.words.setObjectName(f"words-{place}")
        self._reveal = self._button(f"reveal-{place}", _("Numbers from studies"))
        self._reveal.clicked.connect(self._ask_reveal)
        self._source = self._button(f"source-{place}", _("Where does this number come from?"))
        self._source.clicked.connect(self._ask_source)
        self._column = self._words_column()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.addWidget(self.canvas, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._column, 1)
        outer = QVBoxLayout(self)
        outer.addWidget(self.head)
        outer.addLayout(self._row, 1)
        self._outer = outer

    def show_panel(
        self, panel: Panel, name: str, words: PanelWords, scene: Scene | None, *, revealed: bool
    ) -> None:
        """Show one option's half."""
        self._letter = panel.cell.option
        self.head.set_caption(panel.cell.option, name, 1.2)
        self.head.set_blocks((), words.name)
        self.canvas.show_scene(scene, is_ruler=panel.kind.startswith("ruler"))
        self.words.set_blocks(words.blocks, words.alt)
        self._reveal.setVisible(bool(words.behind) and not revealed)
        self._source.setVisible(bool(words.estimates) or words.published)
        several = len(words.estimates) > 1
        text = _("Where does this number come from?")
        if several:
            text = _("Where do these numbers come from?")
        if words.published:
            text = _("Prices published elsewhere")
        self._source.set_link(text, words.name)
        self._reveal.set_link(_("Numbers from studies"), words.name)

    def first_focus(self) -> QWidget:
        """The picture, or what can be pressed where there is none."""
        return self.canvas if self.canvas.isVisibleTo(self) else self._source

    def arrange(self, width: int) -> None:
        """Words beside the picture, or below it where the card is narrow."""
        measure = Measure(self)
        narrow = width < measure.px(SIDE_BY_SIDE) or self.canvas.is_ruler
        self._row.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
        side = measure.px(20)
        self.canvas.fit(width - 2 * side)
        self._outer.setContentsMargins(side, measure.px(16), side, measure.px(12))
        self._outer.setSpacing(measure.px(12))
        self._row.setSpacing(measure.px(22))

    def _words_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.words)
        column.addWidget(self._reveal)
        column.addWidget(self._source)
        column.addStretch(1)
        return column

    def _button(self, name: str, text: str) -> LinkButton:
        button = LinkButton(self)
        button.setObjectName(name)
        button.set_link(text)
        return button

    def _ask_source(self) -> None:
        self.source_asked.emit(self._letter)

    def _ask_reveal(self) -> None:
        self.reveal_asked.emit(self._letter)
