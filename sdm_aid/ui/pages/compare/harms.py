"""Harms view: panels by denominator, two at most at once, one or two options beside each other."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from sdm_aid.domain.harm_panels import HarmLine, HarmPanel, harm_panels
from sdm_aid.domain.library import DecisionContent
from sdm_aid.i18n import _
from sdm_aid.ui.models.faces import column_name, lettered
from sdm_aid.ui.models.harm_blocks import HarmEntry, harm_entry
from sdm_aid.ui.pages.compare.cell import LinkButton
from sdm_aid.ui.pages.compare.column import BlockColumn
from sdm_aid.ui.pages.compare.style import Measure
from sdm_aid.ui.pages.compare.surroundings import is_new_dress, soon
from sdm_aid.ui.theme.focus_ring import OWN_RING
from sdm_aid.wording.harms import panel_heading

PANELS_AT_ONCE = 2
"""D-03: at most two denominators on one screen."""
TWO_UP = 820


class HarmsView(QWidget):
    """What could go wrong with one option, or with two side by side."""

    source_asked = Signal(str, str)
    """Letter and estimate."""
    changed = Signal()

    def __init__(self, content: DecisionContent, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compare-harms")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty(OWN_RING, True)
        self._content = content
        self.letters: tuple[str, ...] = ()
        self.page = 0
        self._panels: tuple[HarmPanel, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._inside: QWidget | None = None
        self._had_room = False
        self._later = soon(self, self._again)

    @property
    def pages(self) -> int:
        """How many screens the panels fill."""
        return max(1, -(-len(self._panels) // PANELS_AT_ONCE))

    def show_options(self, letters: tuple[str, ...]) -> None:
        """Show these one or two options from their first panel on."""
        self.letters = letters
        names = ", ".join(lettered(self._content, letter) for letter in letters)
        self.setAccessibleName(_("What could go wrong: {names}").format(names=names))
        self._panels = harm_panels(self._content, letters)
        self.turn_to(0)

    def turn_to(self, page: int) -> None:
        """Show another screen of panels."""
        self.page = page % self.pages
        self._had_room = self._room()
        start = self.page * PANELS_AT_ONCE
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Measure(self).px(12))
        column.addWidget(self._heads(inside))
        for panel in self._panels[start : start + PANELS_AT_ONCE]:
            column.addWidget(self._panel(panel, inside))
        if not self._panels:
            column.addWidget(self._nothing(inside))
        column.addStretch(1)
        self._replace(inside)
        self.changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Lay out anew when the text grows."""
        super().changeEvent(event)
        if is_new_dress(event) and self._inside is not None:
            self._later.start()

    def _again(self) -> None:
        self.turn_to(self.page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the lines out anew when there is room for two columns, or no longer."""
        super().resizeEvent(event)
        if self._inside is not None and self._room() != self._had_room:
            self.turn_to(self.page)

    def _room(self) -> bool:
        parent = self.parentWidget()
        width = parent.width() if parent is not None else self.width()
        return width >= Measure(self).px(TWO_UP)

    def where(self) -> str:
        """Which part of the list this is."""
        if self.pages == 1:
            return ""
        return _("Part {n} of {all}").format(n=self.page + 1, all=self.pages)

    def turn_on(self) -> None:
        """The next screen of panels; after the last the first."""
        self.turn_to(self.page + 1)

    def more_label(self) -> str:
        """The footer's word for the next screen of panels."""
        return _("More: part {n} of {all}").format(
            n=(self.page + 1) % self.pages + 1, all=self.pages
        )

    def _replace(self, inside: QWidget) -> None:
        before, self._inside = self._inside, inside
        if before is not None:
            self._column.removeWidget(before)
            before.hide()
            before.deleteLater()
        self._column.addWidget(inside)
        inside.show()

    def _heads(self, parent: QWidget) -> QWidget:
        holder = QWidget(parent)
        row = QHBoxLayout(holder)
        side = Measure(self).px(20)
        row.setContentsMargins(side, 0, side, 0)
        row.setSpacing(Measure(self).px(24))
        for letter in self.letters:
            head = BlockColumn(holder)
            head.set_caption(letter, column_name(self._content, letter), 1.2)
            head.set_blocks((), lettered(self._content, letter))
            row.addWidget(head, 1)
        return holder

    def _panel(self, panel: HarmPanel, parent: QWidget) -> QWidget:
        measure = Measure(self)
        card = QFrame(parent)
        card.setProperty("role", "card")
        card.setObjectName(f"harms-{panel.denominator or 'none'}")
        column = QVBoxLayout(card)
        side = measure.px(20)
        column.setContentsMargins(side, measure.px(14), side, measure.px(14))
        column.setSpacing(measure.px(10))
        heading = QLabel(panel_heading(panel.denominator, panel.counted), card)
        heading.setProperty("role", "h3")
        heading.setWordWrap(True)
        column.addWidget(heading)
        for line in panel.lines:
            rule = QFrame(card)
            rule.setProperty("role", "rule")
            column.addWidget(rule)
            column.addWidget(self._line(line, card))
        return card

    def _line(self, line: HarmLine, parent: QWidget) -> QWidget:
        holder = QWidget(parent)
        holder.setObjectName(f"harm-{line.key}")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Measure(self).px(24))
        for letter, given in zip(self.letters, line.entries, strict=True):
            entry = harm_entry(self._content, line, letter, given)
            row.addWidget(self._entry(entry, holder, wide=len(self.letters) == 1), 1)
        return holder

    def _entry(self, entry: HarmEntry, parent: QWidget, *, wide: bool) -> QWidget:
        """Count and meaning: beside each other for one option, below each other for two."""
        holder = QWidget(parent)
        ways = QBoxLayout.Direction
        room = wide and self._room()
        box = QBoxLayout(ways.LeftToRight if room else ways.TopToBottom, holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Measure(self).px(24 if room else 4))
        count = BlockColumn(holder)
        count.set_blocks(entry.count, entry.name)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(count)
        if entry.estimate is not None:
            button = self._source_button(entry, entry.estimate, holder)
            left.addWidget(button)
        left.addStretch(1)
        box.addLayout(left, 1)
        if entry.meaning:
            meaning = BlockColumn(holder)
            meaning.set_blocks(entry.meaning, " ".join(block.text for block in entry.meaning))
            right = QVBoxLayout()
            right.addWidget(meaning)
            right.addStretch(1)
            box.addLayout(right, 1)
        return holder

    def _source_button(self, entry: HarmEntry, estimate: str, parent: QWidget) -> LinkButton:
        button = LinkButton(parent)
        button.set_link(_("Where does this number come from?"), entry.name)
        button.setObjectName(f"harm-source-{entry.option}-{estimate}")
        button.clicked.connect(partial(self._ask_source, entry.option, estimate))
        return button

    def _ask_source(self, letter: str, estimate: str) -> None:
        self.source_asked.emit(letter, estimate)

    def _nothing(self, parent: QWidget) -> QWidget:
        label = QLabel(_("No harms are listed for this one. Ask what could still happen."), parent)
        label.setWordWrap(True)
        return label
