"""You page, how much it hurts: three scales from 0 to 10, not answered until somebody does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QWidget

from sdm_aid.i18n import N_, _
from sdm_aid.ui.theme.metrics import px
from sdm_aid.ui.widgets.card import Card
from sdm_aid.ui.widgets.plain import label
from sdm_aid.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from sdm_aid.domain.consultation import Consultation
    from sdm_aid.ui.pages.base import Page

SCALES = {
    "now": N_("Now"),
    "average": N_("Average, past 7 days"),
    "worst": N_("Worst, past 7 days"),
}
ONE_LINE = 38
"""From this many text heights on, a scale stands beside its name."""


class PainCard(Card):
    """Pressing the chosen number again takes it back."""

    def __init__(self, page: Page) -> None:
        super().__init__("", page)
        self.setObjectName("pain")
        self._page = page
        self.column.setContentsMargins(px(20), px(12), px(20), px(14))
        self.column.setSpacing(px(8))
        lowest, highest = _("no pain"), _("the worst you can imagine")
        top = QHBoxLayout()
        question = _("How much does it hurt?")
        top.addWidget(label(question, "h3", self))
        ends = _("0 is no pain, 10 the worst you can imagine. Press again to take back.")
        top.addWidget(label(ends, "caption", self), 1)
        top.setSpacing(px(16))
        self.column.addLayout(top)
        self._rows: list[QHBoxLayout] = [top]
        self.scales: dict[str, Segmented] = {}
        for which, words in SCALES.items():
            row = QHBoxLayout()
            row.setSpacing(px(6))
            name = label(_(words), "body", self)
            name.setMinimumWidth(px(176))
            row.addWidget(name)
            scale = Segmented(parent=self)
            scale.setObjectName(f"pain-{which}")
            scale.set_labels(f"{question} {_(words)}", lowest, highest)
            scale.chosen.connect(partial(self._on_chosen, which))
            row.addWidget(scale, 1)
            self.column.addLayout(row)
            self._rows.append(row)
            self.scales[which] = scale

    def render_state(self, state: Consultation) -> None:
        """Show what was answered."""
        for which, scale in self.scales.items():
            scale.set_value(getattr(state.you, f"pain_{which}"))

    def stops(self) -> list[QWidget]:
        """The numbers in the order of the tab key."""
        return [step for scale in self.scales.values() for step in scale.findChildren(QPushButton)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Each scale beside its name, or under it where it is narrow."""
        super().resizeEvent(event)
        wide = self.width() >= ONE_LINE * self.fontMetrics().height()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        for row in self._rows:
            row.setDirection(across if wide else down)

    def _on_chosen(self, which: Any, score: Any) -> None:
        from sdm_aid.domain.actions import PainRated

        self._page.dispatch(PainRated(which=which, score=score))
