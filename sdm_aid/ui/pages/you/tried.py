"""You page, what was tried before: one row each, with what came of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.pages.you.tried_row import TriedRow
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.button import Button
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.flow_layout import FlowLayout
from sdm_aid.ui.widgets.text_field import LineField
from sdm_aid.ui.widgets.typed_words import LONGEST
from sdm_aid.wording.facts import say

if TYPE_CHECKING:
    from sdm_aid.domain.answers import Tried
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.ui.pages.base import Page

NOTHING_NEW = "A"
"""Nothing new cannot have been tried."""


class TriedCard(Card):
    """Rows of what was tried; a line and suggestions to add one more."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("What have you tried?"), page)
        self.setObjectName("tried")
        self._page = page
        self.rows: dict[str, TriedRow] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(px(8))
        self.column.addLayout(self._column)
        self.new = LineField(_("Something else you tried"), self)
        self.new.setObjectName("tried-new")
        self.new.setAccessibleName(_("Something else you tried"))
        self.new.setMaxLength(LONGEST)
        self.new.setMinimumWidth(px(240))
        self.new.returnPressed.connect(self._on_add)
        add = Button(_("Add"), "secondary", self)
        add.setObjectName("tried-add")
        add.setAccessibleName(_("Add what you tried"))
        add.clicked.connect(self._on_add)
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addWidget(self.new, 1)
        line.addWidget(add)
        self.suggestions = QWidget(self)
        self.suggestions.setObjectName("tried-suggestions")
        self._flow = FlowLayout(self.suggestions, px(8))
        self._named = _suggested(page)
        self._offers = {words: self._offer(words, one) for one, words in self._named.items()}
        self.column.addWidget(self.suggestions)
        self.column.addLayout(line)

    def render_state(self, state: Consultation) -> None:
        """Show a row for each thing tried; offer what is not among them."""
        tried = {item.id: item for item in state.you.tried}
        for name in [name for name in self.rows if name not in tried]:
            row = self.rows.pop(name)
            row.hide()
            self._column.removeWidget(row)
            row.deleteLater()
        for place, (name, item) in enumerate(tried.items()):
            if name not in self.rows:
                self.rows[name] = self._row(name)
            if self._column.indexOf(self.rows[name]) != place:
                self._column.insertWidget(place, self.rows[name])
            self.rows[name].render_tried(item)
        named = {item.what for item in tried.values()}
        for words, offer in self._offers.items():
            offer.setVisible(words not in named)
        self.suggestions.setVisible(any(words not in named for words in self._offers))

    def commit(self) -> None:
        """Hand over what is still being typed, also a thing not yet added."""
        for row in tuple(self.rows.values()):
            row.commit()
        if self.new.text().strip():
            self._on_add()

    def clear_new(self) -> None:
        """Empty the line for one more."""
        self.new.clear()

    def _row(self, name: str) -> TriedRow:
        row = TriedRow(name, self)
        row.changed.connect(self._on_changed)
        row.removed.connect(partial(self._on_removed, name))
        return row

    def _offer(self, words: str, treatment: str) -> Button:
        offer = Button(_("+ {treatment}").format(treatment=words), "chip", self.suggestions)
        offer.setAccessibleName(_("Add: {treatment}").format(treatment=words))
        offer.clicked.connect(partial(self._add, words, treatment))
        self._flow.addWidget(offer)
        return offer

    def _on_add(self) -> None:
        words = self.new.text().strip()
        if not words:
            self.new.setFocus()
            return
        self.new.clear()
        self._add(words)

    def _add(self, words: str, treatment: str | None = None) -> None:
        from sdm_aid.domain.actions import TriedSet
        from sdm_aid.domain.answers import Tried

        used = {item.id for item in self._page.state.you.tried}
        number = next(n for n in range(1, len(used) + 2) if f"t{n}" not in used)
        tried = Tried(id=f"t{number}", what=words, treatment=treatment)
        self._page.dispatch(TriedSet(tried=tried))

    def _on_changed(self, name: str, changes: dict[str, Any]) -> None:
        from sdm_aid.domain.actions import TriedSet

        item = self._item(name)
        if item is None:
            return
        known = self._named.get(item.treatment or "")
        if known is not None and known not in changes.get("what", item.what):
            changes = {**changes, "treatment": None}  # renamed: it is another thing now
        self._page.dispatch(TriedSet(tried=item.evolve(**changes)))

    def _on_removed(self, name: str) -> None:
        from sdm_aid.domain.actions import TriedRemoved

        if self._item(name) is not None:
            self._page.dispatch(TriedRemoved(id=name))

    def _item(self, name: str) -> Tried | None:
        return next((item for item in self._page.state.you.tried if item.id == name), None)


def _suggested(page: Page) -> dict[str, str]:
    """The treatments on the table by id, with their names."""
    content = page.content
    return {
        option.treatment: say(content, f"treatments.{option.treatment}.name")
        for option in content.decision.options
        if option.letter != NOTHING_NEW
    }
