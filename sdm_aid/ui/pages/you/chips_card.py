"""You page, a question with words to pick and a field for own words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.chip import ChipGroup
from sdm_aid.ui.widgets.plain import label
from sdm_aid.ui.widgets.text_field import TextField

ONE_LINE = 34
"""From this many text heights on, the field stands beside the question."""


class ChipsCard(Card):
    """``toggled(str)`` with the id pressed; ``worded(str)`` with the own words.

    ``items`` are the ids offered, ``word`` says an id; an id of newer content is shown as it is.
    """

    toggled = Signal(str)
    worded = Signal(str)

    def __init__(
        self,
        name: str,
        question: str,
        items: Mapping[str, str],
        word: Callable[[str], str],
        parent: QWidget,
    ) -> None:
        super().__init__("", parent)
        self.setObjectName(name)
        self.column.setContentsMargins(px(20), px(10), px(20), px(14))
        self.column.setSpacing(px(8))
        self._offered, self._word = tuple(items), word
        self._shown: tuple[str, ...] = ()
        self._chosen: tuple[str, ...] = ()
        self._top = QHBoxLayout()
        self._top.setSpacing(px(16))
        self._top.addWidget(label(question, "h3", self), 3, Qt.AlignmentFlag.AlignVCenter)
        self.field = TextField(_("In your own words"), least_lines=1, most_lines=6, parent=self)
        self.field.setObjectName(f"{name}-words")
        self.field.setAccessibleName(f"{question} {_('In your own words')}")
        self.field.edited.connect(self.worded)
        self._top.addWidget(self.field, 4)
        self.column.addLayout(self._top)
        self.chips = ChipGroup(parent=self)
        self.chips.setObjectName(f"{name}-chips")
        self.chips.setAccessibleName(question)
        self.chips.changed.connect(self._on_changed)
        self.column.addWidget(self.chips)
        self._offer(self._offered)

    def render_words(self, chosen: tuple[str, ...], words: str | None) -> None:
        """Show what is chosen and the own words."""
        self._chosen = chosen
        newer = tuple(name for name in chosen if name not in self._offered)
        self._offer((*self._offered, *newer))
        self.chips.set_selected(chosen)
        self.field.set_text(words or "")

    def commit(self) -> None:
        """Hand over words still being typed."""
        self.field.commit()

    def first_focus(self) -> QWidget:
        """The first chip."""
        return self.chips.chip(self._offered[0])

    def stops(self) -> list[QWidget]:
        """The controls in the order of the tab key: words to pick, then own words."""
        return [*(self.chips.chip(name) for name in self._offered), self.field]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The field beside the question, or under it where it is narrow."""
        super().resizeEvent(event)
        wide = self.width() >= ONE_LINE * self.fontMetrics().height()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._top.setDirection(across if wide else down)

    def _offer(self, names: tuple[str, ...]) -> None:
        if names != self._shown:
            self._shown = names
            self.chips.set_items([(name, self._word(name)) for name in names])
            for name in names:
                self.chips.chip(name).setAccessibleName(self._word(name))

    def _on_changed(self, now: tuple[str, ...]) -> None:
        for name in set(now) ^ set(self._chosen):
            self.toggled.emit(name)
