"""The cards of all decisions on the home screen, and a field to find one where there are many."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from sdm_aid.i18n import _, ngettext
from sdm_aid.ui.widgets.plain import label

if TYPE_CHECKING:
    from sdm_aid.content.index import DecisionEntry
    from sdm_aid.ui.decision_card import BrokenCard, DecisionCard
    from sdm_aid.ui.widgets.text_field import LineField

AT_ONCE = 20
"""Cards shown at once; where there are more decisions, a field finds the others."""
MOST_COLUMNS = 5
LONG_WORD = 16
"""Letters without a space that still fit the narrowest card."""


class DecisionCards(QWidget):
    """``chosen(str, str)``: id and title of the decision whose card was pressed.

    Args:
        line: the soft line under a decision's title.
    """

    chosen = Signal(str, str)

    def __init__(self, line: Callable[[DecisionEntry], str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("decision-cards")
        self._line = line
        self._entries: Sequence[DecisionEntry] = ()
        self._cards: dict[str, DecisionCard | BrokenCard] = {}
        self._columns = 0
        self._wanted = ""
        self._find: LineField | None = None
        self._count = label("", "caption", self, "decisions-count")
        self._count.hide()
        self._grid = QGridLayout()
        self._grid.setSpacing(14)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 12, 0, 8)
        self._column.addWidget(self._count)
        self._column.addLayout(self._grid)

    def show_entries(self, entries: Sequence[DecisionEntry]) -> None:
        """Make the cards anew, all of them: what was looked for belongs to the visit before."""
        self._entries = entries
        if self._find is not None:
            self._find.commit()  # what is still being typed would come back
            self._find.set_text("")
        self._wanted = ""
        if len(entries) > AT_ONCE and self._find is None:
            self._make_field()
        self._fill()

    def show_lines(self) -> None:
        """Say the soft lines anew: something is known now that was not when they were made."""
        from sdm_aid.ui.decision_card import DecisionCard

        for entry in self._entries:
            made = self._cards.get(entry.id)
            if isinstance(made, DecisionCard):
                made.show_line(self._line(entry))

    def first(self) -> DecisionCard | None:
        """The first card that can be pressed."""
        from sdm_aid.ui.decision_card import DecisionCard

        return next((made for made in self._cards.values() if isinstance(made, DecisionCard)), None)

    def last(self) -> DecisionCard | None:
        """The last card that can be pressed."""
        from sdm_aid.ui.decision_card import DecisionCard

        made = [card for card in self._cards.values() if isinstance(card, DecisionCard)]
        return made[-1] if made else None

    def fit(self, room: int) -> None:
        """As many columns as ``room`` pixels hold."""
        columns = max(1, min(MOST_COLUMNS, room // (12 * self.fontMetrics().height())))
        if columns == self._columns:
            return
        self._columns = columns
        for number, made in enumerate(self._cards.values()):
            self._grid.addWidget(made, number // columns, number % columns)
        for number in range(MOST_COLUMNS):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)

    def _make_field(self) -> None:
        from sdm_aid.ui.widgets.text_field import LineField

        field = LineField(_("Find a decision"), self)
        field.setObjectName("decisions-find")
        field.setAccessibleName(_("Find a decision"))
        field.edited.connect(self._on_find)
        self._column.insertWidget(0, field)
        self._find = field

    def _on_find(self, words: str) -> None:
        self._wanted = words
        self._fill()

    def _fill(self) -> None:
        for old in self._cards.values():
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        found = [entry for entry in self._entries if matches(self._wanted, entry.title)]
        self._cards = {entry.id: self._card(entry) for entry in found[:AT_ONCE]}
        self._count.setVisible(self._find is not None)
        self._count.setText(
            ngettext(
                "{shown} of {n} decision. Type above to find another.",
                "{shown} of {n} decisions. Type above to find the others.",
                len(self._entries),
            ).format(shown=len(self._cards), n=len(self._entries))
        )
        columns, self._columns = self._columns, 0
        if columns:
            self.fit(self.width())

    def _card(self, entry: DecisionEntry) -> DecisionCard | BrokenCard:
        from sdm_aid.ui.decision_card import BrokenCard, DecisionCard

        if entry.problem is not None:
            return BrokenCard(entry.id, str(entry.problem), self)
        made = DecisionCard(entry.id, entry.title, self._line(entry), self)
        made.clicked.connect(partial(self.chosen.emit, entry.id, entry.title))
        return made


def breakable(words: str) -> str:
    """The words with places to break a line inside very long ones, which a card would cut off."""
    return re.sub(rf"\S{{{LONG_WORD + 1},}}", lambda found: _pieces(found.group()), words)


def _pieces(word: str) -> str:
    broken = []
    for number, letter in enumerate(word):
        if number and number % (LONG_WORD // 2) == 0 and not unicodedata.combining(letter):
            broken.append("\u200b")
        broken.append(letter)
    return "".join(broken)


def matches(wanted: str, title: str) -> bool:
    """Whether every word looked for begins or stands in the title; case and accents forgiven."""
    return all(word in _plain(title) for word in _plain(wanted).split())


def _plain(words: str) -> str:
    apart = unicodedata.normalize("NFKD", words.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
