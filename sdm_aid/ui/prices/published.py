"""Beside the table: what others published about the treatment of the line that is marked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from sdm_aid.i18n import _
from sdm_aid.ui.widgets.plain import empty, label
from sdm_aid.wording.published_costs import not_ours, published_words

if TYPE_CHECKING:
    from sdm_aid.domain.costs import PublishedCost


class PublishedCard(QFrame):
    """Prices to compare one's own with; nothing of it is ever taken over into the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("published-prices")
        self.setProperty("role", "card")
        self._costs: tuple[PublishedCost, ...] = ()
        self._text: Mapping[str, str] = {}
        self._shown: str | None = None
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        self._head = label("", "h3", self, "published-head")
        column.addWidget(self._head)
        column.addWidget(label(not_ours(), "caption", self))
        column.addLayout(self._lines)

    def offer(self, costs: tuple[PublishedCost, ...], text: Mapping[str, str]) -> None:
        """What there is, with its words."""
        self._costs, self._text, self._shown = costs, text, None

    def show_for(self, treatment: str, name: str) -> None:
        """The figures about one treatment, and about tests that are no treatment."""
        if treatment == self._shown:
            return
        self._shown = treatment
        self._head.setText(_("Published elsewhere: {name}").format(name=name))
        empty(self._lines)
        own = [cost for cost in self._costs if treatment in cost.treatments]
        tests = [cost for cost in self._costs if not cost.treatments]
        for cost in own:
            self._lines.addWidget(label(self._line(cost), "body", self))
        if not own:
            self._lines.addWidget(
                label(_("The list of published costs holds none for it."), "body", self)
            )
        if tests:
            self._lines.addWidget(label(_("For every treatment: tests"), "strong", self))
        for cost in tests:
            self._lines.addWidget(label(self._line(cost), "body", self))

    def _line(self, cost: PublishedCost) -> str:
        words = published_words(cost, self._text)
        return _("{line} {kind}. {note} {source}.").format(
            line=words.line().replace(words.amount, words.exact, 1),
            kind=words.basis[:1].upper() + words.basis[1:],
            note=" ".join(part for part in (words.note, words.drawer) if part),
            source=words.source,
        )
