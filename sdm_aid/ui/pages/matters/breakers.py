"""Things the patient would not want at all: picked, said in own words, or "nothing like that"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from sdm_aid.i18n import _
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.chip import ChipGroup
from sdm_aid.ui.widgets.plain import button
from sdm_aid.ui.widgets.text_field import LineField

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.ui.pages.base import Page

NOTHING = "nothing like that"
"""Key of the last chip; with blanks, so that no id of the content can be the same."""
MOST_TYPED = 2_000


class BreakersCard(Card):
    """Chips of the content and of own words; what is picked never hides a choice."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Is there anything you would not want at all?"), page)
        self.setObjectName("breakers")
        self._page = page
        self._items: tuple[tuple[str, str], ...] = ()
        self.chips = ChipGroup((), parent=self)
        self.chips.setAccessibleName(_("Is there anything you would not want at all?"))
        self.chips.changed.connect(self._on_changed)
        self.column.addWidget(self.chips)
        line = QHBoxLayout()
        line.setSpacing(px(8))
        self._new = LineField(_("Something else, in your own words"), self)
        self._new.setObjectName("breaker-new")
        self._new.setAccessibleName(_("Something else you would not want, in your own words"))
        self._new.setMaxLength(MOST_TYPED)
        self._new.returnPressed.connect(self._add)
        add = button(_("Add"), "secondary", "breaker-add", self)
        add.setAccessibleName(_("Add this to what you would not want"))
        add.clicked.connect(self._add)
        line.addWidget(self._new, 1)
        line.addWidget(add)
        self.column.addLayout(line)

    def render_state(self, state: Consultation) -> None:
        """Set every chip."""
        items = self._chips_of(state)
        if items != self._items:
            self._items = items
            self.chips.set_items(items)
            for key, words in items:
                self.chips.chip(key).setAccessibleName(words)
        chosen = [breaker.id for breaker in state.matters.deal_breakers]
        self.chips.set_selected([*chosen, *([NOTHING] if state.matters.nothing_unwanted else [])])

    def commit(self) -> None:
        """Add the words that stand in the line, if any."""
        self._add()

    def clear_new(self) -> None:
        """Empty the line for own words."""
        self._new.set_text("")
        self._new.clear()

    def _chips_of(self, state: Consultation) -> tuple[tuple[str, str], ...]:
        content = self._page.content
        items = {key: content.words(f"deal_breakers.{key}") for key in self._known()}
        for breaker in state.matters.deal_breakers:
            if breaker.id not in items:
                items[breaker.id] = breaker.own_words or breaker.id
        return (*items.items(), (NOTHING, _("Nothing like that")))

    def _known(self) -> tuple[str, ...]:
        return self._page.content.decision.deal_breakers

    def _add(self) -> None:
        from sdm_aid.domain.actions import DealBreakerToggled

        words = self._new.text().strip()
        self.clear_new()
        if not words:
            return
        used = {*self._known(), *(b.id for b in self._page.state.matters.deal_breakers)}
        key = next(f"own-{n}" for n in range(1, len(used) + 2) if f"own-{n}" not in used)
        self._page.dispatch(DealBreakerToggled(id=key, own_words=words))

    def _on_changed(self, chosen: tuple[str, ...]) -> None:
        from sdm_aid.domain.actions import DealBreakerToggled, NothingUnwanted

        matters = self._page.state.matters
        nothing = NOTHING in chosen
        if nothing != matters.nothing_unwanted:
            self._page.dispatch(NothingUnwanted(nothing=nothing))
            return
        before = {breaker.id for breaker in matters.deal_breakers}
        for key in sorted(before.symmetric_difference(set(chosen) - {NOTHING})):
            self._page.dispatch(DealBreakerToggled(id=key))
