"""Ten stones on the rows that matter, or up to three picked rows on the quick way."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from sdm_aid.i18n import _, ngettext
from sdm_aid.i18n.formats import number
from sdm_aid.ui.pages.matters.stone_row import StoneRow
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.plain import button, empty, label
from sdm_aid.ui.widgets.text_field import LineField
from sdm_aid.wording.facts import say

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.ui.pages.base import Page

MOST_TYPED = 2_000
"""Characters of one concern: a sentence, not a letter."""


def picks(state: Consultation) -> bool:
    """True where rows are picked (quick way) instead of given stones; stones that lie stay."""
    return state.path == "quick" and not state.matters.stones


class StonesCard(Card):
    """The rows of the content, those in own words, and a line to add one."""

    def __init__(self, page: Page) -> None:
        super().__init__("", page)
        self.setObjectName("stones-card")
        self._page = page
        self._own_shown: tuple[tuple[str, str], ...] | None = None
        self._rows: dict[str, StoneRow] = {}
        self._own: dict[str, StoneRow] = {}
        self.column.setSpacing(0)
        self.column.addLayout(self._top())
        for value in page.content.decision.values:
            name, swing = (say(page.content, f"values.{value.id}.{k}") for k in ("name", "swing"))
            self._rows[value.id] = self._row(value.id, name, swing)
            self.column.addWidget(self._rule())
            self.column.addWidget(self._rows[value.id])
        self._own_column = QVBoxLayout()
        self._own_column.setSpacing(0)
        self.column.addLayout(self._own_column)
        self.column.addWidget(self._rule())
        self.column.addLayout(self._adding())

    def render_state(self, state: Consultation) -> None:
        """Set every row and the words for the stones left."""
        matters, quick = state.matters, picks(state)
        own = tuple((concern.id, concern.text) for concern in matters.own)
        if own != self._own_shown:
            self._own_shown = own
            self._rebuild_own(own)
        counts = {stone.row: stone.count for stone in matters.stones}
        places = {row: place for place, row in enumerate(matters.top, start=1)}
        for key, row in {**self._rows, **self._own}.items():
            row.show_answer(counts.get(key, 0), places.get(key, 0), quick=quick)
        self._task.setText(
            _("Which of these matter most to you? Pick up to three, the biggest first.")
            if quick
            else _("You have ten stones. Put more on what matters more. There is no right answer.")
        )
        self._left.setText("" if quick else _left(matters.stones_left))
        self._left.setVisible(not quick)

    def commit(self) -> None:
        """Add the words that stand in the line, if any."""
        self._add()

    def clear_new(self) -> None:
        """Empty the line for own words."""
        self._new.set_text("")
        self._new.clear()

    def first_button(self) -> StoneRow | None:
        """The first row, if there is any."""
        return next(iter(self._rows.values()), None)

    def _top(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(px(12))
        line.setContentsMargins(0, 0, 0, px(8))
        self._task = label("", "h3", self, "stones-task")
        self._left = label("", "chip", self, "stones-left")
        self._left.setWordWrap(False)
        line.addWidget(self._task, 1)
        line.addWidget(self._left, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _adding(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.setContentsMargins(0, px(10), 0, 0)
        self._new = LineField(_("Add something in your own words"), self)
        self._new.setObjectName("own-new")
        self._new.setAccessibleName(_("Add something in your own words"))
        self._new.setMaxLength(MOST_TYPED)
        self._new.returnPressed.connect(self._add)
        self._add_button = button(_("Add"), "secondary", "own-add", self)
        self._add_button.setAccessibleName(_("Add these words as a row"))
        self._add_button.clicked.connect(self._add)
        line.addWidget(self._new, 1)
        line.addWidget(self._add_button)
        return line

    def _row(self, key: str, name: str, swing: str, *, own: bool = False) -> StoneRow:
        row = StoneRow(key, name, swing, self, removable=own)
        row.asked.connect(partial(self._on_stones, key))
        row.picked.connect(partial(self._on_picked, key))
        row.removed.connect(partial(self._on_removed, key))
        return row

    def _rule(self) -> QFrame:
        rule = QFrame(self)
        rule.setProperty("role", "rule")
        return rule

    def _rebuild_own(self, own: tuple[tuple[str, str], ...]) -> None:
        empty(self._own_column)
        self._own = {}
        for key, text in own:
            self._own[key] = self._row(key, text, "", own=True)
            self._own_column.addWidget(self._rule())
            self._own_column.addWidget(self._own[key])

    def _add(self) -> None:
        from sdm_aid.domain.actions import OwnConcernSet

        words = self._new.text().strip()
        self.clear_new()
        if not words:
            return
        used = {concern.id for concern in self._page.state.matters.own}
        key = next(f"own-{n}" for n in range(1, len(used) + 2) if f"own-{n}" not in used)
        self._page.dispatch(OwnConcernSet(id=key, text=words))

    def _on_removed(self, key: str) -> None:
        from sdm_aid.domain.actions import OwnConcernSet

        self._page.dispatch(OwnConcernSet(id=key, text=""))

    def _on_stones(self, key: str, count: int) -> None:
        from sdm_aid.domain.actions import StonesPut

        self._page.dispatch(StonesPut(row=key, count=count))

    def _on_picked(self, key: str) -> None:
        from sdm_aid.domain.actions import TopToggled

        self._page.dispatch(TopToggled(row=key))


def _left(stones: int) -> str:
    if stones == 0:
        return _("No stones left")
    return ngettext("{n} stone left", "{n} stones left", stones).format(n=number(stones))
